-- Organisations, areas, persons and their posts, and what is known about their influence.
create table organisations (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  external_id text,
  name text not null check (name <> ''),
  kind text not null check (kind in ('own', 'partner', 'candidate')),
  is_founder_led boolean not null default false,
  founder_led_since date,
  country text,
  visibility text not null default 'internal' check (visibility in ('internal', 'shared')),
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, external_id)
);
create index organisations_by_name on organisations (workspace_id, name, id);
create index organisations_name_trigrams on organisations using gin (lower(name) gin_trgm_ops);
select protect('organisations', $$app_side() = 'ours' or id = app_partner() or visibility = 'shared'$$,
  'select, insert, update, delete');

create table business_areas (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  external_id text,
  organisation_id uuid not null,
  parent_id uuid,
  name text not null check (name <> ''),
  kind text not null default 'productLine' check (kind in ('productLine', 'region', 'function')),
  visibility text not null default 'internal' check (visibility in ('internal', 'shared')),
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, external_id),
  foreign key (workspace_id, organisation_id) references organisations (workspace_id, id),
  foreign key (workspace_id, parent_id) references business_areas (workspace_id, id),
  check (parent_id <> id)
);
create index business_areas_by_parent on business_areas (workspace_id, parent_id);
create index business_areas_by_organisation on business_areas (workspace_id, organisation_id, name, id);
select protect('business_areas', $$app_side() = 'ours' or organisation_id = app_partner() or visibility = 'shared'$$,
  'select, insert, update, delete');

create table area_results (
  workspace_id uuid not null,
  area_id uuid not null,
  year int not null check (year between 1900 and 2200),
  amount numeric not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  primary key (workspace_id, area_id, year),
  foreign key (workspace_id, area_id) references business_areas (workspace_id, id) on delete cascade
);
select protect('area_results', $$app_side() = 'ours'$$, 'select, insert, update, delete');

create table persons (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  external_id text,
  organisation_id uuid not null,
  name text not null check (name <> ''),
  mail text,
  source text not null default 'entered by hand',
  visibility text not null default 'internal' check (visibility in ('internal', 'shared')),
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, external_id),
  foreign key (workspace_id, organisation_id) references organisations (workspace_id, id)
);
create index persons_by_name on persons (workspace_id, name, id);
create index persons_by_organisation on persons (workspace_id, organisation_id, name, id);
create index persons_by_mail on persons (workspace_id, lower(mail));
create index persons_name_trigrams on persons using gin (lower(name) gin_trgm_ops);
select protect('persons', $$app_side() = 'ours' or organisation_id = app_partner() or visibility = 'shared'$$,
  'select, insert, update, delete');

create table person_erasures (
  workspace_id uuid not null,
  person_id uuid not null,
  erased_at timestamptz not null,
  erased_by text not null,
  reason text not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references persons (workspace_id, id)
);
select protect('person_erasures', $$app_side() = 'ours'$$, 'select, insert');

-- Level: 1 board or chief executive, 2 executive committee, 3 senior vice president, 4 vice president, 5 director, 6 below.
create table positions (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  external_id text,
  person_id uuid not null,
  organisation_id uuid not null,
  area_id uuid,
  title text not null check (title <> ''),
  function text not null default 'other',
  level smallint not null check (level between 1 and 6),
  reports_to uuid,
  budget numeric check (budget >= 0),
  budget_currency text check (budget_currency ~ '^[A-Z]{3}$'),
  from_day date not null,
  to_day date,
  source text not null default 'entered by hand',
  recorded_at timestamptz not null,
  visibility text not null default 'internal' check (visibility in ('internal', 'shared')),
  primary key (workspace_id, id),
  unique (workspace_id, external_id),
  foreign key (workspace_id, person_id) references persons (workspace_id, id),
  foreign key (workspace_id, organisation_id) references organisations (workspace_id, id),
  foreign key (workspace_id, area_id) references business_areas (workspace_id, id),
  foreign key (workspace_id, reports_to) references persons (workspace_id, id),
  check (to_day is null or from_day < to_day),
  check (reports_to <> person_id)
);
create index positions_of_person on positions (workspace_id, person_id, from_day desc);
create index positions_by_manager on positions (workspace_id, reports_to) where to_day is null;
create index positions_by_area on positions (workspace_id, area_id);
create index positions_in_force on positions (workspace_id, organisation_id, level) where to_day is null;
select protect('positions', $$app_side() = 'ours' or organisation_id = app_partner() or visibility = 'shared'$$,
  'select, insert, update, delete');

-- What a person may decide alone: a kind of decision, up to an amount (none: without limit).
create table decision_rights (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  decision text not null check (decision <> ''),
  up_to numeric check (up_to >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  source text not null default 'entered by hand',
  recorded_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, person_id, decision),
  foreign key (workspace_id, person_id) references persons (workspace_id, id),
  check ((up_to is null) = (currency is null))
);
select protect('decision_rights', $$app_side() = 'ours'$$, 'select, insert, update, delete');

-- Who seeks whom out for advice or support; the network half of clout.
create table advice_ties (
  workspace_id uuid not null,
  from_person_id uuid not null,
  to_person_id uuid not null,
  weight numeric not null default 1 check (weight > 0),
  source text not null,
  observed_on date not null,
  primary key (workspace_id, from_person_id, to_person_id),
  foreign key (workspace_id, from_person_id) references persons (workspace_id, id),
  foreign key (workspace_id, to_person_id) references persons (workspace_id, id),
  check (from_person_id <> to_person_id)
);
create index advice_ties_to on advice_ties (workspace_id, to_person_id);
select protect('advice_ties', $$app_side() = 'ours'$$, 'select, insert, update, delete');

create table announced_moves (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  on_day date not null,
  probability numeric not null check (probability > 0 and probability <= 1),
  source text not null,
  recorded_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references persons (workspace_id, id)
);
create index announced_moves_of_person on announced_moves (workspace_id, person_id, on_day);
select protect('announced_moves', $$app_side() = 'ours'$$, 'select, insert, update, delete');

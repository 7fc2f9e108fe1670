-- The register of alliances.
create table alliances (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  external_id text,
  name text not null check (name <> ''),
  purpose text not null default '',
  phase text not null check (phase in
    ('strategy', 'selection', 'negotiation', 'planning', 'governance', 'management', 'transformation')),
  registered_phase text not null check (registered_phase in
    ('strategy', 'selection', 'negotiation', 'planning', 'governance', 'management', 'transformation')),
  tier text not null check (tier in ('strategic', 'core', 'exploratory')),
  starts_on date not null,
  ends_on date not null,
  -- the sum of alliance_area_values, kept by the use cases so that the register sorts by it
  yearly_value numeric not null default 0,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  visibility text not null default 'internal' check (visibility in ('internal', 'shared')),
  registered_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, external_id),
  check (starts_on < ends_on)
);
create index alliances_by_name on alliances (workspace_id, name, id);
create index alliances_by_phase on alliances (workspace_id, phase, name, id);
create index alliances_by_tier on alliances (workspace_id, tier, name, id);
create index alliances_by_value on alliances (workspace_id, yearly_value, id);
create index alliances_by_end on alliances (workspace_id, ends_on, id);
create index alliances_name_trigrams on alliances using gin (lower(name) gin_trgm_ops);

create table alliance_partners (
  workspace_id uuid not null,
  alliance_id uuid not null,
  organisation_id uuid not null,
  visibility text not null default 'internal' check (visibility in ('internal', 'shared')),
  primary key (workspace_id, alliance_id, organisation_id),
  foreign key (workspace_id, alliance_id) references alliances (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references organisations (workspace_id, id)
);
create index alliance_partners_by_organisation on alliance_partners (workspace_id, organisation_id);

create table alliance_manager_terms (
  workspace_id uuid not null,
  id uuid not null,
  alliance_id uuid not null,
  side text not null check (side in ('ours', 'theirs')),
  person_id uuid not null,
  from_day date not null,
  to_day date,
  visibility text not null default 'internal' check (visibility in ('internal', 'shared')),
  primary key (workspace_id, id),
  foreign key (workspace_id, alliance_id) references alliances (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references persons (workspace_id, id),
  check (to_day is null or from_day < to_day),
  exclude using gist (workspace_id with =, alliance_id with =, side with =, daterange(from_day, to_day) with &&)
);
create index alliance_manager_terms_of_alliance on alliance_manager_terms (workspace_id, alliance_id, side, from_day desc);
create index alliance_manager_terms_of_person on alliance_manager_terms (workspace_id, person_id);

create table alliance_area_values (
  workspace_id uuid not null,
  alliance_id uuid not null,
  area_id uuid not null,
  yearly_amount numeric not null check (yearly_amount >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  primary key (workspace_id, alliance_id, area_id),
  foreign key (workspace_id, alliance_id) references alliances (workspace_id, id) on delete cascade,
  foreign key (workspace_id, area_id) references business_areas (workspace_id, id)
);
create index alliance_area_values_by_area on alliance_area_values (workspace_id, area_id);

-- The decisions this alliance will need from its sponsor, in the words of decision_rights.
create table alliance_decisions (
  workspace_id uuid not null,
  alliance_id uuid not null,
  decision text not null check (decision <> ''),
  amount numeric check (amount >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  primary key (workspace_id, alliance_id, decision),
  foreign key (workspace_id, alliance_id) references alliances (workspace_id, id) on delete cascade
);

create table alliance_objectives (
  workspace_id uuid not null,
  id uuid not null,
  alliance_id uuid not null,
  place smallint not null,
  sentence text not null check (sentence <> ''),
  visibility text not null default 'internal' check (visibility in ('internal', 'shared')),
  primary key (workspace_id, id),
  foreign key (workspace_id, alliance_id) references alliances (workspace_id, id) on delete cascade
);
create index alliance_objectives_of_alliance on alliance_objectives (workspace_id, alliance_id, place);

create table alliance_phase_entries (
  workspace_id uuid not null,
  id uuid not null,
  alliance_id uuid not null,
  phase text not null,
  entered_at timestamptz not null,
  entered_by text not null,
  reason text not null default '',
  primary key (workspace_id, id),
  foreign key (workspace_id, alliance_id) references alliances (workspace_id, id) on delete cascade
);
create index alliance_phase_entries_of_alliance on alliance_phase_entries (workspace_id, alliance_id, entered_at);

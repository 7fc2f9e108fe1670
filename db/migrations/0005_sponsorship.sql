-- Choosing, asking and appointing executive sponsors.
create table sponsorship_policies (
  workspace_id uuid not null references workspaces (id),
  version int not null check (version > 0),
  settings jsonb not null,
  saved_at timestamptz not null,
  saved_by text not null,
  reason text not null,
  primary key (workspace_id, version)
);
select protect('sponsorship_policies', $$app_side() = 'ours'$$, 'select, insert');

create table appointments (
  workspace_id uuid not null,
  id uuid not null,
  alliance_id uuid not null,
  side text not null check (side in ('ours', 'theirs')),
  kind text not null default 'sponsor' check (kind in ('sponsor', 'interim')),
  person_id uuid not null,
  deputy_person_id uuid,
  nomination_id uuid,
  from_day date not null,
  to_day date,
  appointed_at timestamptz not null,
  visibility text not null default 'internal' check (visibility in ('internal', 'shared')),
  primary key (workspace_id, id),
  foreign key (workspace_id, alliance_id) references alliances (workspace_id, id),
  foreign key (workspace_id, person_id) references persons (workspace_id, id),
  foreign key (workspace_id, deputy_person_id) references persons (workspace_id, id),
  check (to_day is null or from_day < to_day),
  check (deputy_person_id <> person_id),
  exclude using gist (workspace_id with =, alliance_id with =, side with =, daterange(from_day, to_day) with &&)
);
create index appointments_of_alliance on appointments (workspace_id, alliance_id, side, from_day desc);
create index appointments_of_person on appointments (workspace_id, person_id);

create table appointment_ends (
  workspace_id uuid not null,
  appointment_id uuid not null,
  ended_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  reason text not null,
  primary key (workspace_id, appointment_id),
  foreign key (workspace_id, appointment_id) references appointments (workspace_id, id)
);

create table selection_cases (
  workspace_id uuid not null,
  id uuid not null,
  alliance_id uuid not null,
  person_id uuid not null,
  policy_version int not null,
  decided_at timestamptz not null,
  decided_by text not null,
  reason text not null,
  -- all that the ranking was given and all that it answered, as it was that day
  facts jsonb not null,
  ranking jsonb not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, alliance_id) references alliances (workspace_id, id),
  foreign key (workspace_id, person_id) references persons (workspace_id, id)
);
create index selection_cases_of_alliance on selection_cases (workspace_id, alliance_id, decided_at desc);

create table nominations (
  workspace_id uuid not null,
  id uuid not null,
  alliance_id uuid not null,
  side text not null default 'ours' check (side in ('ours', 'theirs')),
  person_id uuid not null,
  deputy_person_id uuid,
  case_id uuid,
  reason text not null check (reason <> ''),
  term_from date not null,
  term_to date not null,
  nominated_at timestamptz not null,
  nominated_by text not null,
  expires_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, alliance_id) references alliances (workspace_id, id),
  foreign key (workspace_id, person_id) references persons (workspace_id, id),
  foreign key (workspace_id, deputy_person_id) references persons (workspace_id, id),
  foreign key (workspace_id, case_id) references selection_cases (workspace_id, id),
  check (term_from < term_to)
);
create index nominations_of_alliance on nominations (workspace_id, alliance_id, nominated_at desc);
create index nominations_of_person on nominations (workspace_id, person_id);
alter table appointments add foreign key (workspace_id, nomination_id) references nominations (workspace_id, id);

create table nomination_ends (
  workspace_id uuid not null,
  nomination_id uuid not null,
  kind text not null check (kind in ('accepted', 'declined', 'withdrawn', 'lapsed')),
  ended_at timestamptz not null,
  ended_by text not null,
  remark text not null default '',
  primary key (workspace_id, nomination_id),
  foreign key (workspace_id, nomination_id) references nominations (workspace_id, id)
);

create table nomination_talks (
  workspace_id uuid not null,
  id uuid not null,
  nomination_id uuid not null,
  asked_at timestamptz not null,
  remark text not null default '',
  primary key (workspace_id, id),
  foreign key (workspace_id, nomination_id) references nominations (workspace_id, id)
);

create table nomination_reminders (
  workspace_id uuid not null,
  nomination_id uuid not null,
  sent_at timestamptz not null,
  primary key (workspace_id, nomination_id),
  foreign key (workspace_id, nomination_id) references nominations (workspace_id, id)
);

-- An archetype other than the company's, for one alliance; the newest row holds, null returns to the company's.
create table alliance_archetypes (
  workspace_id uuid not null,
  id uuid not null,
  alliance_id uuid not null,
  archetype text check (archetype in ('neutral', 'mostSeniorInLine', 'generalManagement')),
  reason text not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, alliance_id) references alliances (workspace_id, id)
);
create index alliance_archetypes_newest on alliance_archetypes (workspace_id, alliance_id, set_at desc);

-- Anchored ratings with their source: how far the alliance is in someone's own objectives; how much room they have.
create table stake_ratings (
  workspace_id uuid not null,
  alliance_id uuid not null,
  person_id uuid not null,
  rating smallint not null check (rating in (0, 25, 50, 75, 100)),
  source text not null,
  rated_on date not null,
  primary key (workspace_id, alliance_id, person_id),
  foreign key (workspace_id, alliance_id) references alliances (workspace_id, id),
  foreign key (workspace_id, person_id) references persons (workspace_id, id)
);

create table capacity_ratings (
  workspace_id uuid not null,
  person_id uuid not null,
  rating smallint not null check (rating in (0, 25, 50, 75, 100)),
  -- how many sponsorships the person can carry; none: the policy's limit
  most smallint check (most >= 0),
  source text not null,
  rated_on date not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references persons (workspace_id, id)
);
select protect('capacity_ratings', $$app_side() = 'ours'$$, 'select, insert, update, delete');

create table conflicts_of_interest (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  reason text not null check (reason <> ''),
  source text not null,
  from_day date not null,
  to_day date,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references persons (workspace_id, id),
  foreign key (workspace_id, organisation_id) references organisations (workspace_id, id)
);
create index conflicts_of_interest_of_person on conflicts_of_interest (workspace_id, person_id);
select protect('conflicts_of_interest', $$app_side() = 'ours'$$, 'select, insert, update, delete');

create table partner_vetoes (
  workspace_id uuid not null,
  alliance_id uuid not null,
  person_id uuid not null,
  reason text not null check (reason <> ''),
  source text not null,
  stated_on date not null,
  primary key (workspace_id, alliance_id, person_id),
  foreign key (workspace_id, alliance_id) references alliances (workspace_id, id),
  foreign key (workspace_id, person_id) references persons (workspace_id, id)
);

-- The state of sponsorship as derived by sponsorship/domain, refreshed in the transaction that changes a fact behind it
-- and, since time alone can change it, on `next_look_on`.
create table alliance_standings (
  workspace_id uuid not null,
  alliance_id uuid not null,
  state text not null check (state in
    ('missing', 'nominated', 'ensured', 'atRisk', 'inHandover', 'falseStart', 'underTheRadar')),
  since date not null,
  sponsor_person_id uuid,
  counterpart_person_id uuid,
  manager_person_id uuid,
  next_look_on date,
  primary key (workspace_id, alliance_id),
  foreign key (workspace_id, alliance_id) references alliances (workspace_id, id) on delete cascade
);
create index alliance_standings_by_state on alliance_standings (workspace_id, state, alliance_id);
create index alliance_standings_by_sponsor on alliance_standings (workspace_id, sponsor_person_id);
create index alliance_standings_next_look on alliance_standings (next_look_on) where next_look_on is not null;

-- Which alliances a seat without the whole workspace in reach may see: those its person manages, sponsors, deputises for
-- or is asked to sponsor. It runs as the owner, since the tables it reads are themselves behind this question.
create function alliances_in_reach() returns setof uuid language sql stable security definer
set search_path = public, pg_temp as $$
  select alliance_id from alliance_manager_terms
   where workspace_id = app_workspace() and person_id = app_person() and side = app_side()
     and from_day <= current_date and (to_day is null or current_date < to_day)
  union
  select alliance_id from appointments
   where workspace_id = app_workspace() and app_person() in (person_id, deputy_person_id) and side = app_side()
     and (to_day is null or current_date < to_day)
  union
  select n.alliance_id from nominations n
   where n.workspace_id = app_workspace() and n.person_id = app_person() and n.side = app_side()
     and not exists (select from nomination_ends e where e.workspace_id = n.workspace_id and e.nomination_id = n.id)
$$;

create function alliances_of_partner() returns setof uuid language sql stable security definer
set search_path = public, pg_temp as $$
  select alliance_id from alliance_partners
   where workspace_id = app_workspace() and organisation_id = app_partner() and visibility = 'shared'
$$;

select protect('alliances', $$(app_side() = 'ours' and (app_reach() = 'workspace' or id in (select alliances_in_reach())))
  or (app_side() = 'theirs' and visibility = 'shared' and id in (select alliances_of_partner()))$$,
  'select, insert, update, delete');
do $$
declare target text;
begin
  -- facts of an alliance with a shared half
  foreach target in array array['alliance_manager_terms', 'alliance_objectives', 'appointments'] loop
    perform protect(target::regclass, $p$(app_side() = 'ours'
      and (app_reach() = 'workspace' or alliance_id in (select alliances_in_reach())))
      or (app_side() = 'theirs' and visibility = 'shared' and alliance_id in (select alliances_of_partner()))$p$,
      'select, insert, update, delete');
  end loop;
  -- a partner sees of the partners only itself
  perform protect('alliance_partners', $p$(app_side() = 'ours'
    and (app_reach() = 'workspace' or alliance_id in (select alliances_in_reach())))
    or (app_side() = 'theirs' and visibility = 'shared' and organisation_id = app_partner())$p$,
    'select, insert, update, delete');
  -- internal facts of an alliance
  foreach target in array array['alliance_area_values', 'alliance_decisions', 'alliance_phase_entries',
    'selection_cases', 'nominations', 'alliance_archetypes', 'stake_ratings', 'partner_vetoes', 'alliance_standings'] loop
    perform protect(target::regclass, $p$app_side() = 'ours'
      and (app_reach() = 'workspace' or alliance_id in (select alliances_in_reach()))$p$,
      'select, insert, update, delete');
  end loop;
  perform protect('appointment_ends', $p$app_side() = 'ours'
    and appointment_id in (select id from appointments)$p$, 'select, insert');
  foreach target in array array['nomination_ends', 'nomination_talks', 'nomination_reminders'] loop
    perform protect(target::regclass, $p$app_side() = 'ours'
      and nomination_id in (select id from nominations)$p$, 'select, insert');
  end loop;
end $$;
revoke update, delete on selection_cases, nominations from entente_app;

-- Who may sign in (identity), and in which seat of which workspace they then sit (access).
create schema identity;
grant usage on schema identity to entente_identity;

create table identity."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table identity.session (
  id text primary key,
  "userId" text not null references identity."user" (id) on delete cascade,
  token text not null unique,
  "expiresAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index session_of_user on identity.session ("userId");
create table identity.account (
  id text primary key,
  "userId" text not null references identity."user" (id) on delete cascade,
  "accountId" text not null,
  "providerId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index account_of_user on identity.account ("userId");
create table identity.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_by_identifier on identity.verification (identifier);
create table identity."rateLimit" (
  id text primary key,
  key text not null unique,
  count int not null,
  "lastRequest" bigint not null
);
grant select, insert, update, delete on all tables in schema identity to entente_identity;

create table seats (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  user_id text not null references identity."user" (id),
  name text not null,
  mail text not null,
  role text not null
    check (role in ('headOfAlliances', 'allianceManager', 'executiveSponsor', 'assistant', 'auditor')),
  is_owner boolean not null default false,
  side text not null default 'ours' check (side in ('ours', 'theirs')),
  partner_organisation_id uuid,
  person_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, user_id),
  foreign key (workspace_id, person_id) references persons (workspace_id, id),
  foreign key (workspace_id, partner_organisation_id) references organisations (workspace_id, id),
  check ((side = 'theirs') = (partner_organisation_id is not null))
);
create index seats_of_user on seats (user_id);
select protect('seats', $$app_side() = 'ours' or user_id = app_user()$$, 'select, insert, update');
create policy own_seats on seats for select to entente_app using (user_id = app_user());
create policy workspaces_of_own_seats on workspaces for select to entente_app
  using (id in (select workspace_id from seats where user_id = app_user()));

create table seat_ends (
  workspace_id uuid not null,
  seat_id uuid not null,
  ended_at timestamptz not null,
  ended_by text not null,
  reason text not null,
  primary key (workspace_id, seat_id),
  foreign key (workspace_id, seat_id) references seats (workspace_id, id)
);
select protect('seat_ends', $$app_side() = 'ours'$$, 'select, insert, delete');
create policy ends_of_own_seats on seat_ends for select to entente_app
  using (seat_id in (select id from seats where user_id = app_user()));

create table invitations (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  mail text not null,
  name text not null,
  role text not null
    check (role in ('headOfAlliances', 'allianceManager', 'executiveSponsor', 'assistant', 'auditor')),
  person_id uuid,
  invited_at timestamptz not null,
  invited_by text not null,
  expires_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references persons (workspace_id, id)
);
select protect('invitations', $$app_side() = 'ours' and app_reach() = 'workspace'$$, 'select, insert');

create table invitation_ends (
  workspace_id uuid not null,
  invitation_id uuid not null,
  kind text not null check (kind in ('accepted', 'revoked')),
  ended_at timestamptz not null,
  ended_by text not null,
  primary key (workspace_id, invitation_id),
  foreign key (workspace_id, invitation_id) references invitations (workspace_id, id)
);
select protect('invitation_ends', $$app_side() = 'ours' and app_reach() = 'workspace'$$, 'select, insert');

-- Opens a transaction's view for one seat: the seat's facts come back, and every policy reads what is set here.
-- No row: this user has no seat in force in this workspace, and nothing is visible.
create function enter_seat(of_user text, in_workspace uuid)
returns table (seat_id uuid, name text, role text, side text, is_owner boolean, person_id uuid, seats_workspace uuid)
language plpgsql as $$
declare seat seats%rowtype;
begin
  perform set_config('app.user', of_user, true), set_config('app.workspace', '', true),
    set_config('app.side', 'none', true), set_config('app.reach', 'none', true),
    set_config('app.person', '', true), set_config('app.partner', '', true);
  select s.* into seat from seats s
   where s.user_id = of_user and (in_workspace is null or s.workspace_id = in_workspace)
     and not exists (select from seat_ends e where e.workspace_id = s.workspace_id and e.seat_id = s.id)
   order by s.created_at desc limit 1;
  if not found then return; end if;
  perform set_config('app.workspace', seat.workspace_id::text, true),
    set_config('app.side', seat.side, true),
    set_config('app.reach', case when seat.side = 'ours' and seat.role in ('headOfAlliances', 'auditor')
                            then 'workspace' else 'own' end, true),
    set_config('app.person', coalesce(seat.person_id::text, ''), true),
    set_config('app.partner', coalesce(seat.partner_organisation_id::text, ''), true);
  return query select seat.id, seat.name, seat.role, seat.side, seat.is_owner, seat.person_id, seat.workspace_id;
end $$;

-- Opens a transaction's view for the software itself: jobs, the command line, an answer by signed link.
create function enter_workspace(in_workspace uuid, as_person uuid) returns void language plpgsql as $$
begin
  perform set_config('app.user', '', true), set_config('app.workspace', in_workspace::text, true),
    set_config('app.side', 'ours', true), set_config('app.reach', 'workspace', true),
    set_config('app.person', coalesce(as_person::text, ''), true), set_config('app.partner', '', true);
end $$;

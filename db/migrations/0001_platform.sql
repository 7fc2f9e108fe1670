-- The ground: who may touch what, workspaces, the ledger, mail and the server's secrets.
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- Roles belong to the whole cluster: another database of ours may have made them already, even at this moment.
do $$
declare role_name text;
begin
  foreach role_name in array array['entente_app', 'entente_identity'] loop
    begin
      if not exists (select from pg_roles where rolname = role_name) then
        execute format('create role %I nologin', role_name);
      end if;
    exception when duplicate_object or unique_violation then null;
    end;
    begin
      if not pg_has_role(current_user, role_name, 'member') then
        execute format('grant %I to %I', role_name, current_user);
      end if;
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
end $$;

grant usage on schema public to entente_app;

-- What the present transaction may see. A setting becomes '' after the first transaction that set it, hence nullif.
create function app_workspace() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.workspace', true), '')::uuid;
create function app_user() returns text language sql stable parallel safe
  return nullif(current_setting('app.user', true), '');
create function app_side() returns text language sql stable parallel safe
  return coalesce(nullif(current_setting('app.side', true), ''), 'none');
create function app_reach() returns text language sql stable parallel safe
  return coalesce(nullif(current_setting('app.reach', true), ''), 'none');
create function app_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::uuid;
create function app_partner() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.partner', true), '')::uuid;

-- Row security for one table. The application's role sees one workspace, and of it only what `condition` lets through;
-- the owner (migrations, backup, verification) sees all.
create function protect(target regclass, condition text, rights text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner_sees_all on %s to current_user using (true) with check (true)', target);
  execute format('create policy one_workspace on %s to entente_app using (workspace_id = app_workspace() and (%s))',
    target, condition);
  execute format('grant %s on %s to entente_app', rights, target);
end $$;

create table workspaces (
  id uuid primary key,
  name text not null check (name <> ''),
  is_demo boolean not null default false,
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  created_at timestamptz not null
);
alter table workspaces enable row level security;
alter table workspaces force row level security;
create policy owner_sees_all on workspaces to current_user using (true) with check (true);
create policy one_workspace on workspaces to entente_app using (id = app_workspace());
grant select, insert, update on workspaces to entente_app;

-- The ledger: entries chain by hash; what is personal lies beside it, bound by a salted digest, and can be erased.
create table ledger_entries (
  workspace_id uuid not null references workspaces (id),
  number bigint not null check (number > 0),
  recorded_at timestamptz not null,
  actor jsonb not null,
  type text not null,
  subjects jsonb not null,
  detail_digest text not null check (detail_digest ~ '^[0-9a-f]{64}$'),
  previous_hash text not null check (previous_hash ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (workspace_id, number)
);
create index ledger_entries_by_subject on ledger_entries using gin (subjects jsonb_path_ops);
select protect('ledger_entries', $$app_side() = 'ours'$$, 'select, insert');

create table ledger_details (
  workspace_id uuid not null,
  number bigint not null,
  salt text,
  detail jsonb,
  erased_at timestamptz,
  primary key (workspace_id, number),
  foreign key (workspace_id, number) references ledger_entries (workspace_id, number),
  check ((erased_at is null) = (detail is not null and salt is not null))
);
select protect('ledger_details', $$app_side() = 'ours'$$, 'select, insert');
grant update (salt, detail, erased_at) on ledger_details to entente_app;

create table ledger_heads (
  workspace_id uuid primary key references workspaces (id),
  number bigint not null,
  hash text not null
);
select protect('ledger_heads', $$app_side() = 'ours'$$, 'select, insert, update');

create table mails (
  workspace_id uuid not null references workspaces (id),
  id uuid not null,
  purpose text not null,
  to_mail text not null,
  to_name text not null,
  to_person_id uuid,
  subject text not null,
  body_text text not null,
  body_html text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create index mails_newest on mails (workspace_id, created_at desc);
select protect('mails', $$app_side() = 'ours' and app_reach() = 'workspace'$$, 'select, insert, delete');

-- A sponsor's or manager's act may send a mail without letting them read the others' mail.
create policy anyone_of_ours_sends on mails for insert to entente_app
  with check (workspace_id = app_workspace() and app_side() = 'ours');

create table mail_deliveries (
  workspace_id uuid not null,
  id uuid not null,
  mail_id uuid not null,
  tried_at timestamptz not null,
  outcome text not null check (outcome in ('sent', 'failed')),
  answer text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, mail_id) references mails (workspace_id, id) on delete cascade
);
create unique index mail_deliveries_sent_once on mail_deliveries (workspace_id, mail_id) where outcome = 'sent';
select protect('mail_deliveries', $$app_side() = 'ours' and app_reach() = 'workspace'$$, 'select, insert');

-- Keys that sign links and sessions: read once at start by the owner; the application's role has no right here.
create table server_secrets (
  name text primary key,
  secret text not null,
  made_at timestamptz not null
);

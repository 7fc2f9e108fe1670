-- Erasing a person, and the organisation chart's way down.

-- Who reports to whom on any day, not only in posts without an end.
create index positions_by_line on positions (workspace_id, reports_to, person_id);

-- Text as a regular expression that finds just that text, as a whole word.
create function whole_word(word text) returns text language sql immutable parallel safe
  return '(?<!\w)' || regexp_replace(word, '([.*+?()\[\]{}|^$\\])', '\\\1', 'g') || '(?!\w)';

-- One expression for several words, each also as JSON writes it inside a string; null for none.
create function any_whole_word(words text[]) returns text language sql immutable parallel safe
  return (select string_agg(whole_word(form), '|') from (
    select distinct form from unnest(words) word, lateral (values (word), (trim(both '"' from to_json(word)::text))) f (form)
     where form <> '') forms);

-- Replaces an erased person's names and addresses in every text of the workspace. The application's role has no right to
-- change decisions on record; this does it for one purpose, once the erasure itself is on record.
-- `names`: all names, replaced where the same row also gives the person's id. `telling_names`: those that nobody else
-- bears, replaced everywhere. `codes`: ids in other systems, replaced in rows that a telling name or an address gives away.
-- Names of organisations, areas and alliances stay: a company may be called after its founder.
create function redact_person(person uuid, names text[], telling_names text[], mails text[], codes text[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  place record;
  near text := any_whole_word(names);
  telling text := any_whole_word(telling_names || mails);
  all_words text := any_whole_word(names || mails || codes);
begin
  if app_side() <> 'ours' or app_reach() <> 'workspace' or not exists (
    select from person_erasures where workspace_id = app_workspace() and person_id = person) then
    raise exception 'No erasure of this person is on record here.';
  end if;
  for place in
    select c.table_name,
           string_agg(format('%1$I = regexp_replace(%1$I::text, $1, ''Erased person'', ''g'')::%2$s', c.column_name, c.udt_name), ', ') as changes,
           string_agg(format('%I::text ~ $4', c.column_name), ' or ') as finds
      from information_schema.columns c
      join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.udt_name in ('text', 'jsonb', 'citext', 'varchar')
       and c.table_name not in ('workspaces', 'organisations', 'business_areas', 'alliances', 'persons', 'seats', 'server_secrets',
         'ledger_entries', 'ledger_details', 'ledger_heads')
       and exists (select from information_schema.columns w where w.table_schema = 'public'
         and w.table_name = c.table_name and w.column_name = 'workspace_id')
     group by c.table_name
  loop
    if near is not null then
      execute format('update %I t set %s where workspace_id = $2 and t::text like $3 and (%s)', place.table_name, place.changes, place.finds)
        using near, app_workspace(), '%' || person || '%', near;
    end if;
    if telling is not null then
      execute format('update %I t set %s where workspace_id = $2 and t::text like $3 and (%s)', place.table_name, place.changes, place.finds)
        using all_words, app_workspace(), '%', telling;
    end if;
  end loop;
  update invitations set name = 'Erased person', mail = '' where workspace_id = app_workspace() and person_id = person;
  update identity."user" u set name = 'Erased person', email = 'erased-' || u.id || '@erased.invalid', image = null, "updatedAt" = now()
   where u.id in (select user_id from seats where workspace_id = app_workspace() and person_id = person and role <> 'assistant')
     and not exists (select from seats s where s.user_id = u.id and not exists (
       select from seat_ends e where e.workspace_id = s.workspace_id and e.seat_id = s.id));
  delete from identity.session where "userId" in (select id from identity."user" where email = 'erased-' || id || '@erased.invalid');
  delete from identity.account where "userId" in (select id from identity."user" where email = 'erased-' || id || '@erased.invalid');
  update seats set name = 'Erased person', mail = '' where workspace_id = app_workspace() and person_id = person and role <> 'assistant';
end $$;
revoke execute on function redact_person from public;
grant execute on function redact_person to entente_app;

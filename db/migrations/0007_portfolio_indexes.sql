-- What the list of alliances filters by, sorts by and searches in. Under row security only comparisons that the database
-- trusts not to leak (its leakproof ones) may use an index: those of text, dates, integers and booleans are, those of numeric
-- and `like` are not. Hence whole numbers to sort by, and a function that searches as the owner and gives back nothing but
-- ids. A filter and an order share an index only within one table: hence the state of sponsorship on the alliance's own row.
alter table alliances
  add column phase_place smallint not null default 0,
  add column value_place bigint not null default 0,
  add column standing text not null default 'missing',
  add column has_sponsor boolean not null default false;

-- All four are kept by the database itself, so that nothing that writes an alliance or its standing need know of them. They
-- are plain columns, so that a copy of a row can be written back as it is.
create function place_alliance() returns trigger language plpgsql as $$
begin
  new.phase_place := array_position(array['strategy', 'selection', 'negotiation', 'planning', 'governance', 'management',
    'transformation'], new.phase);
  new.value_place := round(new.yearly_value);
  return new;
end $$;
create trigger alliances_are_placed before insert or update on alliances for each row execute function place_alliance();

create function copy_standing() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    update alliances set standing = 'missing', has_sponsor = false
     where workspace_id = old.workspace_id and id = old.alliance_id;
  else
    update alliances set standing = new.state, has_sponsor = new.sponsor_person_id is not null
     where workspace_id = new.workspace_id and id = new.alliance_id
       and (standing, has_sponsor) is distinct from (new.state, new.sponsor_person_id is not null);
  end if;
  return null;
end $$;
create trigger standings_are_copied after insert or update or delete on alliance_standings
  for each row execute function copy_standing();

update alliances a set standing = s.state, has_sponsor = s.sponsor_person_id is not null
  from alliance_standings s where s.workspace_id = a.workspace_id and s.alliance_id = a.id;
update alliances set phase_place = 0 where phase_place = 0;

drop index alliances_by_value;
create index alliances_by_value on alliances (workspace_id, value_place, id);
create index alliances_by_phase_place on alliances (workspace_id, phase_place, name, id);
create index alliances_by_phase_and_value on alliances (workspace_id, phase, value_place, id);
create index alliances_by_phase_and_end on alliances (workspace_id, phase, ends_on, id);
create index alliances_by_standing on alliances (workspace_id, standing, name, id);
create index alliances_by_standing_and_phase on alliances (workspace_id, standing, phase_place, name, id);
create index alliances_by_standing_and_value on alliances (workspace_id, standing, value_place, id);
create index alliances_by_standing_and_end on alliances (workspace_id, standing, ends_on, id);
create index alliances_without_sponsor on alliances (workspace_id, phase_place, name, id) where not has_sponsor;
create index alliance_standings_by_counterpart on alliance_standings (workspace_id, counterpart_person_id);

-- Alliances whose name, or a partner's, or one of whose sponsors' holds these words. Ids only, of the workspace of the
-- present transaction: what may be seen of them is still for the policies of alliances to say.
create function alliances_matching(words text) returns setof uuid language plpgsql stable security definer rows 100
set search_path = public, pg_temp as $$
declare
  here constant uuid := app_workspace();
  pattern constant text := '%' || replace(replace(replace(lower(words), '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
  if app_side() <> 'ours' then return; end if;
  return query
    select a.id from alliances a where a.workspace_id = here and lower(a.name) like pattern
    union
    select p.alliance_id from organisations o
      join alliance_partners p on p.workspace_id = o.workspace_id and p.organisation_id = o.id
     where o.workspace_id = here and lower(o.name) like pattern
    union
    select s.alliance_id from persons n
      join alliance_standings s on s.workspace_id = n.workspace_id and s.sponsor_person_id = n.id
     where n.workspace_id = here and lower(n.name) like pattern
    union
    select s.alliance_id from persons n
      join alliance_standings s on s.workspace_id = n.workspace_id and s.counterpart_person_id = n.id
     where n.workspace_id = here and lower(n.name) like pattern;
end $$;

-- The same policies, said so that the database can plan with them. A setting read inside `(select ...)` is read once for a
-- statement instead of once for a row; and since it is then a plain yes or no, not an equation that seems almost never to
-- hold, the planner expects most rows to pass and takes the index that already has the order asked for.
create function app_is_ours() returns boolean language sql stable parallel safe
  return app_side() = 'ours';
create function app_reaches_all() returns boolean language sql stable parallel safe
  return app_side() = 'ours' and app_reach() = 'workspace';

alter policy one_workspace on alliances using (workspace_id = (select app_workspace()) and ((select app_reaches_all())
  or (app_side() = 'ours' and id in (select alliances_in_reach()))
  or (app_side() = 'theirs' and visibility = 'shared' and id in (select alliances_of_partner()))));
alter policy one_workspace on alliance_partners using (workspace_id = (select app_workspace()) and ((select app_reaches_all())
  or (app_side() = 'ours' and alliance_id in (select alliances_in_reach()))
  or (app_side() = 'theirs' and visibility = 'shared' and organisation_id = app_partner())));
alter policy one_workspace on organisations using (workspace_id = (select app_workspace()) and ((select app_is_ours())
  or id = app_partner() or visibility = 'shared'));
do $$
declare target text;
begin
  foreach target in array array['alliance_manager_terms', 'alliance_objectives', 'appointments'] loop
    execute format($p$alter policy one_workspace on %I using (workspace_id = (select app_workspace())
      and ((select app_reaches_all()) or (app_side() = 'ours' and alliance_id in (select alliances_in_reach()))
        or (app_side() = 'theirs' and visibility = 'shared' and alliance_id in (select alliances_of_partner()))))$p$, target);
  end loop;
  foreach target in array array['alliance_area_values', 'alliance_decisions', 'alliance_phase_entries',
    'selection_cases', 'nominations', 'alliance_archetypes', 'stake_ratings', 'partner_vetoes', 'alliance_standings'] loop
    execute format($p$alter policy one_workspace on %I using (workspace_id = (select app_workspace())
      and ((select app_reaches_all()) or (app_side() = 'ours' and alliance_id in (select alliances_in_reach()))))$p$, target);
  end loop;
  foreach target in array array['persons', 'positions', 'business_areas'] loop
    execute format($p$alter policy one_workspace on %I using (workspace_id = (select app_workspace())
      and ((select app_is_ours()) or organisation_id = app_partner() or visibility = 'shared'))$p$, target);
  end loop;
end $$;

import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Queries } from '#platform/db/database.ts';

export type NamesBorne = {
  /** Every name the person bears or bore on record. */
  readonly names: readonly string[];
  /** Those of several words that no other person bears: they tell who is meant wherever they stand. */
  readonly tellingNames: readonly string[];
  readonly mails: readonly string[];
  /** Ids of the person and their posts in other systems. */
  readonly codes: readonly string[];
};

/** Names and addresses from the person's row, their seats, and what the ledger says they were before. */
export const findNamesBorne = async (db: Queries, id: string): Promise<NamesBorne> => {
  const { rows } = await sql<{ name: string | null; mail: string | null }>`
    select name, mail from persons where id = ${id}
    union select name, mail from seats where person_id = ${id} and role <> 'assistant'
    union select name, mail from invitations where person_id = ${id} and role <> 'assistant'
    union
    select part ->> 'name', part ->> 'mail'
      from ledger_entries e
      join ledger_details d on d.workspace_id = e.workspace_id and d.number = e.number
      cross join lateral (values (d.detail), (d.detail -> 'was'), (d.detail -> 'is')) parts (part)
     where e.subjects @> jsonb_build_array(jsonb_build_object('kind', 'person', 'id', ${id}::text))
       and e.type in ('person.entered', 'person.edited')`.execute(db);
  const names = [...new Set(rows.flatMap(({ name }) => (name ? [name] : [])))];
  const mails = [...new Set(rows.flatMap(({ mail }) => (mail ? [mail] : [])))];
  const shared = await sql<{ name: string }>`
    select distinct name from persons where name = any(${names}) and id <> ${id}`.execute(db);
  const codes = await sql<{ code: string }>`
    select external_id as code from persons where id = ${id} and external_id is not null
    union select external_id from positions where person_id = ${id} and external_id is not null`.execute(db);
  const others = new Set(shared.rows.map(({ name }) => name));
  return {
    names,
    mails,
    codes: codes.rows.map(({ code }) => code),
    tellingNames: names.filter((name) => /\s/.test(name) && !others.has(name)),
  };
};

/**
 * Erases salt and content of every ledger detail that concerns the person: by subject, or because it gives their address
 * or a name that only they bear, or any of their names beside their id. The id alone tells nothing once the name is gone.
 * The entries themselves, and so the chain, stay as they are.
 */
export const eraseLedgerDetails = async (context: Context, id: string, borne: NamesBorne): Promise<number> => {
  const telling = [...borne.tellingNames, ...borne.mails];
  const { rows } = await sql<{ number: number }>`
    update ledger_details d set salt = null, detail = null, erased_at = ${context.now}
      from ledger_entries e
     where e.workspace_id = d.workspace_id and e.number = d.number and d.erased_at is null
       and (e.subjects @> jsonb_build_array(jsonb_build_object('kind', 'person', 'id', ${id}::text))
            or d.detail::text ~ any_whole_word(${telling})
            or (d.detail::text like ${`%${id}%`} and d.detail::text ~ any_whole_word(${[...borne.names]})))
    returning d.number`.execute(context.db);
  return rows.length;
};

import { sql } from 'kysely';
import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import { mayExportPerson } from '#people/domain/people-policy.ts';
import type { PersonExport } from '#people/people-contract.ts';
import type { Context } from '#platform/context.ts';
import type { Queries } from '#platform/db/database.ts';
import { loadPerson } from './person-store.ts';
import { personalTables } from './personal-data.ts';

type Row = Record<string, unknown>;

/** Gathers everything that is kept about one person; that it was taken out goes on record first, and so is in it. */
export const takeOutPerson = async (context: Context, id: string): Promise<Decision<PersonExport>> => {
  const { db, now } = context;
  const barred = mayExportPerson(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const person = await loadPerson(db, id);
  if (!person) return missing('person');
  await context.record([{ type: 'person.exported', subjects: [{ kind: 'person', id }], detail: {} }]);
  const tables: Record<string, Row[]> = {};
  for (const { table, columns } of personalTables) {
    const rows = await rowsNaming(db, table, columns, id);
    if (rows.length > 0) tables[table] = [...(tables[table] ?? []), ...rows];
  }
  const considered = await consideredIn(db, id);
  if (considered.length > 0) tables['considered_in_selection_cases'] = considered;
  const imported = await importedAs(db, id);
  if (imported.length > 0) tables['import_changes'] = imported;
  return accept({
    person: { id, name: person.name },
    exportedAt: now.toISOString(),
    tables,
    ledger: await ledgerOf(db, id),
  });
};

const rowsNaming = async (db: Queries, table: string, columns: readonly string[], id: string): Promise<Row[]> => {
  const names = sql.join(
    columns.map((column) => sql`${sql.ref(`t.${column}`)} = ${id}::uuid`),
    sql` or `,
  );
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) - 'workspace_id' as row from ${sql.table(table)} t where ${names}`.execute(db);
  return rows.map(({ row }) => row);
};

/** Of the cases in which the person was a candidate beside others: their own part only, wherever it lies in the case. */
const consideredIn = async (db: Queries, id: string): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select id as case_id, alliance_id, decided_at,
           jsonb_path_query_array(facts, 'strict $.** ? (@.id == $person)', jsonb_build_object('person', ${id}::text)) as facts,
           jsonb_path_query_array(ranking, 'strict $.** ? (@.id == $person)', jsonb_build_object('person', ${id}::text)) as ranking
      from selection_cases where facts::text like ${`%${id}%`} or ranking::text like ${`%${id}%`}
     order by decided_at`.execute(db);
  return rows;
};

/** What imports wrote about the person or their posts. */
const importedAs = async (db: Queries, id: string): Promise<Row[]> => {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) - 'workspace_id' as row from import_changes t
     where t.row_key = ${id} or t.before ->> 'person_id' = ${id} or t.after ->> 'person_id' = ${id}
     order by t.import_id, t.number`.execute(db);
  return rows.map(({ row }) => row);
};

const ledgerOf = async (db: Queries, id: string): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select e.number, e.recorded_at, e.type, e.actor, e.subjects, d.detail, d.erased_at
      from ledger_entries e left join ledger_details d on d.workspace_id = e.workspace_id and d.number = e.number
     where e.subjects @> jsonb_build_array(jsonb_build_object('kind', 'person', 'id', ${id}::text))
        or e.actor ->> 'personId' = ${id}
     order by e.number`.execute(db);
  return rows;
};

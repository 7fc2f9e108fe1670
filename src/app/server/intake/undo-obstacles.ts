import { sql } from 'kysely';
import type { Refusal } from '#kernel/decision.ts';
import type { Queries } from '#platform/db/database.ts';
import { type ChangeTarget, changeTargets } from './change.ts';
import { changeTables } from './change-tables.ts';

const stamps = sql`'{created_at,recorded_at,registered_at,entered_at}'::text[]`;
const mostNamed = 5;

/** Why an import cannot be undone: what it wrote was changed since, or something later depends on it. Each names a record. */
export const undoObstacles = async (db: Queries, importId: string): Promise<Refusal[]> => {
  const refusals: Refusal[] = [];
  const written = await db
    .selectFrom('import_changes')
    .select('target')
    .distinct()
    .where('import_id', '=', importId)
    .execute();
  const targets = changeTargets.filter((target) => written.some((row) => row.target === target));
  for (const target of targets) refusals.push(...(await changedSince(db, importId, target)));
  if (refusals.length === 0) for (const target of targets) refusals.push(...(await dependants(db, importId, target)));
  return refusals.slice(0, mostNamed);
};

const changedSince = async (db: Queries, importId: string, target: ChangeTarget): Promise<Refusal[]> => {
  const found = await sql<{ label: string; isGone: boolean }>`
    select c.label, t.workspace_id is null as "isGone" from import_changes c
    left join ${sql.table(target)} t on ${changeTables[target].isRow}
    where c.import_id = ${importId} and c.target = ${target} and c.action in ('insert', 'update')
      and (t.workspace_id is null or not to_jsonb(t) @> (c.after - ${stamps}))
    order by c.number limit ${mostNamed}`.execute(db);
  return found.rows.map(({ label, isGone }) => ({
    rule: 'INT-18',
    message: `${label} (among the ${changeTables[target].what}) was ${isGone ? 'removed' : 'changed'} after the import, and undoing would lose that. Correct single records by hand instead.`,
  }));
};

/** Rows that lie on top of what was brought in and go with it without a loss. */
const derived = ['alliance_standings'];

const words: { readonly [table: string]: string } = {
  appointments: 'an appointment as sponsor',
  nominations: 'a nomination',
  selection_cases: 'a selection case',
  seats: 'a seat in this workspace',
  invitations: 'an invitation',
  person_erasures: 'an erasure',
  stake_ratings: 'a rating of stake',
  capacity_ratings: 'a rating of capacity',
  conflicts_of_interest: 'a conflict of interest',
  partner_vetoes: "a partner's veto",
  alliance_archetypes: 'a choice of archetype',
  advice_ties: 'an advice tie',
  announced_moves: 'an announced move',
};

const wordsFor = (table: string): string => {
  const target = changeTargets.find((each) => each === table);
  return (
    words[table] ??
    (target
      ? `something else among the ${changeTables[target].what}`
      : `an entry among the ${table.replaceAll('_', ' ')}`)
  );
};

/** Every foreign key that points at the table, whoever made it, so that later capabilities are minded too. */
const dependants = async (db: Queries, importId: string, target: ChangeTarget): Promise<Refusal[]> => {
  const keys = await sql<{ table: string; column: string }>`
    select c.conrelid::regclass::text as "table", a.attname as "column"
    from pg_constraint c
    join lateral unnest(c.conkey, c.confkey) as k(own, theirs) on true
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.own
    join pg_attribute f on f.attrelid = c.confrelid and f.attnum = k.theirs
    where c.contype = 'f' and c.confrelid = ${target}::regclass and f.attname = 'id'`.execute(db);
  const refusals: Refusal[] = [];
  for (const { table, column } of keys.rows) {
    if (derived.includes(table)) continue;
    const own = changeTargets.find((each) => each === table);
    const isOwn = own
      ? sql`exists (select from import_changes o where o.import_id = ${importId} and o.target = ${own} and o.action = 'insert' and o.row_key = ${changeTables[own].keyOfRow})`
      : sql`false`;
    // A row that this import changed to point here points elsewhere again once it is restored.
    const isRestored = own
      ? sql`exists (select from import_changes o where o.import_id = ${importId} and o.target = ${own} and o.action = 'update'
          and o.row_key = ${changeTables[own].keyOfRow} and o.after ? ${column})`
      : sql`false`;
    const found = await sql<{ label: string }>`
      select c.label from import_changes c
      where c.import_id = ${importId} and c.target = ${target} and c.action = 'insert'
        and exists (select from ${sql.table(table)} t where t.${sql.ref(column)} = c.row_key::uuid and not ${isOwn} and not ${isRestored})
      order by c.number limit 2`.execute(db);
    for (const { label } of found.rows) {
      refusals.push({
        rule: 'INT-19',
        message: `${label} is needed by ${wordsFor(table)} that was made after the import. Take that back first.`,
      });
    }
  }
  return refusals;
};

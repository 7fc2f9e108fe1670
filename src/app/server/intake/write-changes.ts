import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '#platform/db/database.ts';
import { type Change, type ChangeTarget, changeTargets } from './change.ts';
import { changeTables, columnList } from './change-tables.ts';

type Action = Change['action'];
type Tell = (done: number, total: number) => Promise<void>;

const batchRows = 5_000;

/** Keeps planned changes in one statement; they are numbered in their order. */
export const insertChanges = async (
  db: Queries,
  workspaceId: string,
  importId: string,
  changes: readonly Change[],
  first: number,
): Promise<void> => {
  const rows = changes.map((change, index) => ({ ...change, number: first + index }));
  await sql`
    insert into import_changes (workspace_id, import_id, number, target, row_key, action, before, after, label, sheet, row)
    select ${workspaceId}::uuid, ${importId}::uuid, r.number, r.target, r."rowKey", r.action,
           nullif(r.before, 'null'::jsonb), nullif(r.after, 'null'::jsonb), r.label, r.sheet, r.row
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(number int, target text, "rowKey" text, action text, before jsonb, after jsonb, label text, sheet smallint, row int)`.execute(
    db,
  );
};

const groupsOf = async (db: Queries, importId: string) => {
  const rows = await db
    .selectFrom('import_changes')
    .select(['target', 'action', (fn) => fn.fn.countAll<number>().as('count')])
    .where('import_id', '=', importId)
    .groupBy(['target', 'action'])
    .execute();
  return new Map(rows.map(({ target, action, count }) => [`${target} ${action}`, Number(count)]));
};

/** Goes over the groups of changes in the order given, each by batches, and tells how far it is. */
const goOver = async (
  db: Queries,
  importId: string,
  order: readonly (readonly [ChangeTarget, Action])[],
  direction: 'asc' | 'desc',
  write: (target: ChangeTarget, action: Action, part: RawBuilder<unknown>) => RawBuilder<unknown>,
  tell: Tell,
): Promise<void> => {
  const groups = await groupsOf(db, importId);
  const total = [...groups.values()].reduce((sum, count) => sum + count, 0);
  let done = 0;
  for (const [target, action] of order) {
    if (!groups.has(`${target} ${action}`)) continue;
    let last = direction === 'asc' ? -1 : 2 ** 31 - 1;
    for (;;) {
      const numbers = await sql<{ last: number | null; count: number }>`
        select ${direction === 'asc' ? sql`max(number)` : sql`min(number)`} as last, count(*)::int as count from (
          select number from import_changes
          where import_id = ${importId} and target = ${target} and action = ${action}
            and number ${direction === 'asc' ? sql`>` : sql`<`} ${last}
          order by number ${sql.raw(direction)} limit ${batchRows}) part`.execute(db);
      const { last: reached, count } = numbers.rows[0] ?? { last: null, count: 0 };
      if (reached === null) break;
      const between =
        direction === 'asc'
          ? sql`number > ${last} and number <= ${reached}`
          : sql`number < ${last} and number >= ${reached}`;
      const part = sql`(select * from import_changes where import_id = ${importId} and target = ${target} and action = ${action} and ${between}
        order by number ${sql.raw(direction)})`;
      await write(target, action, part).execute(db);
      done += count;
      await tell(done, total);
      if (count < batchRows) break;
      last = reached;
    }
  }
};

const inserting = (
  workspaceId: string,
  target: ChangeTarget,
  part: RawBuilder<unknown>,
  content: 'after' | 'before',
) => {
  const table = sql.table(target);
  const columns = changeTables[target].inserted;
  return sql`insert into ${table} (workspace_id, ${columnList(columns)})
    select ${workspaceId}::uuid, ${columnList(columns, 'r')}
    from ${part} c cross join lateral jsonb_populate_record(null::${table}, c.${sql.ref(content)}) r`;
};

const updating = (target: ChangeTarget, part: RawBuilder<unknown>, content: 'after' | 'before') => {
  const columns = changeTables[target].updated;
  return sql`update ${sql.table(target)} t set (${columnList(columns)}) =
      (select ${columnList(columns, 'r')} from jsonb_populate_record(t, c.${sql.ref(content)}) r)
    from ${part} c where ${changeTables[target].isRow}`;
};

/** What is deleted is kept as it was, to its last column. */
const removing = (importId: string, target: ChangeTarget, part: RawBuilder<unknown>) => sql`
  with gone as (
    delete from ${sql.table(target)} t using ${part} c where ${changeTables[target].isRow} returning c.number, to_jsonb(t) as content)
  update import_changes kept set before = gone.content from gone where kept.import_id = ${importId} and kept.number = gone.number`;

const actionsOf = (target: ChangeTarget): readonly Action[] =>
  changeTables[target].refersToItself ? ['delete', 'insert', 'update'] : ['delete', 'update', 'insert'];

/** Writes all planned changes, table by table, so that what is referred to is there first. */
export const writeChanges = (db: Queries, workspaceId: string, importId: string, tell: Tell): Promise<void> =>
  goOver(
    db,
    importId,
    changeTargets.flatMap((target) => actionsOf(target).map((action) => [target, action] as const)),
    'asc',
    (target, action, part) =>
      action === 'insert'
        ? inserting(workspaceId, target, part, 'after')
        : action === 'update'
          ? updating(target, part, 'after')
          : removing(importId, target, part),
    tell,
  );

const restoring = (workspaceId: string, target: ChangeTarget, part: RawBuilder<unknown>) => {
  const table = sql.table(target);
  return sql`insert into ${table} select r.* from ${part} c
    cross join lateral jsonb_populate_record(null::${table}, c.before || jsonb_build_object('workspace_id', ${workspaceId}::text)) r`;
};

/** Takes all written changes back, in the opposite order. */
export const takeBackChanges = (db: Queries, workspaceId: string, importId: string, tell: Tell): Promise<void> =>
  goOver(
    db,
    importId,
    [...changeTargets]
      .reverse()
      .flatMap((target) => [...actionsOf(target)].reverse().map((action) => [target, action] as const)),
    'desc',
    (target, action, part) => {
      if (action === 'insert')
        return sql`delete from ${sql.table(target)} t using ${part} c where ${changeTables[target].isRow}`;
      return action === 'update' ? updating(target, part, 'before') : restoring(workspaceId, target, part);
    },
    tell,
  );

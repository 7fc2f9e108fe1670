import { sql } from 'kysely';
import { accept, type Decision, missing, refuse } from '#kernel/decision.ts';
import type { Services } from '#platform/context.ts';
import { inTransaction, type Queries } from '#platform/db/database.ts';

/**
 * Deletes a demo workspace with every row that belongs to it, the ledger included, for good. Only a workspace marked as a demo:
 * what people entered in a real one is never deleted. The tables and their order are read from the database's catalogue, so
 * that a table added later is not forgotten.
 */
export const deleteDemo = (services: Services, workspaceId: string): Promise<Decision<{ readonly rows: number }>> =>
  inTransaction(
    services.database,
    { as: 'owner' },
    async ({ queries }): Promise<Decision<{ rows: number }>> => {
      const found = await queries
        .selectFrom('workspaces')
        .select('is_demo')
        .where('id', '=', workspaceId)
        .forUpdate()
        .executeTakeFirst();
      if (!found) return missing('workspace');
      if (!found.is_demo) {
        return refuse({ rule: 'DEMO-1', message: 'This workspace is not a demo: only a demo is deleted as a whole.' });
      }
      let rows = await deleteWaitingJobs(queries, workspaceId);
      for (const table of await tablesChildrenFirst(queries)) {
        const deleted = await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId}`.execute(queries);
        rows += Number(deleted.numAffectedRows ?? 0);
      }
      await queries.deleteFrom('workspaces').where('id', '=', workspaceId).execute();
      return accept({ rows: rows + 1 });
    },
    (decision) => decision.ok,
  );

/** Every table whose rows belong to a workspace. */
export const workspaceTables = async (db: Queries): Promise<string[]> => {
  const found = await sql<{ name: string }>`
    select c.relname as name
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
     order by c.relname`.execute(db);
  return found.rows.map(({ name }) => name);
};

/** A table comes before those that its rows point to. A table that points to itself is emptied in one statement, which holds. */
const tablesChildrenFirst = async (db: Queries): Promise<string[]> => {
  const links = await sql<{ child: string; parent: string }>`
    select conrelid::regclass::text as child, confrelid::regclass::text as parent
      from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`.execute(db);
  const left = new Set(await workspaceTables(db));
  const order: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter(
      (table) => !links.rows.some(({ child, parent }) => parent === table && left.has(child)),
    );
    if (free.length === 0) throw new Error(`These tables point to each other in a circle: ${[...left].join(', ')}`);
    for (const table of free) left.delete(table);
    order.push(...free);
  }
  return order;
};

/** Work still queued for the workspace: there is nothing left that it could be done on. */
const deleteWaitingJobs = async (db: Queries, workspaceId: string): Promise<number> => {
  const queue = await sql<{ there: boolean }>`select to_regclass('pgboss.job') is not null as there`.execute(db);
  if (!queue.rows[0]?.there) return 0;
  const deleted = await sql`delete from pgboss.job where data ->> 'workspaceId' = ${workspaceId}`.execute(db);
  return Number(deleted.numAffectedRows ?? 0);
};

import { sql } from 'kysely';
import { accept, type Decision, refuse } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import type { CheckSummary } from './check-import.ts';
import { findImport } from './import-store.ts';
import type { RunRow, Tell } from './import-runs.ts';
import { undoObstacles } from './undo-obstacles.ts';
import { takeBackChanges, writeChanges } from './write-changes.ts';

/** What the last check found; null when the mapping has changed since, or nothing was checked yet. */
export const lastCheck = async ({ db }: Pick<Context, 'db'>, importId: string): Promise<CheckSummary | null> => {
  const row = await db
    .selectFrom('import_runs')
    .select('result')
    .where('import_id', '=', importId)
    .where('act', '=', 'check')
    .where('outcome', '=', 'done')
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.result as unknown as CheckSummary | undefined) ?? null;
};

/** What bears on the plan: anything else in the ledger leaves it as right as it was. */
const bearing = '^(organisation|area|person|position|alliance|import|demo)';

/** Writes what the check planned, in one transaction: all of it or nothing. */
export const applyPlanned = async (context: Context, { importId }: RunRow, tell: Tell): Promise<Decision<object>> => {
  const { db, workspaceId } = context;
  const check = await lastCheck(context, importId);
  const staged = await findImport(db, importId);
  if (!check || !staged)
    return refuse({ rule: 'INT-20', message: 'Check the import first: what it would do is not known.' });
  const moved = await sql<{ type: string }>`
    select type from ledger_entries where number > ${check.ledgerNumber} and type ~ ${bearing} limit 1`.execute(db);
  if (moved.rows.length > 0) {
    return refuse({
      rule: 'INT-22',
      message:
        'Records were changed since this import was checked, so what it would do may no longer be right. Check it again, then bring it in.',
    });
  }
  await writeChanges(db, workspaceId, importId, tell);
  await sql`delete from import_rows r where r.import_id = ${importId}
    and not exists (select from import_refusals f where f.import_id = r.import_id and f.sheet = r.sheet and f.row = r.row)
    and r.row > (select header_row from import_sheets s where s.import_id = r.import_id and s.number = r.sheet)`.execute(
    db,
  );
  await context.record([
    {
      type: 'import.applied',
      subjects: [{ kind: 'import', id: importId }],
      detail: { fileName: staged.file_name, counts: check.counts, records: check.changes },
    },
  ]);
  return accept({ records: check.changes });
};

/** Takes back all that an import wrote, unless that would lose what came after it. */
export const undoApplied = async (context: Context, { importId }: RunRow, tell: Tell): Promise<Decision<object>> => {
  const { db, workspaceId } = context;
  const staged = await findImport(db, importId);
  const obstacles = await undoObstacles(db, importId);
  if (obstacles.length > 0 || !staged) return refuse(...obstacles);
  // The event comes first: reactions look up what was touched, and these records are still there.
  await takeBackChanges(db, workspaceId, importId, tell);
  await context.record([
    { type: 'import.undone', subjects: [{ kind: 'import', id: importId }], detail: { fileName: staged.file_name } },
  ]);
  return accept({});
};

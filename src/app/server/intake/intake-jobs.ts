import { sql } from 'kysely';
import { accept, type Decision } from '#kernel/decision.ts';
import type { DomainEvent } from '#kernel/event.ts';
import { type Context, type Services, type Visit, visitAsSystem, visitAsUser } from '#platform/context.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { JobHandler, Recurring } from '#platform/jobs/jobs.ts';
import { applyPlanned, undoApplied } from './apply-import.ts';
import { checkStaged } from './check-import.ts';
import { performRun, type RunRow, runImportJob, type Tell } from './import-runs.ts';

const workOf = (context: Context, run: RunRow, tell: Tell): Promise<Decision<object>> =>
  run.act === 'check'
    ? checkStaged(context, run, tell)
    : run.act === 'apply'
      ? applyPlanned(context, run, tell)
      : undoApplied(context, run, tell);

/** Does a run now, in the visitor's own name. */
export const runNow = (
  visit: Visit,
  runId: string,
  onProgress?: (done: number, total: number) => void,
): Promise<Decision<object>> => performRun(visit, runId, workOf, onProgress);

export const intakeJobs = (services: () => Services): { readonly [job: string]: JobHandler } => ({
  async [runImportJob]({ workspaceId, runId, userId }) {
    const visit =
      typeof userId === 'string'
        ? visitAsUser(services(), userId, workspaceId)
        : visitAsSystem(services(), workspaceId, 'Import');
    await runNow(visit, String(runId));
  },
});

/** Reaction to a person's erasure: what imports still hold about them goes too. Their part of an import can then not be undone. */
export const forgetInImports = async ({ db }: Context, event: DomainEvent): Promise<void> => {
  for (const { kind, id } of event.subjects) {
    if (kind !== 'person') continue;
    const rows = await sql<{ import_id: string; sheet: number; row: number }>`
      update import_changes set label = 'Erased person',
        after = after - '{name,mail,external_id,title}'::text[], before = before - '{name,mail,external_id,title}'::text[]
      where (target = 'persons' and row_key = ${id}) or (target in ('positions', 'decision_rights') and ${id} in (after ->> 'person_id', before ->> 'person_id'))
      returning import_id, sheet, row`.execute(db);
    for (const { import_id, sheet, row } of rows.rows) {
      await sql`delete from import_rows where import_id = ${import_id} and sheet = ${sheet} and row = ${row}`.execute(
        db,
      );
      await sql`delete from import_refusals where import_id = ${import_id} and sheet = ${sheet} and row = ${row}`.execute(
        db,
      );
    }
    await sql`delete from import_lookalikes where other_id = ${id}::uuid`.execute(db);
  }
};

const staleDays = 30;

/** What was staged and never brought in holds people's data for nothing: it goes after a month. */
const discardStaleImports = async (services: Services): Promise<void> => {
  const workspaces = await inTransaction(services.database, { as: 'owner' }, ({ queries }) =>
    queries.selectFrom('workspaces').select('id').execute(),
  );
  for (const { id } of workspaces) {
    await visitAsSystem(services, id, 'Import').inWorkspace(async ({ db, now }) => {
      const before = new Date(now.getTime() - staleDays * 86_400_000);
      await sql`delete from imports i where i.uploaded_at < ${before}
        and not exists (select from import_runs r where r.import_id = i.id and r.act = 'apply' and r.outcome = 'done')`.execute(
        db,
      );
      return accept(null);
    });
  }
};

export const intakeRecurring = (services: () => Services): readonly Recurring[] => [
  { name: 'intake.discardStale', cron: '25 3 * * *', run: () => discardStaleImports(services()) },
];

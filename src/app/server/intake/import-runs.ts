import { type RawBuilder, sql } from 'kysely';
import { accept, type Decision, missing, refuse } from '#kernel/decision.ts';
import type { Context, Visit } from '#platform/context.ts';
import type { Queries } from '#platform/db/database.ts';
import { findImport } from './import-store.ts';
import { mayImport } from './intake-policy.ts';

export const runImportJob = 'intake.run';

export type Act = 'check' | 'apply' | 'undo';
export type Tell = (done: number, total: number) => Promise<void>;

/** A run on which nobody worked for a minute: its server is gone. */
export const isStalled: RawBuilder<boolean> = sql<boolean>`(finished_at is null and beat_at < clock_timestamp() - interval '60 seconds')`;

const actWords: { readonly [act in Act]: string } = {
  check: 'being checked',
  apply: 'being brought in',
  undo: 'being undone',
};

/** Notes that somebody wants this done and, unless they do it themselves, leaves it to a job. One import at a time is written or undone in a workspace. */
export const askForRun = async (
  context: Context,
  importId: string,
  act: Act,
  refusals: readonly string[],
  byJob: boolean,
): Promise<Decision<{ id: string }>> => {
  const { db, actor, now, workspaceId } = context;
  const forbidden = mayImport(actor);
  if (forbidden.length > 0) return { ok: false, kind: 'forbidden', refusals: forbidden };
  if (!(await findImport(db, importId))) return missing('import');
  if (refusals.length > 0) return refuse(...refusals.map((message) => ({ rule: 'INT-20', message })));
  const stalled = await db
    .selectFrom('import_runs')
    .select('id')
    .where('import_id', '=', importId)
    .where('act', '=', act)
    .where(isStalled)
    .executeTakeFirst();
  const id = stalled?.id ?? context.newId();
  if (!stalled) {
    const inserted = await sql`
      insert into import_runs (workspace_id, id, import_id, act, asked_at, asked_by, user_id, beat_at)
      values (${workspaceId}, ${id}, ${importId}, ${act}, ${now}, ${actor.name}, ${actor.userId}, clock_timestamp())
      on conflict do nothing returning id`.execute(db);
    if (inserted.rows.length === 0) return refuse({ rule: 'INT-21', message: await busySentence(db, importId, act) });
  } else await sql`update import_runs set beat_at = clock_timestamp() where id = ${id}`.execute(db);
  if (byJob) await context.enqueue(runImportJob, { runId: id, userId: actor.userId }, { retryLimit: 3 });
  return accept({ id });
};

const busySentence = async (db: Queries, importId: string, act: Act): Promise<string> => {
  const busy = await db
    .selectFrom('import_runs as r')
    .innerJoin('imports as i', (join) =>
      join.onRef('i.workspace_id', '=', 'r.workspace_id').onRef('i.id', '=', 'r.import_id'),
    )
    .select(['i.file_name', 'r.act', 'r.asked_by', 'r.import_id'])
    .where('r.finished_at', 'is', null)
    .where((is) => is.or([is('r.import_id', '=', importId), is('r.act', 'in', ['apply', 'undo'])]))
    .executeTakeFirst();
  if (!busy) return act === 'apply' ? 'This import was brought in already.' : 'This import was undone already.';
  const what = busy.import_id === importId ? 'This import' : busy.file_name;
  return `${what} is ${actWords[busy.act as Act]} at this moment (asked by ${busy.asked_by}). One import at a time: wait until it is done.`;
};

export type RunRow = { readonly id: string; readonly importId: string; readonly act: Act };

/** Does what a run asks for, in one transaction: all of it or nothing. Asked twice at once, only one does it. */
export const performRun = async (
  visit: Visit,
  runId: string,
  work: (context: Context, run: RunRow, tell: Tell) => Promise<Decision<object>>,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Decision<object>> => {
  const tell = progressTeller(visit, runId, onProgress);
  try {
    const decision = await visit.inWorkspace(async (context) => {
      const run = await claim(context.db, runId);
      if (!run) return accept({});
      const done = await work(context, run, tell);
      if (done.ok) await finish(context.db, runId, 'done', '', done.value);
      return done;
    });
    if (!decision.ok) await end(visit, runId, 'refused', decision.refusals.map(({ message }) => message).join(' '));
    return decision;
  } catch (error) {
    await end(
      visit,
      runId,
      'failed',
      'Something went wrong here, and nothing was changed. Try again; if it stays so, tell whoever runs this server.',
    );
    throw error;
  }
};

const claim = async (db: Queries, runId: string): Promise<RunRow | null> => {
  const locked = await sql<{
    isMine: boolean;
  }>`select pg_try_advisory_xact_lock(hashtextextended(${runId}, 0)) as "isMine"`.execute(db);
  if (!locked.rows[0]?.isMine) return null;
  const run = await db
    .selectFrom('import_runs')
    .select(['id', 'import_id', 'act'])
    .where('id', '=', runId)
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  return run ? { id: run.id, importId: run.import_id, act: run.act as Act } : null;
};

const finish = async (
  db: Queries,
  runId: string,
  outcome: 'done' | 'refused' | 'failed',
  message: string,
  result: object | null,
): Promise<void> => {
  await sql`update import_runs set finished_at = clock_timestamp(), outcome = ${outcome}, message = ${message},
    result = ${result === null ? null : JSON.stringify(result)}::jsonb, done = greatest(done, total) where id = ${runId} and finished_at is null`.execute(
    db,
  );
};

const end = async (visit: Visit, runId: string, outcome: 'refused' | 'failed', message: string): Promise<void> => {
  await visit.inWorkspace(async ({ db }) => {
    await finish(db, runId, outcome, message, null);
    return accept(null);
  });
};

/** Progress is written beside the work's own transaction, at most twice a second, and shows that somebody is at it. */
const progressTeller = (visit: Visit, runId: string, onProgress: (done: number, total: number) => void): Tell => {
  let last = 0;
  return async (exactly, total) => {
    const done = Math.round(exactly);
    onProgress(done, total);
    const at = performance.now();
    if (at - last < 500) return;
    last = at;
    await visit.inWorkspace(async ({ db }) => {
      await sql`update import_runs set done = ${done}, total = ${total}, beat_at = clock_timestamp() where id = ${runId} and finished_at is null`.execute(
        db,
      );
      return accept(null);
    });
  };
};

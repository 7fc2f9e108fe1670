import type pg from 'pg';
import { PgBoss } from 'pg-boss';

export type JobOptions = {
  readonly startAfter?: Date;
  readonly retryLimit?: number;
};

/** Runs one job. A throw means: try again later, with back-off, up to the retry limit. */
export type JobHandler = (data: { readonly workspaceId: string; readonly [key: string]: unknown }) => Promise<void>;

/** A job that runs by the clock. The time is five cron fields in UTC. */
export type Recurring = { readonly name: string; readonly cron: string; readonly run: () => Promise<void> };

export type Jobs = {
  enqueue(client: pg.PoolClient, job: string, data: object, options?: JobOptions): Promise<void>;
  /** Starts taking jobs. Without it, jobs written here are left to another server. */
  work(handlers: { readonly [job: string]: JobHandler }, recurring: readonly Recurring[]): Promise<void>;
  stop(): Promise<void>;
};

const schema = 'pgboss';

const grants = `
  grant usage on schema ${schema} to entente_app;
  grant select on all tables in schema ${schema} to entente_app;
  grant insert on ${schema}.job, ${schema}.job_common to entente_app;
  grant execute on all functions in schema ${schema} to entente_app;
`;

/**
 * The job queue, in the same database as everything else: a job is a row written in the transaction that wants it.
 * @param names every queue that is used, made at start when missing
 */
export const openJobs = async (
  url: string,
  names: readonly string[],
  onError: (error: Error) => void,
): Promise<Jobs> => {
  const boss = new PgBoss({ connectionString: url, schema, application_name: 'entente jobs', max: 4 });
  boss.on('error', onError);
  await boss.start();
  for (const name of names) await boss.createQueue(name, { retryLimit: 8, retryDelay: 15, retryBackoff: true });
  await boss.getDb().executeSql(grants);
  return {
    async enqueue(client, job, data, options = {}) {
      await boss.send(job, data, {
        ...(options.startAfter ? { startAfter: options.startAfter } : {}),
        ...(options.retryLimit === undefined ? {} : { retryLimit: options.retryLimit }),
        db: { executeSql: (text: string, values?: unknown[]) => client.query(text, values) },
      });
    },
    async work(handlers, recurring) {
      for (const [name, handle] of Object.entries(handlers)) {
        await boss.work(name, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async ([job]) => {
          if (job) await handle(job.data as never);
        });
      }
      for (const { name, cron, run } of recurring) {
        await boss.schedule(name, cron);
        await boss.work(name, { pollingIntervalSeconds: 30 }, async () => run());
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
};

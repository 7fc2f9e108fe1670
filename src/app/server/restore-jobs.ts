import type { Client } from 'pg';
import { startRefusal } from '#platform/db/embedded-refusal.ts';
import { openJobs } from '#platform/jobs/jobs.ts';
import { JOB_COLUMNS, JOBS } from './backup-tables.ts';

/** Where the jobs of a backup wait until the queue has made its own tables. */
export const JOBS_WAITING = 'pg_temp.jobs_waiting';

export const keepJobs = async (client: Client): Promise<void> => {
  await client.query(`
    create temporary table jobs_waiting (
      id uuid, name text, priority int, data jsonb, retry_limit int, retry_count int, retry_delay int,
      retry_backoff boolean, expire_seconds int, singleton_key text, start_after timestamptz, created_on timestamptz,
      keep_until timestamptz, policy text)`);
};

/** The queue makes its tables by itself and in its own transactions: jobs are put back after all else is committed. */
export const queueJobs = async (client: Client, url: string): Promise<void> => {
  const names = await client.query<{ name: string }>(`select distinct name from ${JOBS_WAITING} order by name`);
  if (names.rowCount === 0) return;
  try {
    const jobs = await openJobs(
      url,
      names.rows.map(({ name }) => name),
      () => undefined,
    );
    try {
      const list = JOB_COLUMNS.join(', ');
      await client.query(`insert into ${JOBS} (${list}) select ${list} from ${JOBS_WAITING} on conflict do nothing`);
    } finally {
      await jobs.stop();
    }
  } catch (error) {
    throw startRefusal(
      `Everything is restored except the jobs that were waiting, mails to be sent among them: ${(error as Error).message}`,
    );
  }
};

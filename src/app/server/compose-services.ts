import type { Services } from '#platform/context.ts';
import { openDatabase } from '#platform/db/database.ts';
import { openJobs } from '#platform/jobs/jobs.ts';
import { serverSecret } from '#platform/links/server-secret.ts';
import { jobHandlers, recurringJobs } from './job-list.ts';
import { reactions } from './reactions.ts';
import { openWorkerThreads } from './worker-threads.ts';

export type ServicesOptions = {
  /** A migrated database. */
  readonly databaseUrl: string;
  readonly dataFolder: string;
  readonly baseUrl: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly clock?: () => Date;
  readonly onError: (error: Error, where: string) => void;
};

export type OpenServices = {
  readonly services: Services;
  /** Starts taking jobs; the command line leaves them to the server. */
  work(): Promise<void>;
  close(): Promise<void>;
};

/** Everything behind the addresses: database, jobs, keys, reactions. */
export const openServices = async (options: ServicesOptions): Promise<OpenServices> => {
  const database = openDatabase(options.databaseUrl);
  const late = (): Services => services;
  const handlers = jobHandlers(late, { smtpUrl: options.smtpUrl, from: options.mailFrom });
  const recurring = recurringJobs(late);
  const queues = [...Object.keys(handlers), ...recurring.map(({ name }) => name)];
  const jobs = await openJobs(options.databaseUrl, queues, (error) => options.onError(error, 'jobs'));
  const threads = openWorkerThreads();
  const services: Services = {
    database,
    jobs,
    clock: options.clock ?? (() => new Date()),
    linkSecret: await serverSecret(database, 'links'),
    baseUrl: options.baseUrl,
    reactions,
    dataFolder: options.dataFolder,
    offLoop: threads.offLoop,
    mailGoesToOutbox: options.smtpUrl === null,
  };
  return {
    services,
    work: () => jobs.work(handlers, recurring),
    async close() {
      await jobs.stop();
      await threads.close();
      await database.close();
    },
  };
};

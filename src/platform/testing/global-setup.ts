import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts';
import { migrate } from '#platform/db/migrate.ts';
import { openJobs } from '#platform/jobs/jobs.ts';
import { createDatabase } from './test-database-server.ts';

/**
 * One PostgreSQL for a whole run, with one database migrated once; each test copies that. It is the embedded one in a
 * temporary folder, or the one that ENTENTE_TEST_DATABASE_URL names (a role that may create databases and roles).
 */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const server = await openServer();
  const template = await createDatabase(server.adminUrl);
  await migrate(template.url);
  await makeQueue(template.url);
  project.provide('testDatabase', { adminUrl: server.adminUrl, template: new URL(template.url).pathname.slice(1) });
  return async () => {
    await template.drop();
    await server.close();
  };
};

/** The queue makes its tables at its first start, which takes longer than all else that a test's server does. */
const makeQueue = async (url: string): Promise<void> => {
  const jobs = await openJobs(url, [], () => undefined);
  await jobs.stop();
};

const openServer = async (): Promise<{ adminUrl: string; close: () => Promise<void> }> => {
  const external = process.env['ENTENTE_TEST_DATABASE_URL'];
  if (external) return { adminUrl: external, close: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'entente-test-'));
  const server = await startEmbeddedPostgres({ dataFolder: folder, isDurable: false });
  return {
    adminUrl: server.url,
    close: async () => {
      await server.stop();
      await rm(server.dataFolder, { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
};

import { inject } from 'vitest';
import { createDatabase, type TestDatabase } from './test-database-server.ts';

export type { TestDatabase };

/** What the global setup hands to every test file: the server's maintenance database and the migrated template. */
export type TestServerKey = { readonly adminUrl: string; readonly template: string };

declare module 'vitest' {
  export interface ProvidedContext {
    testDatabase: TestServerKey;
  }
}

/** A database of a test's own with the newest schema and no rows, copied from the run's template. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const { adminUrl, template } = testServer();
  return createDatabase(adminUrl, `template ${template}`);
};

/** A database without any schema, for what must begin from nothing: migrating, restoring. */
export const createEmptyDatabase = async (): Promise<TestDatabase> => createDatabase(testServer().adminUrl);

const testServer = (): TestServerKey => {
  const server = inject('testDatabase') as TestServerKey | undefined;
  if (server === undefined) throw new Error('This test needs the database: its place is outside kernel/ and domain/.');
  return server;
};

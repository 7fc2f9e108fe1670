import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Values in, values out: no database, no isolation between files, a second for all of them. */
const pure = ['src/kernel/**', 'src/*/domain/**', 'src/*/web/**', 'src/ui/**', 'src/app/architecture*'];

export default defineConfig({
  test: {
    // A server test waits for the database half of the time: two at once even on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'pure',
          include: pure.map((folder) => `${folder}${folder.endsWith('**') ? '/' : ''}*.test.ts`),
          pool: 'threads',
          isolate: false,
        },
      },
      {
        test: {
          name: 'server',
          include: ['src/**/*.test.ts'],
          exclude: pure,
          globalSetup: ['src/platform/testing/global-setup.ts'],
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['e2e/**/*.spec.ts'],
          globalSetup: ['src/platform/testing/global-setup.ts'],
          pool: 'forks',
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});

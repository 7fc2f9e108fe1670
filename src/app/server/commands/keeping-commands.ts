import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Command } from 'commander';
import { openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { verifyLedgers } from '#platform/ledger/verify-ledger.ts';
import { backup } from '../backup.ts';
import { restore } from '../restore.ts';
import { onGround } from './command-ground.ts';

/** Keeping the record safe: schema, backup, restore, verification. */
export const addKeepingCommands = (program: Command, done: (code: number) => void): void => {
  program
    .command('migrate')
    .description('Bring the database to the schema of this version; a starting server does the same')
    .action(() =>
      onGround(async ({ databaseUrl }) => {
        process.stderr.write(`${await migrate(databaseUrl)} migrations applied.\n`);
      }),
    );
  program
    .command('backup')
    .description('Write everything into one file; the server may go on meanwhile')
    .argument('<file>', 'the file to write, such as entente-2026-11-24.backup')
    .action((file: string) =>
      onGround(async ({ databaseUrl }) => {
        const unfinished = `${file}.unfinished`;
        try {
          await backup(databaseUrl, createWriteStream(unfinished, { mode: 0o600 }));
          await rename(unfinished, file);
        } catch (error) {
          await rm(unfinished, { force: true });
          throw error;
        }
        process.stderr.write(
          `The backup is in ${file}. It holds keys and personal data: keep it as safe as the database.\n`,
        );
      }),
    );
  program
    .command('restore')
    .description('Load a backup into an empty database')
    .argument('<file>', 'a file that backup wrote')
    .action((file: string) =>
      onGround(async ({ databaseUrl }) => {
        await restore(databaseUrl, createReadStream(file));
        process.stderr.write('Restored. Check the record with: entente verify\n');
      }),
    );
  program
    .command('verify')
    .description("Recompute the ledger's chain from its first entry, for every workspace")
    .option('--json', 'as JSON on standard output')
    .action(({ json }: { json?: boolean }) =>
      onGround(async ({ databaseUrl }) => {
        const database = openDatabase(databaseUrl);
        try {
          const verdicts = await verifyLedgers(database);
          if (json) process.stdout.write(`${JSON.stringify(verdicts)}\n`);
          for (const { workspaceName, entries, erasedDetails, broken } of json ? [] : verdicts) {
            const verdict = broken
              ? `BROKEN at entry ${broken.number}: ${broken.why}`
              : `whole, ${entries} entries${erasedDetails > 0 ? `, of which ${erasedDetails} with personal details erased` : ''}`;
            process.stdout.write(`${workspaceName}: ${verdict}\n`);
          }
          done(verdicts.some(({ broken }) => broken) ? 1 : 0);
        } finally {
          await database.close();
        }
      }),
    );
};

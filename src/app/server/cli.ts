import { Command, CommanderError } from 'commander';
import { isStartRefusal } from '#platform/db/embedded-refusal.ts';
import { addDataCommands } from './commands/data-commands.ts';
import { addKeepingCommands } from './commands/keeping-commands.ts';
import { addRuleCommands } from './commands/rule-commands.ts';
import { settingsHere } from './commands/command-ground.ts';
import { serveUntilStopped } from './serve.ts';

/** 0: done. 1: it could not be done, and why is on standard error. 2: the command or its input is wrong. */
const run = async (): Promise<number> => {
  let code = 0;
  const done = (exitCode: number): void => {
    code = exitCode;
  };
  const program = new Command('entente')
    .description('Entente: the system of record for executive sponsorship of strategic alliances')
    .version('0.1.0')
    .showHelpAfterError('(see entente --help)')
    .exitOverride();
  program
    .command('serve')
    .description('Serve the pages and the API until stopped')
    .action(async () => done(await serveUntilStopped(settingsHere(), (line) => process.stdout.write(`${line}\n`))));
  addDataCommands(program, done);
  addRuleCommands(program, done);
  addKeepingCommands(program, done);
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!isStartRefusal(error) && process.env.ENTENTE_LOG === 'debug') console.error(error);
    process.stderr.write(`${(error as Error).message}\n`);
    return 1;
  }
  return code;
};

process.exitCode = await run();
// Whatever a library left open must not keep the command alive.
setTimeout(() => process.exit(), 500).unref();

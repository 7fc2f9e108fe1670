import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { computeRule } from '#sponsorship/server/compute.ts';

const readAll = async (file: string): Promise<string> => {
  if (file !== '-') return readFile(file, 'utf8');
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

/** Every rule by itself: JSON in, JSON out, no database. */
export const addRuleCommands = (program: Command, done: (code: number) => void): void => {
  program
    .command('compute')
    .description('Run one rule by itself: JSON in, JSON out (rank, tenure, changes, survival, influence)')
    .argument('<rule>', 'the name of the rule')
    .argument('<file>', "a JSON file, or '-' for standard input")
    .addHelpText(
      'after',
      '\nExample:\n  echo \'{"shape":4,"mean":3.5,"served":1,"horizon":3}\' | npm run -s entente -- compute tenure -\n',
    )
    .action(async (rule: string, file: string) => {
      const text = await readAll(file).catch((error: Error) => {
        process.stderr.write(`The file ${file} could not be read: ${error.message}\n`);
        return null;
      });
      if (text === null) return done(2);
      let input: unknown;
      try {
        input = JSON.parse(text);
      } catch (error) {
        process.stderr.write(`The input is not JSON: ${(error as Error).message}\n`);
        return done(2);
      }
      const decision = computeRule(rule, input);
      if (decision.ok) {
        process.stdout.write(`${JSON.stringify(decision.value)}\n`);
        return done(0);
      }
      for (const { message } of decision.refusals) process.stderr.write(`${message}\n`);
      done(2);
    });
};

import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Visit } from '#platform/context.ts';
import { startRefusal } from '#platform/db/embedded-refusal.ts';
import type { RankingResult } from '#sponsorship/domain/ranking.ts';
import { computeRule } from '#sponsorship/server/compute.ts';
import { rankAlliance } from '#sponsorship/server/rank-alliance.ts';
import { visitWorkspace, withServices } from './command-ground.ts';
import { accepted } from './data-commands.ts';

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
  program
    .command('rank')
    .description("Rank an alliance's candidates, with the share of weightings in which each is first")
    .argument('<alliance>', 'the alliance, by name, external id or id')
    .option('-w, --workspace <name>', 'the workspace, by name or id; needed where there are several')
    .option('-n, --most <count>', 'how many candidates to show', '10')
    .option('--json', 'everything as JSON: facts, scores with their parts, who is filtered and why')
    .action((named: string, { workspace, most, json }: { workspace?: string; most: string; json?: boolean }) =>
      withServices(async (services) => {
        const visit = await visitWorkspace(services, workspace);
        const allianceId = await findAllianceId(visit, named);
        const ranked = accepted(
          await visit.inWorkspace((context) => rankAlliance(context, services.offLoop, allianceId)),
        );
        process.stdout.write(
          json ? `${JSON.stringify(ranked)}\n` : tableOf(ranked.ranking, Math.max(1, Number(most) || 10)),
        );
      }),
    );
};

const findAllianceId = async (visit: Visit, named: string): Promise<string> => {
  const found = accepted(
    await visit.inWorkspace(async ({ db }) => ({
      ok: true,
      value: await db
        .selectFrom('alliances')
        .select('id')
        .where(({ eb, or, fn, cast }) =>
          or([
            eb(cast('id', 'text'), '=', named),
            eb('external_id', '=', named),
            eb(fn('lower', ['name']), '=', named.toLowerCase()),
          ]),
        )
        .limit(2)
        .execute(),
    })),
  );
  const [one, another] = found;
  if (!one) throw startRefusal(`There is no alliance called '${named}'.`);
  if (another) throw startRefusal(`Several alliances are called '${named}'. Give its id.`);
  return one.id;
};

const tableOf = ({ ranked, filtered, verdict }: RankingResult, most: number): string => {
  const rows = ranked
    .slice(0, most)
    .map(({ rank, name, score, range, firstRank }) => [
      String(rank),
      name,
      score.toFixed(1),
      range[1] - range[0] > 0.05 ? `${range[0].toFixed(1)}-${range[1].toFixed(1)}` : '',
      `${(firstRank * 100).toFixed(0)}%`,
    ]);
  const table = [['rank', 'candidate', 'score', 'range', 'first in'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const left = ranked.length - rows.length;
  const summary = `${verdict.word}; ${left > 0 ? `${left} more candidates, ` : ''}${filtered.length} not eligible`;
  return `${lines.join('\n')}\n${summary}\n`;
};

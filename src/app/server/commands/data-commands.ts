import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Argument, type Command, Option } from 'commander';
import type { Decision } from '#kernel/decision.ts';
import { startRefusal } from '#platform/db/embedded-refusal.ts';
import { type ExportKind, exportKind } from '../intake/export-tables.ts';
import { importFile, type ImportFileReport, refusedOf } from '../intake/import-file.ts';
import { type ImportKind, importKinds } from '../intake/import-fields.ts';
import { addDemoCommand } from './demo-command.ts';
import { visitWorkspace, withServices } from './command-ground.ts';

const workspaceOption = [
  '-w, --workspace <name>',
  'the workspace, by name or id; needed where there are several',
] as const;

/** The value of what was accepted; a refusal ends the command with its sentences. */
export const accepted = <T>(decision: Decision<T>): T => {
  if (decision.ok) return decision.value;
  throw startRefusal(decision.refusals.map(({ message }) => message).join('\n'));
};

/** What goes in and out: imports, exports, the demo. */
export const addDataCommands = (program: Command, done: (code: number) => void): void => {
  program
    .command('import')
    .description('Bring in a CSV or XLSX file: rows that are refused stay behind, each with its reason')
    .argument('<file>', 'the file')
    .option(...workspaceOption)
    .addOption(
      new Option('-k, --kind <kind>', 'what the first sheet holds, where that is not guessed').choices(importKinds),
    )
    .option('--check', 'only say what would happen')
    .option('--different', 'take names that only look alike as different people or organisations')
    .option('--refused <file>', 'write the refused rows into this workbook (.xlsx or .csv)')
    .option('--json', 'the report as JSON on standard output')
    .action((file: string, options: ImportOptions) =>
      withServices(async (services) => done(await bringIn(services, file, options))),
    );
  program
    .command('export')
    .description('Write organisations, areas, persons, alliances, or all of them, in the form that import reads')
    .addArgument(new Argument('<kind>', 'what to write').choices([...importKinds, 'all']))
    .argument('<file>', "the file to write, ending in .xlsx or .csv; '-' writes CSV to standard output")
    .option(...workspaceOption)
    .action((kind: ExportKind, file: string, { workspace }: { workspace?: string }) =>
      withServices(async (services) => {
        const visit = await visitWorkspace(services, workspace);
        const format = file === '-' || file.endsWith('.csv') ? 'csv' : 'xlsx';
        await writeTo(file, accepted(await exportKind(visit, kind, format)));
      }),
    );
  addDemoCommand(program);
};

type ImportOptions = {
  readonly workspace?: string;
  readonly kind?: ImportKind;
  readonly check?: boolean;
  readonly different?: boolean;
  readonly refused?: string;
  readonly json?: boolean;
};

/** @returns 0 when every row came in, 1 when some were refused */
const bringIn = async (
  services: Parameters<typeof visitWorkspace>[0],
  file: string,
  { workspace, kind, check, different, refused, json }: ImportOptions,
): Promise<number> => {
  const visit = await visitWorkspace(services, workspace);
  const report = accepted(
    await importFile(
      visit,
      file,
      { ...(kind ? { kind } : {}), checkOnly: check ?? false, likeNamesDiffer: different ?? false },
      ({ step, done, total }) => process.stderr.write(`\r${step} ${done}${total ? ` of ${total}` : ''}          `),
    ),
  );
  process.stderr.write('\n');
  if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else process.stdout.write(`${reportInWords(report, check ?? false)}\n`);
  if (refused && report.counts.refused > 0) {
    const rows = accepted(await refusedOf(visit, report.importId, refused.endsWith('.csv') ? 'csv' : 'xlsx'));
    await writeTo(refused, Readable.fromWeb(rows.body as never));
    process.stderr.write(`The refused rows are in ${refused}.\n`);
  }
  return report.counts.refused > 0 ? 1 : 0;
};

const reportInWords = ({ counts, isApplied }: ImportFileReport, checkOnly: boolean): string => {
  const rows = `${counts.new} new, ${counts.changed} changed, ${counts.unchanged} as they are, ${counts.refused} refused`;
  if (isApplied) return `Brought in: ${rows}.`;
  return checkOnly ? `Would bring in: ${rows}.` : `Nothing to bring in: ${rows}.`;
};

const writeTo = async (file: string, source: Readable): Promise<void> => {
  if (file === '-') for await (const part of source) process.stdout.write(part);
  else await pipeline(source, createWriteStream(file, { mode: 0o600 }));
};

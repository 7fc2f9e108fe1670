import { sql } from 'kysely';
import { dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, refuse } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import { type ImportKind, importFields, importKinds } from './import-fields.ts';
import type { RunRow, Tell } from './import-runs.ts';
import { findImport, loadSheets, type SheetOnRecord, stagedRows } from './import-store.ts';
import { loadBooks } from './load-books.ts';
import { keepFindings } from './findings-store.ts';
import { type Choices, openPlan, type Plan, type PlanResult } from './plan.ts';
import { planAlliances } from './plan-alliances.ts';
import { planAreas } from './plan-areas.ts';
import { planOrganisations } from './plan-organisations.ts';
import { planPersons } from './plan-persons.ts';
import { type ReadRow, rowReader, type RowReader } from './row-reading.ts';
import { insertChanges } from './write-changes.ts';

/** Needed fields that no column and no value for all rows supplies, by their headers. */
export const lackingFields = ({ kind, mapping }: SheetOnRecord): string[] => {
  if (kind === null) return [];
  const has = (key: string): boolean => mapping.columns.includes(key) || (mapping.constants[key] ?? '') !== '';
  return importFields[kind]
    .filter(({ key, isNeeded }) => isNeeded && !has(key))
    .filter(({ key }) => !(kind === 'persons' && key === 'name' && has('lastName')))
    .filter(({ key }) => !(kind === 'persons' && key === 'from' && !has('title') && !has('level')))
    .map(({ header }) => header);
};

const sheetsInOrder = (sheets: readonly SheetOnRecord[]): SheetOnRecord[] =>
  importKinds.flatMap((kind) => sheets.filter((sheet) => sheet.kind === kind));

/** Finds out what bringing in would write, and keeps that; the records themselves are only read. */
export const checkStaged = async (context: Context, { importId }: RunRow, tell: Tell): Promise<Decision<object>> => {
  const { db } = context;
  const staged = await findImport(db, importId);
  const sheets = sheetsInOrder(await loadSheets(db, importId));
  if (!staged || sheets.length === 0)
    return refuse({ rule: 'INT-20', message: 'No sheet is chosen. Say what at least one of them holds.' });
  await sql`delete from import_changes where import_id = ${importId}`.execute(db);
  await sql`delete from import_refusals where import_id = ${importId}`.execute(db);
  const readers = new Map(
    sheets.map((sheet) => [
      sheet.number,
      rowReader(sheet.number, sheet.kind as ImportKind, sheet.columns, sheet.mapping),
    ]),
  );
  const choices = await loadChoices(context, importId);
  const workspace = await db
    .selectFrom('workspaces')
    .select(['name', 'currency'])
    .where('id', '=', context.workspaceId)
    .executeTakeFirstOrThrow();
  const { plan, result } = openPlan({
    choices,
    workspace,
    today: dayOf(context.now),
    now: context.now.toISOString(),
    source: `imported from ${staged.file_name}`,
    actorName: context.actor.name,
    newId: context.newId,
    amountReading: ({ sheet }, key) => (readers.get(sheet) as RowReader).amountReading(key),
  });
  const books = await loadBooks(db, new Set(sheets.map(({ kind }) => kind as ImportKind)));
  const total = sheets.reduce((sum, { rowCount }) => sum + rowCount, 0);
  let read = 0;
  let written = 0;
  const keep = async (least: number): Promise<void> => {
    while (result.changes.length >= least && result.changes.length > 0) {
      const part = result.changes.splice(0, 2_000);
      await insertChanges(db, context.workspaceId, importId, part, written);
      written += part.length;
    }
  };
  for (const sheet of sheets) {
    const rows: ReadRow[] = [];
    for await (const page of stagedRows(db, importId, sheet.number, sheet.headerRow)) {
      for (const row of page) rows.push(readInto(plan, readers.get(sheet.number) as RowReader, row));
      await tell(read + rows.length / 2, total);
    }
    let steps = 0;
    for (const _ of planSheet(plan, books, sheet.kind as ImportKind, rows)) {
      steps += 1;
      if (steps % 1_000 !== 0) continue;
      await keep(2_000);
      await new Promise((resolve) => setImmediate(resolve));
      await tell(read + rows.length / 2 + Math.min(rows.length, steps / 4) / 2, total);
    }
    read += rows.length;
  }
  await keep(1);
  await keepFindings(context, importId, result, (sheet) => ({
    reader: readers.get(sheet) as RowReader,
    name: sheets.find(({ number }) => number === sheet)?.name ?? '',
  }));
  return accept(summaryOf(result, await ledgerNumber(context), written));
};

const planSheet = (
  plan: Plan,
  books: Awaited<ReturnType<typeof loadBooks>>,
  kind: ImportKind,
  rows: readonly ReadRow[],
): Generator<void> => {
  if (kind === 'organisations') return planOrganisations(plan, books.organisations, rows);
  if (kind === 'areas') return planAreas(plan, books.organisations, books.areas, rows);
  return kind === 'persons' ? planPersons(plan, books, rows) : planAlliances(plan, books, rows);
};

const readInto = (
  plan: Plan,
  reader: RowReader,
  { row, cells }: { row: number; cells: readonly (string | number | boolean | null)[] },
): ReadRow => {
  const { row: readRow, refusals } = reader.read(row, cells);
  for (const { key, rule, message, value } of refusals)
    plan.refuse({ ...readRow, values: { [key]: value } }, key, rule, message);
  return readRow;
};

const loadChoices = async ({ db }: Context, importId: string): Promise<Choices> => {
  const rows = await db
    .selectFrom('import_lookalikes')
    .select(['pair', 'choice'])
    .where('import_id', '=', importId)
    .where('choice', 'is not', null)
    .execute();
  return new Map(rows.map(({ pair, choice }) => [pair, choice as 'same' | 'different']));
};

const ledgerNumber = async ({ db }: Context): Promise<number> =>
  (await db.selectFrom('ledger_heads').select('number').executeTakeFirst())?.number ?? 0;

export type CheckSummary = {
  readonly counts: { readonly [sheet: string]: { new: number; changed: number; unchanged: number; refused: number } };
  readonly notices: readonly { sheet: number; sentence: string; count: number }[];
  readonly ledgerNumber: number;
  readonly changes: number;
};

const summaryOf = (result: PlanResult, number: number, changes: number): CheckSummary => ({
  counts: Object.fromEntries(result.counts),
  notices: [...result.notices.values()].slice(0, 200),
  ledgerNumber: number,
  changes,
});

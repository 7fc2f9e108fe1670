import { sql } from 'kysely';
import { accept, type Decision, missing, type Refusal, refuse } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import type { Cell } from '#platform/files/table-row.ts';
import { columnLetters } from '#platform/files/table-row.ts';
import { sheetObserver } from './column-notes.ts';
import { guessColumns } from './header-guess.ts';
import { fieldOf, type ImportKind } from './import-fields.ts';
import { findImport, loadSheets, type SheetOnRecord, stagedRows, updateSheet } from './import-store.ts';
import type { ImportSheet } from './intake-contract.ts';
import { sheetView, showImport } from './show-import.ts';

export type MappingAsked = {
  readonly kind: ImportKind | null;
  readonly headerRow?: number | undefined;
  readonly columns?: readonly (string | null)[] | undefined;
  readonly constants: { readonly [key: string]: string };
  readonly dayFirst: boolean | null;
};

/** Sets what a sheet and its columns hold. An earlier check is forgotten: it looked at something else. */
export const mapStagedSheet = async (
  context: Context,
  importId: string,
  number: number,
  asked: MappingAsked,
): Promise<Decision<ImportSheet>> => {
  const { db } = context;
  const shown = await showImport(context, importId);
  if (!shown.ok) return shown;
  if (shown.value.may.map !== true) return refuse({ rule: 'INT-20', message: shown.value.may.map });
  await sql`select from imports where id = ${importId} for update`.execute(db);
  const sheet = (await loadSheets(db, importId)).find((each) => each.number === number);
  if (!sheet || !(await findImport(db, importId))) return missing('sheet');
  const moved =
    asked.headerRow !== undefined && asked.headerRow !== sheet.headerRow
      ? await withHeaderRow(context, importId, sheet, asked.headerRow)
      : sheet;
  const columns =
    asked.columns && moved === sheet
      ? asked.columns
      : asked.kind
        ? guessColumns(asked.kind, moved.columns)
        : moved.columns.map(() => null);
  const refusals = mappingRefusals(asked.kind, moved, columns, asked.constants);
  if (refusals.length > 0) return refuse(...refusals);
  const constants = Object.fromEntries(Object.entries(asked.constants).filter(([, value]) => value.trim() !== ''));
  const mapped: SheetOnRecord = {
    ...moved,
    kind: asked.kind,
    mapping: { columns, constants, dayFirst: asked.dayFirst },
  };
  await updateSheet(db, importId, mapped);
  await forgetCheck(context, importId);
  return accept(await sheetView(context, importId, mapped, null));
};

export const forgetCheck = async ({ db }: Context, importId: string): Promise<void> => {
  await sql`delete from import_runs where import_id = ${importId} and act = 'check' and finished_at is not null`.execute(
    db,
  );
  await sql`delete from import_changes where import_id = ${importId}`.execute(db);
  await sql`delete from import_refusals where import_id = ${importId}`.execute(db);
};

const mappingRefusals = (
  kind: ImportKind | null,
  sheet: SheetOnRecord,
  columns: readonly (string | null)[],
  constants: object,
): Refusal[] => {
  if (kind === null) return [];
  const refusals: Refusal[] = [];
  if (columns.length > sheet.columns.length)
    refusals.push({ rule: 'INT-23', field: 'columns', message: `The sheet has ${sheet.columns.length} columns.` });
  const seen = new Map<string, number>();
  for (const [index, key] of columns.entries()) {
    if (key === null) continue;
    const field = fieldOf(kind, key);
    const earlier = seen.get(key);
    const place = { rule: 'INT-23', field: `columns[${index}]` };
    if (!field) refusals.push({ ...place, message: `No field of ${kind} is called '${key}'.` });
    else if (earlier !== undefined)
      refusals.push({
        ...place,
        message: `Columns ${columnLetters(earlier)} and ${columnLetters(index)} cannot both be ${field.header}.`,
      });
    seen.set(key, index);
  }
  for (const key of Object.keys(constants)) {
    if (!fieldOf(kind, key))
      refusals.push({ rule: 'INT-23', field: `constants.${key}`, message: `No field of ${kind} is called '${key}'.` });
  }
  return refusals;
};

/** Reads the staged rows once more below another row of headers. */
const withHeaderRow = async (
  { db }: Context,
  importId: string,
  sheet: SheetOnRecord,
  headerRow: number,
): Promise<SheetOnRecord> => {
  const observer = sheetObserver();
  let headers: readonly Cell[] = [];
  let rowCount = 0;
  for await (const page of stagedRows(db, importId, sheet.number, 0)) {
    for (const { row, cells } of page) {
      if (row === headerRow) headers = cells;
      if (row <= headerRow) continue;
      rowCount += 1;
      observer.observe(row, cells);
    }
  }
  return { ...sheet, headerRow, rowCount, columns: observer.notes(headers) };
};

import { accept, type Decision, refuse } from '#kernel/decision.ts';
import type { Context, Visit } from '#platform/context.ts';
import { openTable, refusingFiles } from '#platform/files/open-table.ts';
import type { Cell, TableFile, TableRow, TableSheet } from '#platform/files/table-row.ts';
import { sheetObserver } from './column-notes.ts';
import { guessColumns, guessHeaderRow, guessKind } from './header-guess.ts';
import { insertRows, insertSheet, type SheetOnRecord } from './import-store.ts';
import { mayImport } from './intake-policy.ts';

const batchRows = 2_000;

/** Reads a file into the staging tables, and guesses what its sheets and columns hold. Nothing else is touched. */
export const stageImport = (
  visit: Visit,
  file: { readonly path: string; readonly bytes: number; readonly name: string },
  onProgress: (rows: number) => void = () => undefined,
): Promise<Decision<{ id: string }>> =>
  refusingFiles(async () => {
    const allowed = await visit.inWorkspace(async ({ actor }) => {
      const refusals = mayImport(actor);
      return refusals.length === 0 ? accept(null) : { ok: false, kind: 'forbidden', refusals };
    });
    if (!allowed.ok) return allowed;
    const opened = await openTable(file.path);
    if (!opened.ok) return opened;
    try {
      return await visit.inWorkspace((context) => stage(context, opened.value, file, onProgress));
    } finally {
      opened.value.close();
    }
  });

const stage = async (
  context: Context,
  table: TableFile,
  file: { readonly bytes: number; readonly name: string },
  onProgress: (rows: number) => void,
): Promise<Decision<{ id: string }>> => {
  const { db, workspaceId, actor, now } = context;
  const id = context.newId();
  await db
    .insertInto('imports')
    .values({
      workspace_id: workspaceId,
      id,
      file_name: file.name,
      file_bytes: file.bytes,
      format: table.format,
      reading: table.reading,
      uploaded_at: now,
      uploaded_by: actor.name,
    })
    .execute();
  const seen = new Map<number, SheetSeen>();
  let waiting: TableRow[] = [];
  let rows = 0;
  for await (const batch of table.rows()) {
    for (const row of batch) notice(seen, row);
    waiting.push(...batch);
    rows += batch.length;
    if (waiting.length < batchRows) continue;
    await insertRows(db, workspaceId, id, waiting);
    waiting = [];
    onProgress(rows);
  }
  if (waiting.length > 0) await insertRows(db, workspaceId, id, waiting);
  const sheets = table.sheets.flatMap((sheet) => describe(sheet, seen.get(sheet.number), file.name));
  if (sheets.length === 0)
    return refuse({
      rule: 'FILE',
      field: 'file',
      message: 'The file has no rows. Choose one with a row of headers and rows below it.',
    });
  for (const sheet of sheets) await insertSheet(db, workspaceId, id, sheet);
  return accept({ id });
};

type SheetSeen = { readonly observer: ReturnType<typeof sheetObserver>; readonly first: TableRow[]; rows: number };

const notice = (seen: Map<number, SheetSeen>, row: TableRow): void => {
  const sheet = seen.get(row.sheet) ?? { observer: sheetObserver(), first: [], rows: 0 };
  seen.set(row.sheet, sheet);
  sheet.rows += 1;
  // Headers are among the first rows; these are looked at once it is known which of them are headers.
  if (sheet.first.length < 20) sheet.first.push(row);
  else sheet.observer.observe(row.row, row.cells);
};

const describe = (sheet: TableSheet, seen: SheetSeen | undefined, fileName: string): SheetOnRecord[] => {
  if (!seen) return [];
  const headerRow = guessHeaderRow(seen.first);
  const headers: readonly Cell[] = seen.first.find(({ row }) => row === headerRow)?.cells ?? [];
  for (const { row, cells } of seen.first) if (row > headerRow) seen.observer.observe(row, cells);
  const columns = seen.observer.notes(headers);
  const above = seen.first.filter(({ row }) => row <= headerRow).length;
  const kind = guessKind(columns, sheet.name, fileName);
  return [
    {
      number: sheet.number,
      name: sheet.name,
      kind,
      headerRow,
      rowCount: seen.rows - above,
      columns,
      mapping: { columns: kind ? guessColumns(kind, columns) : columns.map(() => null), constants: {}, dayFirst: null },
    },
  ];
};

import { sql } from 'kysely';
import type { Queries } from '#platform/db/database.ts';
import type { TableRow } from '#platform/files/table-row.ts';
import type { ColumnNotes } from './column-notes.ts';
import type { ImportKind } from './import-fields.ts';
import type { SheetMapping } from './sheet-mapping.ts';

export type SheetOnRecord = {
  readonly number: number;
  readonly name: string;
  readonly kind: ImportKind | null;
  readonly headerRow: number;
  readonly rowCount: number;
  readonly columns: readonly ColumnNotes[];
  readonly mapping: SheetMapping;
};

/** Stages rows in one statement, whatever their number. */
export const insertRows = async (
  db: Queries,
  workspaceId: string,
  importId: string,
  rows: readonly TableRow[],
): Promise<void> => {
  await sql`
    insert into import_rows (workspace_id, import_id, sheet, row, cells)
    select ${workspaceId}::uuid, ${importId}::uuid, r.sheet, r.row, r.cells
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(sheet smallint, row int, cells jsonb)`.execute(db);
};

export const insertSheet = async (
  db: Queries,
  workspaceId: string,
  importId: string,
  sheet: SheetOnRecord,
): Promise<void> => {
  await db
    .insertInto('import_sheets')
    .values({
      workspace_id: workspaceId,
      import_id: importId,
      number: sheet.number,
      name: sheet.name,
      kind: sheet.kind,
      header_row: sheet.headerRow,
      row_count: sheet.rowCount,
      columns: JSON.stringify(sheet.columns),
      mapping: JSON.stringify(sheet.mapping),
    })
    .execute();
};

export const updateSheet = async (db: Queries, importId: string, sheet: SheetOnRecord): Promise<void> => {
  await db
    .updateTable('import_sheets')
    .set({
      kind: sheet.kind,
      header_row: sheet.headerRow,
      row_count: sheet.rowCount,
      columns: JSON.stringify(sheet.columns),
      mapping: JSON.stringify(sheet.mapping),
    })
    .where('import_id', '=', importId)
    .where('number', '=', sheet.number)
    .execute();
};

export const loadSheets = async (db: Queries, importId: string): Promise<SheetOnRecord[]> => {
  const rows = await db
    .selectFrom('import_sheets')
    .selectAll()
    .where('import_id', '=', importId)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    name: row.name,
    kind: row.kind as ImportKind | null,
    headerRow: row.header_row,
    rowCount: row.row_count,
    columns: row.columns as unknown as ColumnNotes[],
    mapping: row.mapping as unknown as SheetMapping,
  }));
};

/** A sheet's staged rows by pages, in their order. */
export async function* stagedRows(
  db: Queries,
  importId: string,
  sheet: number,
  after: number,
): AsyncGenerator<TableRow[]> {
  const pageRows = 1_000;
  let last = after;
  for (;;) {
    const rows = await db
      .selectFrom('import_rows')
      .select(['sheet', 'row', 'cells'])
      .where('import_id', '=', importId)
      .where('sheet', '=', sheet)
      .where('row', '>', last)
      .orderBy('row')
      .limit(pageRows)
      .execute();
    yield rows as unknown as TableRow[];
    if (rows.length < pageRows) return;
    last = rows.at(-1)?.row ?? last;
  }
}

export const findImport = (db: Queries, importId: string) =>
  db.selectFrom('imports').selectAll().where('id', '=', importId).executeTakeFirst();

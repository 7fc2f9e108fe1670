import { PassThrough, Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { guardFormula } from './formula-guard.ts';
import type { Cell } from './table-row.ts';

export type TableFormat = 'csv' | 'xlsx';

/** A table to be written: rows come in batches, so that a long list never lies in memory as a whole. */
export type TableToWrite = {
  readonly sheet: string;
  readonly headers: readonly string[];
  readonly batches: AsyncIterable<readonly (readonly Cell[])[]> | Iterable<readonly (readonly Cell[])[]>;
};

export const contentTypes: { readonly [format in TableFormat]: string } = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Writes tables as a stream: CSV in UTF-8 with a byte order mark (the first table only), or XLSX with a sheet for each. */
export const writeTables = (format: TableFormat, tables: readonly TableToWrite[]): Readable =>
  format === 'csv' ? Readable.from(csvParts(tables[0])) : xlsxStream(tables);

/** The same as a web stream, for a download's body. */
export const tableDownload = (format: TableFormat, name: string, tables: readonly TableToWrite[]) => ({
  fileName: `${name}.${format}`,
  contentType: contentTypes[format],
  body: Readable.toWeb(writeTables(format, tables)) as ReadableStream<Uint8Array>,
});

async function* csvParts(table: TableToWrite | undefined) {
  if (!table) return;
  yield Buffer.from(`\uFEFF${csvLine(table.headers)}`);
  for await (const batch of table.batches) if (batch.length > 0) yield Buffer.from(batch.map(csvLine).join(''));
}

/** A number as text that nobody takes for thousands: 1.234 is written 1.2340. */
export const plainAmount = (value: number): string => {
  const text =
    Math.abs(value) < 1e21 && Math.abs(value) >= 1e-6 ? String(value) : value.toFixed(Math.abs(value) < 1 ? 12 : 0);
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text;
};

const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

const csvCell = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return plainAmount(cell);
  if (typeof cell === 'boolean') return String(cell);
  const text = guardFormula(cell);
  return /[",;\t\r\n|]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
};

const dayText = /^\d{4}-\d{2}-\d{2}$/;

/** In a workbook a text cell is never run as a formula, so it needs no guard; days become real days. */
const xlsxCell = (cell: Cell) =>
  typeof cell === 'string' && dayText.test(cell) && cell >= '1900-03-01' ? new Date(`${cell}T00:00:00Z`) : cell;

const xlsxStream = (tables: readonly TableToWrite[]): Readable => {
  const stream = new PassThrough();
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  writeSheets(workbook, stream, tables).catch((error: Error) => stream.destroy(error));
  return stream;
};

const writeSheets = async (
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  stream: PassThrough,
  tables: readonly TableToWrite[],
) => {
  for (const { sheet, headers, batches } of tables) {
    const page = workbook.addWorksheet(sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
    page.columns = headers.map((header) => ({ width: Math.min(40, Math.max(12, header.length + 4)) }));
    const head = page.addRow([...headers]);
    head.font = { bold: true };
    head.commit();
    for await (const batch of batches) {
      for (const cells of batch) writeRow(page, cells);
      await roomIn(stream);
    }
    page.commit();
  }
  await workbook.commit();
};

const writeRow = (page: ExcelJS.Worksheet, cells: readonly Cell[]): void => {
  const row = page.addRow(cells.map(xlsxCell));
  cells.forEach((cell, index) => {
    if (typeof cell === 'string' && dayText.test(cell)) row.getCell(index + 1).numFmt = 'yyyy-mm-dd';
  });
  row.commit();
};

const roomIn = async (stream: PassThrough): Promise<void> => {
  if (stream.writableNeedDrain && !stream.destroyed) {
    await new Promise<void>((resolve) => {
      stream.once('drain', resolve);
      stream.once('close', resolve);
    });
  } else await new Promise<void>((resolve) => setImmediate(resolve));
};

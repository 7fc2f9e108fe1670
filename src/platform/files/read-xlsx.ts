import { dayOfSerial } from './day-serial.ts';
import { fileRefusal } from './file-refusal.ts';
import {
  type Cell,
  columnIndex,
  columnLetters,
  keepableText,
  type ReadLimits,
  type TableFile,
  type TableRow,
} from './table-row.ts';
import { type Archive, openArchive } from './xlsx-archive.ts';
import { readDayStyles, readSharedTexts, readWorkbook, type SheetPart } from './xlsx-parts.ts';
import { attributeOf, xmlScanner } from './xml-scanner.ts';

const batchRows = 500;

/** An XLSX workbook, read as a stream: only its shared texts are held in memory, and these are bounded. */
export const openXlsx = async (path: string, limits: ReadLimits): Promise<TableFile> => {
  const archive = await openArchive(path, limits);
  try {
    if (!archive.has('xl/workbook.xml')) throw fileRefusal(otherKind(archive));
    const { sheets, since1904 } = await readWorkbook(archive);
    if (sheets.length === 0) throw fileRefusal('The workbook has no sheet that can be read.');
    if (sheets.length > limits.sheets)
      throw fileRefusal(`The workbook has ${sheets.length} sheets; up to ${limits.sheets} can be read.`);
    return {
      format: 'xlsx',
      reading: `XLSX, ${sheets.length === 1 ? 'one sheet' : `${sheets.length} sheets`}`,
      sheets: sheets.map(({ name }, index) => ({ number: index + 1, name })),
      rows: () => readSheets(archive, sheets, since1904, limits),
      close: () => archive.close(),
    };
  } catch (error) {
    archive.close();
    throw error;
  }
};

const otherKind = (archive: Archive): string => {
  if (archive.has('xl/workbook.bin')) return 'This is a binary workbook (.xlsb). Save it as XLSX and try again.';
  if (archive.has('content.xml')) return 'This is an OpenDocument file. Save it as XLSX or CSV and try again.';
  if (archive.has('word/document.xml'))
    return 'This is a text document. Put its table into a workbook, or save it as CSV, and try again.';
  return 'This archive holds no workbook. Choose the XLSX or CSV file itself.';
};

type Surroundings = {
  readonly texts: readonly string[];
  readonly dayStyles: readonly boolean[];
  readonly since1904: boolean;
  readonly limits: ReadLimits;
};

async function* readSheets(archive: Archive, sheets: readonly SheetPart[], since1904: boolean, limits: ReadLimits) {
  const texts = await readSharedTexts(archive, limits);
  const dayStyles = await readDayStyles(archive);
  let kept = 0;
  for (const [index, sheet] of sheets.entries()) {
    let batch: TableRow[] = [];
    const write = sheetScanner({ texts, dayStyles, since1904, limits }, sheet.name, (row, cells) => {
      batch.push({ sheet: index + 1, row, cells });
    });
    for await (const piece of archive.pieces(sheet.path)) {
      write(piece);
      if (batch.length < batchRows) continue;
      kept += batch.length;
      if (kept > limits.rows + 20 * sheets.length) throw tooManyRows(limits);
      yield batch;
      batch = [];
    }
    kept += batch.length;
    if (kept > limits.rows + 20 * sheets.length) throw tooManyRows(limits);
    if (batch.length > 0) yield batch;
  }
}

const tooManyRows = ({ rows }: ReadLimits) =>
  fileRefusal(
    `The workbook has more than ${rows.toLocaleString('en')} rows. Divide it and bring in the parts one after the other.`,
  );

const sheetScanner = (around: Surroundings, sheetName: string, onRow: (row: number, cells: Cell[]) => void) => {
  const { limits } = around;
  let row = 0;
  let column = -1;
  let kind = 'n';
  let isDay = false;
  let content = '';
  let taking = false;
  let inHint = false;
  let cells: Cell[] = [];
  return xmlScanner({
    open(name, attributes) {
      if (name === 'row') {
        row = Number(attributeOf(attributes, 'r') ?? row + 1);
        cells = [];
        column = -1;
      } else if (name === 'c') {
        const place = attributeOf(attributes, 'r');
        column = place ? columnIndex(place) : column + 1;
        kind = attributeOf(attributes, 't') ?? 'n';
        isDay = around.dayStyles[Number(attributeOf(attributes, 's') ?? 0)] ?? false;
        content = '';
      } else if (name === 'v' || name === 't') taking = true;
      else if (name === 'rPh') inHint = true;
    },
    text(text) {
      if (taking && !inHint) content += text;
      if (content.length > limits.cellCharacters * 2) throw cellTooLong(column, row, sheetName, limits);
    },
    close(name) {
      if (name === 'v' || name === 't') taking = false;
      else if (name === 'rPh') inHint = false;
      else if (name === 'c') {
        const cell = cellOf(kind, content, isDay, around);
        if (cell === null) return;
        if (typeof cell === 'string' && cell.length > limits.cellCharacters)
          throw cellTooLong(column, row, sheetName, limits);
        if (column >= limits.columns)
          throw fileRefusal(
            `Sheet ${sheetName} has something in column ${columnLetters(column)}; up to ${limits.columns} columns can be read. Remove the columns that are not needed.`,
          );
        while (cells.length < column) cells.push(null);
        cells[column] = cell;
      } else if (name === 'row' && cells.length > 0) onRow(row, cells);
    },
  });
};

const cellTooLong = (column: number, row: number, sheetName: string, limits: ReadLimits) =>
  fileRefusal(
    `Cell ${columnLetters(column)}${row} of sheet ${sheetName} holds more than ${limits.cellCharacters.toLocaleString('en')} characters. Shorten it.`,
  );

const cellOf = (kind: string, content: string, isDay: boolean, around: Surroundings): Cell => {
  if (kind === 's') return textCell(around.texts[Number(content)] ?? '');
  if (kind === 'str' || kind === 'inlineStr' || kind === 'e') return textCell(content);
  if (kind === 'b') return content.trim() === '1';
  if (kind === 'd') return textCell(content.slice(0, 10));
  if (content.trim() === '') return null;
  const value = Number(content);
  if (Number.isNaN(value)) return textCell(content);
  return isDay ? (dayOfSerial(value, around.since1904) ?? value) : value;
};

/** Characters that XML cannot hold are written by Excel as _x000D_. */
const textCell = (text: string): string | null => {
  const decoded = text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  const trimmed = keepableText(decoded).trim();
  return trimmed === '' ? null : trimmed;
};

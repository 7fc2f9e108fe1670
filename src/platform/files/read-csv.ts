import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { detectEncoding } from './encoding.ts';
import { fileRefusal } from './file-refusal.ts';
import { unguardFormula } from './formula-guard.ts';
import { detectSeparator } from './separator.ts';
import { columnLetters, keepableText, type ReadLimits, type TableFile, type TableRow } from './table-row.ts';

const batchRows = 500;

/** A text table: its encoding and separator are found out first, then it is read as a stream. */
export const openCsv = async (path: string, limits: ReadLimits): Promise<TableFile> => {
  const encoding = await detectEncoding(path);
  const sample = await decodedStart(path, encoding.name);
  const separator = detectSeparator(sample);
  const stated = /^\s*sep=.\r?\n/i.test(sample);
  return {
    format: 'csv',
    reading: `${encoding.inWords}, separated by ${separator.inWords}`,
    sheets: [{ number: 1, name: 'Table' }],
    rows: () => readRows(path, encoding.name, separator.character, stated ? 1 : 0, limits),
    close: () => undefined,
  };
};

const decodedStart = async (path: string, encoding: string): Promise<string> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1 << 16), 0, 1 << 16, 0);
    return iconv.decode(buffer.subarray(0, bytesRead - (bytesRead % 2)), encoding);
  } finally {
    await file.close();
  }
};

async function* readRows(path: string, encoding: string, separator: string, skipped: number, limits: ReadLimits) {
  const source = createReadStream(path);
  const parser = parse({
    delimiter: separator,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: limits.cellCharacters * 20,
    info: true,
  });
  const decoder = iconv.decodeStream(encoding);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(decoder).pipe(parser);
  let batch: TableRow[] = [];
  let records = 0;
  let kept = 0;
  try {
    for await (const { record } of parser as AsyncIterable<{ record: string[] }>) {
      records += 1;
      if (records <= skipped) continue;
      const cells = record.map((text, index) => cellOf(text, index, records, limits));
      while (cells.length > 0 && cells.at(-1) === null) cells.pop();
      if (cells.length === 0) continue;
      if (cells.length > limits.columns)
        throw fileRefusal(`Row ${records} has ${cells.length} columns; up to ${limits.columns} can be read.`);
      kept += 1;
      if (kept > limits.rows + 20)
        throw fileRefusal(
          `The file has more than ${limits.rows.toLocaleString('en')} rows. Divide it and bring in the parts one after the other.`,
        );
      batch.push({ sheet: 1, row: records, cells });
      if (batch.length === batchRows) {
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    throw csvRefusal(error);
  } finally {
    source.destroy();
  }
  if (batch.length > 0) yield batch;
}

const cellOf = (text: string, index: number, row: number, limits: ReadLimits): string | null => {
  if (text.length > limits.cellCharacters) {
    throw fileRefusal(
      `Cell ${columnLetters(index)}${row} holds more than ${limits.cellCharacters.toLocaleString('en')} characters. Shorten it, or look for a quotation mark that is not closed.`,
    );
  }
  const trimmed = keepableText(text).trim();
  return trimmed === '' ? null : unguardFormula(trimmed);
};

const csvRefusal = (error: unknown): unknown => {
  const { code, lines } = error as { code?: string; lines?: number };
  if (code === 'CSV_MAX_RECORD_SIZE')
    return fileRefusal(
      `The row at line ${lines ?? '?'} is far too long. Look for a quotation mark that is not closed.`,
    );
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return fileRefusal(
      `A quotation mark opens and is never closed (the file ends at line ${lines ?? '?'}). Close it and try again.`,
    );
  if (code?.startsWith('CSV_'))
    return fileRefusal(
      `The file cannot be read as a table from line ${lines ?? '?'} on. Save it again as CSV and try once more.`,
    );
  return error;
};

/** A cell as the file holds it: text, a number or a truth; days are text in the form YYYY-MM-DD. Null is an empty cell. */
export type Cell = string | number | boolean | null;

/** One row of one sheet, numbered as a spreadsheet shows it. Rows without any content are left out. */
export type TableRow = { readonly sheet: number; readonly row: number; readonly cells: readonly Cell[] };

export type TableSheet = { readonly number: number; readonly name: string };

/** A file opened for reading. Reading may throw a `FileRefusal`. */
export type TableFile = {
  readonly format: 'csv' | 'xlsx';
  /** How it is read, in words: 'UTF-8, separated by semicolons'. */
  readonly reading: string;
  readonly sheets: readonly TableSheet[];
  rows(): AsyncIterable<readonly TableRow[]>;
  close(): void;
};

export type ReadLimits = {
  readonly rows: number;
  readonly columns: number;
  readonly cellCharacters: number;
  readonly sheets: number;
  /** Of a compressed workbook: how many parts, how large unpacked in all, how large its shared texts may be. */
  readonly entries: number;
  readonly unpackedBytes: number;
  readonly sharedCharacters: number;
  /** How many times larger than packed a part may become, once it is larger than a megabyte. */
  readonly ratio: number;
};

export const readLimits: ReadLimits = {
  rows: 100_000,
  columns: 250,
  cellCharacters: 32_767,
  sheets: 50,
  entries: 1_000,
  unpackedBytes: 400 * 1024 * 1024,
  sharedCharacters: 40_000_000,
  ratio: 150,
};

/** The letters over a column: 0 is A, 26 is AA. */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** The index of a column from a cell's name such as C17; -1 when there are no letters. */
export const columnIndex = (cellName: string): number => {
  let index = 0;
  for (let at = 0; at < cellName.length; at += 1) {
    const code = cellName.charCodeAt(at);
    if (code < 65 || code > 90) break;
    index = index * 26 + (code - 64);
  }
  return index - 1;
};

/** Text as it can be kept: without zeros and halves of characters, which no database takes. */
export const keepableText = (text: string): string => text.replace(/[\0\p{Cs}]/gu, '');

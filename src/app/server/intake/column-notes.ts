import type { Cell } from '#platform/files/table-row.ts';

/** What is seen in a column while it streams by: enough to guess its meaning and to read its days and numbers. */
export type ColumnNotes = {
  readonly header: string;
  readonly samples: readonly string[];
  readonly filled: number;
  readonly mails: number;
  /** Days such as 25/03/2021 that can only be day first, and 03/25/2021 that can only be month first, each with a row. */
  readonly dayFirst: number;
  readonly dayFirstRow: number | null;
  readonly monthFirst: number;
  readonly monthFirstRow: number | null;
  readonly eitherOrder: number;
  /** Amounts such as 1.234,5 that can only have a decimal comma, and those that can only have a point. */
  readonly decimalComma: number;
  readonly decimalPoint: number;
  readonly eitherMark: number;
};

type Notes = { -readonly [key in keyof ColumnNotes]: ColumnNotes[key] } & { samples: string[] };

const emptyNotes = (): Notes => ({
  header: '',
  samples: [],
  filled: 0,
  mails: 0,
  dayFirst: 0,
  dayFirstRow: null,
  monthFirst: 0,
  monthFirstRow: null,
  eitherOrder: 0,
  decimalComma: 0,
  decimalPoint: 0,
  eitherMark: 0,
});

export type SheetObserver = {
  observe(row: number, cells: readonly Cell[]): void;
  notes(headers: readonly Cell[]): ColumnNotes[];
};

const slashedDay = /^(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})(?:\s|$)/;
const onlyComma = /\d,\d{1,2}$|\d,\d{4,}$|\.\d{3},\d|^0,\d/;
const onlyPoint = /\d\.\d{1,2}$|\d\.\d{4,}$|,\d{3}\.\d|^0\.\d/;
const either = /^\d{1,3}[.,]\d{3}$/;

export const sheetObserver = (): SheetObserver => {
  const columns: Notes[] = [];
  return {
    observe(row, cells) {
      for (let index = 0; index < cells.length; index += 1) {
        const cell = cells[index];
        if (cell === null || cell === undefined) continue;
        columns[index] ??= emptyNotes();
        note(columns[index] as Notes, row, cell);
      }
    },
    notes(headers) {
      const width = Math.max(headers.length, columns.length);
      return Array.from({ length: width }, (_, index) => ({
        ...(columns[index] ?? emptyNotes()),
        header: String(headers[index] ?? ''),
      }));
    },
  };
};

const note = (notes: Notes, row: number, cell: string | number | boolean): void => {
  notes.filled += 1;
  const text = String(cell);
  if (notes.samples.length < 3 && !notes.samples.includes(text)) notes.samples.push(text.slice(0, 80));
  if (typeof cell !== 'string' || text.length > 40) return;
  if (text.includes('@')) notes.mails += 1;
  const code = text.charCodeAt(text.length - 1);
  const first = text.charCodeAt(0);
  const isDigitAround = (code >= 48 && code <= 57) || (first >= 48 && first <= 57);
  if (!isDigitAround) return;
  const parts = slashedDay.exec(text);
  if (parts) {
    const [one, two] = [Number(parts[1]), Number(parts[2])];
    if (one > 12 && two <= 12) {
      notes.dayFirst += 1;
      notes.dayFirstRow ??= row;
    } else if (two > 12 && one <= 12) {
      notes.monthFirst += 1;
      notes.monthFirstRow ??= row;
    } else if (one !== two) notes.eitherOrder += 1;
    return;
  }
  const bare = text.replace(/[^\d.,]/g, '');
  if (either.test(bare)) notes.eitherMark += 1;
  else if (onlyComma.test(bare)) notes.decimalComma += 1;
  else if (onlyPoint.test(bare)) notes.decimalPoint += 1;
};

import type { ColumnNotes } from './column-notes.ts';
import { fieldOf, type ImportKind } from './import-fields.ts';
import { type AmountReading, readHeaderUnit } from './read-amount.ts';

/** What a sheet's columns are taken to mean. */
export type SheetMapping = {
  /** A field's key for each column; null leaves the column out. */
  readonly columns: readonly (string | null)[];
  /** What holds where a cell is empty or no column has the field. */
  readonly constants: { readonly [key: string]: string };
  /** How 03/04/2021 is meant where the column itself does not say; null lets it be decided. */
  readonly dayFirst: boolean | null;
};

export type ColumnReading = {
  readonly index: number;
  readonly key: string;
  readonly dayFirst: boolean;
  readonly amount: AmountReading;
};

/** Day first, unless the column itself, or else the sheet's other columns, can only be month first. */
const decideDayFirst = (notes: ColumnNotes, all: readonly ColumnNotes[], stated: boolean | null): boolean => {
  if (stated !== null) return stated;
  if (notes.dayFirst !== notes.monthFirst) return notes.dayFirst > notes.monthFirst;
  const total = all.reduce((sum, { dayFirst, monthFirst }) => sum + dayFirst - monthFirst, 0);
  return total >= 0;
};

const decideAmount = (notes: ColumnNotes, all: readonly ColumnNotes[]): AmountReading => {
  const own = notes.decimalComma - notes.decimalPoint;
  const total =
    own !== 0 ? own : all.reduce((sum, { decimalComma, decimalPoint }) => sum + decimalComma - decimalPoint, 0);
  return { decimal: total > 0 ? ',' : '.', isSure: own !== 0, ...readHeaderUnit(notes.header) };
};

export const readingsOf = (notes: readonly ColumnNotes[], mapping: SheetMapping): ColumnReading[] =>
  mapping.columns.flatMap((key, index) => {
    const column = notes[index];
    if (key === null || !column) return [];
    return [
      { index, key, dayFirst: decideDayFirst(column, notes, mapping.dayFirst), amount: decideAmount(column, notes) },
    ];
  });

export type ReadingNote = { readonly column: number; readonly note: string };

/** What was decided for whole columns, in words, so that a person can object. */
export const readingNotes = (kind: ImportKind, notes: readonly ColumnNotes[], mapping: SheetMapping): ReadingNote[] =>
  readingsOf(notes, mapping).flatMap(({ index, key, dayFirst, amount }) => {
    const type = fieldOf(kind, key)?.type;
    const column = notes[index] as ColumnNotes;
    if (type === 'day' || type === 'lastDay') return dayNotes(index, column, dayFirst, mapping.dayFirst);
    if (type === 'amount') return amountNotes(index, column, amount);
    return [];
  });

const dayNotes = (column: number, notes: ColumnNotes, dayFirst: boolean, stated: boolean | null): ReadingNote[] => {
  if (notes.dayFirst + notes.monthFirst + notes.eitherOrder === 0) return [];
  const form = dayFirst ? 'Read as day/month/year' : 'Read as month/day/year';
  const row = dayFirst ? notes.dayFirstRow : notes.monthFirstRow;
  const contrary = dayFirst ? notes.monthFirst : notes.dayFirst;
  const why =
    stated !== null
      ? ', as you said'
      : row !== null
        ? `, since row ${row} allows nothing else`
        : '; every cell could be read either way, so look whether this is right';
  const but = contrary > 0 ? ` ${contrary} ${contrary === 1 ? 'cell does' : 'cells do'} not fit that order.` : '';
  return [{ column, note: `${form}${why}.${but}` }];
};

const amountNotes = (column: number, notes: ColumnNotes, reading: AmountReading): ReadingNote[] => {
  const parts: string[] = [];
  if (reading.scale !== 1)
    parts.push(`in ${reading.scale === 1e3 ? 'thousands' : reading.scale === 1e6 ? 'millions' : 'billions'}`);
  if (reading.currency) parts.push(`in ${reading.currency}`);
  const result: ReadingNote[] =
    parts.length > 0 ? [{ column, note: `Taken ${parts.join(' and ')}, as the header says.` }] : [];
  if (notes.eitherMark > 0) {
    const asDecimal = reading.isSure;
    const mark = reading.decimal === ',' ? 'comma' : 'point';
    result.push({
      column,
      note: asDecimal
        ? `A ${mark} is the decimal mark here.`
        : 'Numbers such as 1.234 or 1,234 are taken as one thousand and more.',
    });
  }
  return result;
};

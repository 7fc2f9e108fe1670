import { addDays } from '#kernel/date-only.ts';
import { type Cell, columnLetters } from '#platform/files/table-row.ts';
import type { ColumnNotes } from './column-notes.ts';
import { type FieldType, fieldOf, type ImportKind } from './import-fields.ts';
import { type AmountReading, readAmount, readCurrency, type ReadAmount } from './read-amount.ts';
import { readDay } from './read-day.ts';
import {
  readAreaKind,
  readFunction,
  readLevel,
  readOrganisationKind,
  readPhase,
  readTier,
  readTruth,
} from './read-words.ts';
import { type ColumnReading, readingsOf, type SheetMapping } from './sheet-mapping.ts';

export type FieldValue = string | number | boolean | ReadAmount | null;

/** What a row says, by field; a field without a value is absent. */
export type ReadRow = {
  readonly sheet: number;
  readonly row: number;
  readonly values: { readonly [key: string]: FieldValue | undefined };
};

export type RowRefusal = {
  readonly key: string;
  readonly rule: string;
  readonly message: string;
  readonly value?: string;
};

export type RowReader = {
  read(row: number, cells: readonly Cell[]): { row: ReadRow; refusals: RowRefusal[] };
  /** The cell of a field in a row, such as C17, with its header; empty when no column has the field. */
  place(key: string, row: number): { cell: string; header: string };
  amountReading(key: string): AmountReading;
};

const plainReading: AmountReading = { decimal: '.', isSure: false, scale: 1, currency: null };

/** Reads rows of one sheet as its mapping says. */
export const rowReader = (
  sheet: number,
  kind: ImportKind,
  notes: readonly ColumnNotes[],
  mapping: SheetMapping,
): RowReader => {
  const readings = readingsOf(notes, mapping);
  const byKey = new Map(readings.map((reading) => [reading.key, reading]));
  const types = new Map<string, FieldType>();
  for (const key of [...byKey.keys(), ...Object.keys(mapping.constants)]) {
    const field = fieldOf(kind, key);
    if (field) types.set(key, field.type);
  }
  const keys = [...types.keys()];
  return {
    read(row, cells) {
      const values: { [key: string]: FieldValue } = {};
      const refusals: RowRefusal[] = [];
      for (const key of keys) {
        const reading = byKey.get(key);
        const cell = (reading ? cells[reading.index] : null) ?? null;
        const content = isBlank(cell) ? (mapping.constants[key] ?? null) : cell;
        if (isBlank(content)) continue;
        const value = readCell(content as string | number | boolean, types.get(key) as FieldType, reading);
        if (typeof value === 'object' && value !== null && 'wrong' in value)
          refusals.push({ key, rule: 'INT-1', message: value.wrong, value: String(content) });
        else if (value !== null) values[key] = value;
      }
      return { row: { sheet, row, values }, refusals };
    },
    place(key, row) {
      const reading = byKey.get(key);
      return reading
        ? { cell: `${columnLetters(reading.index)}${row}`, header: notes[reading.index]?.header ?? '' }
        : { cell: '', header: '' };
    },
    amountReading: (key) => byKey.get(key)?.amount ?? plainReading,
  };
};

const isBlank = (cell: Cell): boolean => cell === null || (typeof cell === 'string' && cell.trim() === '');

type Wrong = { readonly wrong: string };
const wrong = (sentence: string): Wrong => ({ wrong: sentence });

const readCell = (
  content: string | number | boolean,
  type: FieldType,
  reading: ColumnReading | undefined,
): FieldValue | Wrong => {
  const text = String(content).trim();
  switch (type) {
    case 'text':
    case 'list':
      return text;
    case 'name':
      return text.length > 200
        ? wrong('This is longer than a name can be (200 characters).')
        : text.replace(/\s+/g, ' ');
    case 'mail':
      return /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(bareMail(text))
        ? bareMail(text)
        : wrong(`'${short(text)}' is not a mail address.`);
    case 'day':
    case 'lastDay':
      return dayValue(content, type === 'lastDay', reading?.dayFirst ?? true);
    case 'amount':
      return (
        readAmount(content, reading?.amount ?? plainReading) ??
        wrong(`'${short(text)}' cannot be read as an amount. Write it like 1234567.89.`)
      );
    case 'currency':
      return readCurrency(text) ?? wrong(`'${short(text)}' is not a currency. Write its three letters, such as EUR.`);
    case 'truth':
      return readTruth(content) ?? wrong(`'${short(text)}' is neither yes nor no.`);
    case 'level':
      return (
        readLevel(content) ??
        wrong(
          `'${short(text)}' is not a level that is known here. Write 1 (board or chief executive) to 6 (below director), or words such as EVP.`,
        )
      );
    case 'year':
      return yearValue(text);
    case 'organisationKind':
      return (
        readOrganisationKind(text) ??
        wrong(`'${short(text)}' is not a kind of organisation. Write own, partner or candidate.`)
      );
    case 'areaKind':
      return (
        readAreaKind(text) ?? wrong(`'${short(text)}' is not a kind of area. Write product line, region or function.`)
      );
    case 'function':
      return readFunction(text);
    case 'phase':
      return (
        readPhase(text) ??
        wrong(
          `'${short(text)}' is not a phase. Write strategy, selection, negotiation, planning, governance, management or transformation.`,
        )
      );
    case 'tier':
      return readTier(text) ?? wrong(`'${short(text)}' is not a tier. Write strategic, core or exploratory.`);
  }
};

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

const bareMail = (text: string): string => (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).replace(/^mailto:/i, '').trim();

const yearValue = (text: string): number | Wrong => {
  const year = Number(/^(?:fy|gj)?\s*(\d{4})(?:\.0+)?$/i.exec(text)?.[1]);
  return year >= 1900 && year <= 2200 ? year : wrong(`'${short(text)}' is not a year.`);
};

/** Periods are kept half-open: a last day becomes the first day after it. An open end is no value. */
const dayValue = (content: string | number | boolean, isLast: boolean, dayFirst: boolean): string | null | Wrong => {
  const day = readDay(content, dayFirst);
  if (day === 'open') return isLast ? null : wrong(`'${String(content)}' is not a day.`);
  if (day === null) {
    const order = readDay(content, !dayFirst)
      ? ` The column is read as ${dayFirst ? 'day/month/year' : 'month/day/year'}.`
      : ' Write it like 2024-03-31.';
    return wrong(`'${short(String(content))}' is not a day.${order}`);
  }
  return isLast ? addDays(day.last, 1) : day.first;
};

import { type DateOnly, addDays, addMonths, dateOnly, isDateOnly } from '#kernel/date-only.ts';
import { dayOfSerial } from '#platform/files/day-serial.ts';
import { monthNumbers } from './month-names.ts';

/** A day as written: with its first and last day, which differ when only a month or a year is given. */
export type ReadDay = { readonly first: DateOnly; readonly last: DateOnly };

const openEnds = new Set([
  'present',
  'now',
  'today',
  'current',
  'ongoing',
  'open',
  'heute',
  'aktuell',
  'laufend',
  'offen',
  'unbefristet',
  'actuel',
  'present',
  'en cours',
  "aujourd'hui",
  'actual',
  'actualidad',
  'presente',
  'heden',
  'nu',
  'n/a',
  'na',
  '-',
  '–',
  '—',
  'none',
]);

const wholeDay = (day: DateOnly): ReadDay | null =>
  isDateOnly(day) && day >= '1850-01-01' ? { first: day, last: day } : null;

const wholeMonth = (year: number, month: number): ReadDay | null => {
  if (month < 1 || month > 12) return null;
  const first = dateOnly(year, month, 1);
  return { first, last: addDays(addMonths(first, 1), -1) };
};

const wholeYear = (year: number): ReadDay | null =>
  year >= 1850 && year <= 2200 ? { first: dateOnly(year, 1, 1), last: dateOnly(year, 12, 31) } : null;

/** Years in two digits: up to 49 in this century, from 50 on in the last. */
const fullYear = (digits: string): number => {
  const year = Number(digits);
  return digits.length === 2 ? year + (year < 50 ? 2000 : 1900) : year;
};

/**
 * Reads a day in the forms that people and systems write. 'open' is a word such as 'present', or a year like 9999.
 * @param dayFirst how 03/04/2021 is meant; decided for the whole column
 * @returns null when it cannot be read as a day
 */
export const readDay = (cell: string | number | boolean, dayFirst: boolean): ReadDay | 'open' | null => {
  if (typeof cell === 'boolean') return null;
  if (typeof cell === 'number') return readNumber(cell);
  const text = cell.trim().toLowerCase();
  if (openEnds.has(text)) return 'open';
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[t\s])/.exec(text);
  if (iso) return iso[1] === '9999' ? 'open' : wholeDay(dateOnly(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact)
    return compact[1] === '9999'
      ? 'open'
      : wholeDay(dateOnly(Number(compact[1]), Number(compact[2]), Number(compact[3])));
  const parts = /^(\d{1,2})\s*([./-])\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})(?:$|[t\s,])/.exec(text);
  if (parts) {
    const year = fullYear(parts[4] ?? '');
    if (year === 9999) return 'open';
    const isDayFirst = parts[2] === '.' || dayFirst;
    const [one, two] = [Number(parts[1]), Number(parts[3])];
    return wholeDay(isDayFirst ? dateOnly(year, two, one) : dateOnly(year, one, two));
  }
  const yearMonth = /^(\d{4})[-/.](\d{1,2})$/.exec(text);
  if (yearMonth) return wholeMonth(Number(yearMonth[1]), Number(yearMonth[2]));
  const monthYear = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (monthYear) return wholeMonth(Number(monthYear[2]), Number(monthYear[1]));
  if (/^\d{4}$/.test(text)) return wholeYear(Number(text));
  if (/^\d{5}(\.\d+)?$/.test(text)) return readNumber(Number(text));
  return readNamedMonth(text);
};

/** A bare number is a year when it looks like one, else a spreadsheet's day number. */
const readNumber = (value: number): ReadDay | 'open' | null => {
  if (Number.isInteger(value) && value >= 1850 && value <= 2200) return wholeYear(value);
  if (Number.isInteger(value) && value >= 18_500_101 && value <= 99_991_231) return readDay(String(value), true);
  const day = dayOfSerial(value, false);
  if (day?.startsWith('9999')) return 'open';
  return value >= 10_000 && day ? wholeDay(day) : null;
};

const readNamedMonth = (text: string): ReadDay | null => {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\d)(st|nd|rd|th|er|e)\b/g, '$1')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && word !== 'de' && word !== 'of' && word !== 'del');
  const at = words.findIndex((word) => monthNumbers.has(word));
  const month = monthNumbers.get(words[at] ?? '');
  const numbers = words.filter((_, index) => index !== at);
  if (!month || numbers.length === 0 || numbers.length > 2 || numbers.some((word) => !/^\d{1,4}$/.test(word))) {
    const dropped = words.length === 4 && at >= 0 && !/^\d/.test(words[0] ?? '') && at !== 0;
    return dropped ? readNamedMonth(words.slice(1).join(' ')) : null;
  }
  const year = numbers.at(-1) ?? '';
  if (numbers.length === 1) return year.length === 4 || year.length === 2 ? wholeMonth(fullYear(year), month) : null;
  const [first = '', second = ''] = numbers;
  return first.length === 4
    ? wholeDay(dateOnly(Number(first), month, Number(second)))
    : wholeDay(dateOnly(fullYear(second), month, Number(first)));
};

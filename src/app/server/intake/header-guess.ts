import { fieldOf, type ImportKind, importFields, importKinds } from './import-fields.ts';
import type { ColumnNotes } from './column-notes.ts';

/** A header in small letters and digits alone: 'First_Name', 'firstName' and 'FIRST NAME' are one. */
export const plainHeader = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

type Dictionary = ReadonlyMap<string, string>;

const dictionaries: { readonly [kind in ImportKind]: Dictionary } = Object.fromEntries(
  importKinds.map((kind) => {
    const words = new Map<string, string>();
    for (const { key, header, aliases } of importFields[kind]) {
      for (const word of [plainHeader(header), ...aliases.split(' ')]) if (!words.has(word)) words.set(word, key);
    }
    if (kind === 'persons') words.set('name', 'name');
    return [kind, words];
  }),
) as unknown as { [kind in ImportKind]: Dictionary };

/** Remarks in brackets and units ('Budget (in TEUR)', 'Value in EUR m') are not part of what a column is called. */
const withoutUnit = (header: string): string =>
  header
    .replace(/[([{].*?[)\]}]/g, ' ')
    .replace(/\b(in|en)\s+(t|k|m|mio|mrd|bn|tsd)?\.?\s*(eur|usd|gbp|chf|€|\$|£)\b.*$/i, ' ');

const yearOf = (header: string): number | undefined => {
  const year = Number(/(?:^|\D)((?:19|20)\d{2})(?:\D|$)/.exec(header)?.[1]);
  return Number.isNaN(year) ? undefined : year;
};

const guessKey = (kind: ImportKind, header: string): string | undefined => {
  const words = dictionaries[kind];
  const whole = words.get(plainHeader(header)) ?? words.get(plainHeader(withoutUnit(header)));
  if (whole) return whole;
  const year = kind === 'areas' ? yearOf(header) : undefined;
  if (year && words.get(plainHeader(withoutUnit(header)).replace(/(fy|gj)?(19|20)\d{2}/, '')) === 'result')
    return `result:${year}`;
  if (year && kind === 'areas' && /^\s*(fy|gj)?\s*\d{4}\s*$/i.test(header)) return `result:${year}`;
  // 'Employee Start Date', 'Manager - Work Email': the words at the end tell what it is.
  const parts = withoutUnit(header)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  for (let from = 1; from < parts.length; from += 1) {
    const tail = words.get(plainHeader(parts.slice(from).join('')));
    if (tail && tail !== 'name') return tail;
  }
  return undefined;
};

/** Which field each column holds by its header, each field once; null where no header is known. */
export const guessColumns = (kind: ImportKind, columns: readonly ColumnNotes[]): (string | null)[] => {
  const taken = new Set<string>();
  const exact = columns.map(({ header }) => dictionaries[kind].get(plainHeader(header)));
  const guesses = columns.map(({ header }, index) => exact[index] ?? guessKey(kind, header));
  const order = [...guesses.keys()].sort(
    (one, other) => Number(exact[one] === undefined) - Number(exact[other] === undefined),
  );
  const result: (string | null)[] = columns.map(() => null);
  for (const index of order) {
    const key = guesses[index];
    if (!key || taken.has(key) || !fits(kind, key, columns[index])) continue;
    taken.add(key);
    result[index] = key;
  }
  if (kind === 'persons' && !taken.has('mail'))
    takeFirst(result, columns, 'mail', ({ mails, filled }) => mails > 0 && mails >= filled * 0.8);
  if (kind === 'persons' && taken.has('firstName') && taken.has('lastName') && !taken.has('name')) return result;
  return result;
};

/** A column of mail addresses is no name, and a column without any is no mail. */
const fits = (kind: ImportKind, key: string, notes: ColumnNotes | undefined): boolean => {
  if (!notes || notes.filled === 0) return true;
  const type = fieldOf(kind, key)?.type;
  if (type === 'mail') return notes.mails > 0;
  return !(key === 'name' && notes.mails > notes.filled * 0.5);
};

const takeFirst = (
  result: (string | null)[],
  columns: readonly ColumnNotes[],
  key: string,
  holds: (notes: ColumnNotes) => boolean,
): void => {
  const index = columns.findIndex((notes, at) => result[at] === null && holds(notes));
  if (index >= 0) result[index] = key;
};

const sheetNames: { readonly [kind in ImportKind]: RegExp } = {
  organisations: /organi[sz]ation|compan|account|partner(?!ship)|firm|unternehmen|entreprise|societe|empresa|bedrij/i,
  areas: /area|business unit|division|segment|bereich|sparte|domaine|unidad|afdeling|department/i,
  persons:
    /person|people|executive|employee|worker|staff|contact|leader|mitarbeit|fuehrung|führung|vorst|personne|salari|empleado|medewerker|headcount|post/i,
  alliances:
    /alliance|partnership|allian|allianz|kooperation|partenariat|alianza|alliantie|collaborat|opportunit|deal/i,
};

/** Headers that say more about the kind than others do. */
const telling: { readonly [kind in ImportKind]: readonly string[] } = {
  organisations: ['isFounderLed', 'founderLedSince', 'country'],
  areas: ['parent', 'result', 'year'],
  persons: ['firstName', 'lastName', 'mail', 'title', 'level', 'reportsTo', 'postExternalId'],
  alliances: ['partners', 'phase', 'tier', 'partnerManager', 'values', 'objectives', 'startsOn', 'endsOn'],
};

/** What a sheet holds, by its headers, its name and the file's name; null when its headers say nothing. */
export const guessKind = (columns: readonly ColumnNotes[], sheetName: string, fileName: string): ImportKind | null => {
  let best: ImportKind | null = null;
  let bestScore = 0;
  for (const kind of importKinds) {
    const keys = guessColumns(kind, columns).filter((key) => key !== null);
    if (!isUsable(kind, keys)) continue;
    const names = (sheetNames[kind].test(sheetName) ? 4 : 0) + (sheetNames[kind].test(fileName) ? 2 : 0);
    const own = keys.filter((key) => telling[kind].includes(key) || key.startsWith('result:')).length;
    const named = columns.some(
      ({ header }) =>
        plainHeader(header) === plainHeader(importFields[kind].find(({ key }) => key === 'name')?.header ?? ''),
    )
      ? 1
      : 0;
    const score = keys.length + own + names + named;
    if (score > bestScore) [best, bestScore] = [kind, score];
  }
  return best;
};

/** People are told by what only people have, even where no header is known as their name: it is then asked for. */
const isUsable = (kind: ImportKind, keys: readonly string[]): boolean =>
  keys.includes('name') ||
  (kind === 'persons' && (keys.includes('lastName') || (keys.includes('mail') && keys.includes('title'))));

/** The row that holds the headers, among a sheet's first rows: the one with most headers that any kind knows. */
export const guessHeaderRow = (
  rows: readonly { readonly row: number; readonly cells: readonly unknown[] }[],
): number => {
  let best = rows[0]?.row ?? 1;
  let bestScore = 0;
  for (const { row, cells } of rows) {
    const headers = cells.filter((cell) => typeof cell === 'string');
    const score = Math.max(
      ...importKinds.map((kind) => new Set(headers.map((header) => guessKey(kind, header)).filter(Boolean)).size),
    );
    if (score > bestScore && score >= 2) [best, bestScore] = [row, score];
  }
  if (bestScore > 0) return best;
  return rows.find(({ cells }) => cells.filter((cell) => cell !== null).length > 1)?.row ?? best;
};

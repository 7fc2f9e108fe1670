import { plainAmount } from '#platform/files/write-table.ts';
import { type AmountReading, readAmount } from './read-amount.ts';

/**
 * Several things in one cell, divided by bars, semicolons or line breaks. What itself contains one of these stands in
 * double quotes, doubled inside, as in CSV: `formatList` and `readList` are each other's inverse.
 */
export const formatList = (items: readonly string[], divider = '; '): string | null =>
  items.length === 0 ? null : items.map(quoted).join(divider);

const quoted = (item: string): string =>
  /[;|\r\n"]/.test(item) || item.trim() !== item ? `"${item.replaceAll('"', '""')}"` : item;

export const readList = (text: string): string[] => {
  const items: string[] = [];
  let item = '';
  let isQuoted = false;
  let wasQuoted = false;
  const finish = () => {
    const clean = wasQuoted ? item : item.trim();
    if (clean !== '') items.push(clean);
    item = '';
    wasQuoted = false;
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] as string;
    if (isQuoted) {
      if (letter !== '"') item += letter;
      else if (text[at + 1] === '"') {
        item += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && item.trim() === '' && text.indexOf('"', at + 1) > 0) {
      isQuoted = true;
      wasQuoted = true;
      item = '';
    } else if (/[;|\r\n]/.test(letter)) finish();
    else if (!(wasQuoted && letter === ' ')) item += letter;
  }
  finish();
  return items;
};

/** A named amount in a list: 'Mobility: 5000000 EUR'. */
export type NamedAmount = { readonly name: string; readonly amount: number | null; readonly currency: string | null };

export const formatNamedAmount = ({ name, amount, currency }: NamedAmount): string =>
  amount === null ? guardColon(name) : `${guardColon(name)}: ${plainAmount(amount)}${currency ? ` ${currency}` : ''}`;

/** A name that could be read as one with an amount gets a colon behind it. */
const guardColon = (name: string): string => (/:/.test(name) ? `${name}:` : name);

/** The part behind the last colon is the amount, if there is one. Null: there is a colon, but what follows is no amount. */
export const readNamedAmount = (item: string, reading: AmountReading): NamedAmount | null => {
  const parts = /^(.*?)\s*(?::|=|<=|≤)\s*([^:=]*)$/s.exec(item);
  if (!parts) return { name: item, amount: null, currency: null };
  const name = (parts[1] ?? '')
    .replace(/(?:<=|≤|<)$/, '')
    .replace(/:$/, '')
    .trim();
  const written = (parts[2] ?? '').trim();
  if (written === '') return name === '' ? null : { name, amount: null, currency: null };
  const read = readAmount(written, reading);
  return read && name !== '' ? { name, ...read } : null;
};

import { looseName } from './name-key.ts';

export type LikenessIndex<T> = {
  add(name: string, item: T): void;
  /** Items whose names look like this one, the likest first; at most five. */
  like(name: string): { readonly item: T; readonly likeness: number }[];
};

const mostInOneBox = 20;

/**
 * Finds names that look alike without comparing each with each: names are put into boxes by their consonants, once whole
 * and once with each consonant left out, and only those sharing a box are compared by their trigrams.
 * @param isPerson whether words may change places and titles are dropped, or legal forms are
 * @param least the likeness from 0 to 1 from which two names are taken to look alike
 */
export const likenessIndex = <T>(isPerson: boolean, least = 0.5): LikenessIndex<T> => {
  const boxes = new Map<number, number[]>();
  const items: T[] = [];
  const names: string[] = [];
  return {
    add(name, item) {
      const loose = looseName(name, isPerson);
      const number = items.push(item) - 1;
      names.push(loose);
      for (const box of boxesOf(loose, isPerson)) {
        const inside = boxes.get(box);
        if (!inside) boxes.set(box, [number]);
        else if (inside.length < mostInOneBox) inside.push(number);
      }
    },
    like(name) {
      const loose = looseName(name, isPerson);
      const seen = new Set<number>();
      const found: { item: T; likeness: number }[] = [];
      for (const box of boxesOf(loose, isPerson)) {
        for (const number of boxes.get(box) ?? []) {
          if (seen.has(number)) continue;
          seen.add(number);
          const likeness = likenessOf(loose, names[number] ?? '', isPerson);
          if (likeness >= least) found.push({ item: items[number] as T, likeness });
        }
      }
      return found.sort((one, other) => other.likeness - one.likeness).slice(0, 5);
    },
  };
};

const boxesOf = (loose: string, isPerson: boolean): Set<number> => {
  const skeleton = loose.replace(/[aeiouy\s]/g, '').replace(/(.)\1+/g, '$1') || loose;
  const boxes = new Set([hash(skeleton)]);
  if (skeleton.length >= 4) {
    for (let at = 0; at < skeleton.length && at < 24; at += 1)
      boxes.add(hash(skeleton.slice(0, at) + skeleton.slice(at + 1)));
  }
  if (isPerson) {
    const words = loose.split(' ');
    const longest = words.reduce((one, other) => (other.length > one.length ? other : one), '');
    for (const word of words) if (word !== longest && words.length === 2) boxes.add(hash(`${word[0]}~${longest}`));
  }
  return boxes;
};

const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
};

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** From 0 to 1: shared trigrams of all trigrams, as pg_trgm counts them. Numbers in names must be the same. */
const likenessOf = (one: string, other: string, isPerson: boolean): number => {
  if (one === other) return 1;
  if (digitsOf(one) !== digitsOf(other)) return 0;
  if (isPerson && isInitial(one, other)) return 0.9;
  if (Math.min(one.length, other.length) < Math.max(one.length, other.length) * 0.6) return 0;
  const first = trigramsOf(one);
  const second = trigramsOf(other);
  let shared = 0;
  for (const trigram of first) if (second.has(trigram)) shared += 1;
  return shared / (first.size + second.size - shared);
};

/** 'a muller' beside 'anna muller'. */
const isInitial = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const shortWords = short.split(' ');
  const longWords = long.split(' ');
  if (shortWords.length !== 2 || longWords.length !== 2) return false;
  const initial = shortWords.find((word) => word.length === 1);
  const rest = shortWords.find((word) => word.length > 1);
  return (
    initial !== undefined &&
    rest !== undefined &&
    longWords.includes(rest) &&
    longWords.some((word) => word !== rest && word.startsWith(initial))
  );
};

const trigramsOf = (text: string): Set<string> => {
  const trigrams = new Set<string>();
  for (const word of text.split(' ')) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) trigrams.add(padded.slice(at, at + 3));
  }
  return trigrams;
};

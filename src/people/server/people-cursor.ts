import type { Decision } from '#kernel/decision.ts';
import { accept } from '#kernel/decision.ts';

/** The sort key of the last row shown, as an opaque word in a link. */
export const cursorOf = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** Reads a cursor back: null without one; refused when it is not one of ours for this many keys. */
export const readCursor = (after: string | undefined, keys: number): Decision<readonly (string | number)[] | null> => {
  if (after === undefined) return accept(null);
  try {
    const key: unknown = JSON.parse(Buffer.from(after, 'base64url').toString());
    const fits =
      Array.isArray(key) && key.length === keys && key.every((part) => ['string', 'number'].includes(typeof part));
    if (fits) return accept(key as (string | number)[]);
  } catch {
    // falls through to the refusal below
  }
  return {
    ok: false,
    kind: 'malformed',
    refusals: [
      { rule: 'FORM', field: 'after', message: 'after: this is not a place in this list; start at its beginning.' },
    ],
  };
};

/** One page from up to limit + 1 rows: the one too many only tells that there is a next page. */
export const pageFrom = <Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  key: (row: Row) => readonly (string | number)[],
): { items: Item[]; next: string | null } => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), next: rows.length > limit && last ? cursorOf(key(last)) : null };
};

import { type RawBuilder, sql } from 'kysely';
import { isDateOnly } from '#kernel/date-only.ts';
import { isUuid } from '#kernel/id.ts';
import type { AllianceFilter } from '#portfolio/portfolio-contract.ts';

/** What a row of the list is sorted by, its id last: enough to say where the next page begins. */
export type ListKey = readonly (string | number)[];

type Order = {
  /** The sorted columns, of the table `a`, as a row to compare with. */
  readonly columns: RawBuilder<unknown>;
  /** The same columns, for 'order by'. */
  readonly orderBy: RawBuilder<unknown>;
  readonly comesAfter: RawBuilder<unknown>;
  readonly keyOf: (row: KeyedRow) => ListKey;
  readonly isKey: (key: ListKey) => boolean;
  /** The key as a row to compare `columns` with. */
  readonly bound: (key: ListKey) => RawBuilder<unknown>;
};

export type KeyedRow = {
  readonly id: string;
  readonly name: string;
  readonly ends_on: string;
  readonly phase_place: number;
  readonly value_place: number;
};

const isText = (part: unknown): boolean => typeof part === 'string' && !part.includes('\0');
const isPlace = (part: unknown): boolean => Number.isSafeInteger(part);
const isId = (part: unknown): boolean => typeof part === 'string' && isUuid(part);

type Sort = Pick<Order, 'keyOf' | 'isKey' | 'bound'> & { readonly columns: readonly RawBuilder<unknown>[] };

const sorts: { readonly [name: string]: Sort } = {
  name: {
    columns: [sql`a.name`, sql`a.id`],
    keyOf: ({ name, id }) => [name, id],
    isKey: ([name, id, ...rest]) => isText(name) && isId(id) && rest.length === 0,
    bound: ([name, id]) => sql`${name}::text, ${id}::uuid`,
  },
  phase: {
    columns: [sql`a.phase_place`, sql`a.name`, sql`a.id`],
    keyOf: ({ phase_place, name, id }) => [phase_place, name, id],
    isKey: ([place, name, id, ...rest]) => isPlace(place) && isText(name) && isId(id) && rest.length === 0,
    bound: ([place, name, id]) => sql`${place}::bigint, ${name}::text, ${id}::uuid`,
  },
  value: {
    columns: [sql`a.value_place`, sql`a.id`],
    keyOf: ({ value_place, id }) => [value_place, id],
    isKey: ([place, id, ...rest]) => isPlace(place) && isId(id) && rest.length === 0,
    bound: ([place, id]) => sql`${place}::bigint, ${id}::uuid`,
  },
  end: {
    columns: [sql`a.ends_on`, sql`a.id`],
    keyOf: ({ ends_on, id }) => [ends_on, id],
    isKey: ([day, id, ...rest]) => isText(day) && isDateOnly(String(day)) && isId(id) && rest.length === 0,
    bound: ([day, id]) => sql`${day}::date, ${id}::uuid`,
  },
};

export const orderOf = (sort: AllianceFilter['sort']): Order => {
  const descends = sort.startsWith('-');
  const found = sorts[descends ? sort.slice(1) : sort];
  if (!found) throw new Error(`No order is written for ${sort}`);
  const { columns, ...rest } = found;
  return {
    ...rest,
    columns: sql.join(columns),
    orderBy: sql.join(descends ? columns.map((column) => sql`${column} desc`) : columns),
    comesAfter: descends ? sql`<` : sql`>`,
  };
};

export const writeCursor = (key: ListKey): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The key behind a cursor; null for a text that is not a cursor of this order. */
export const readCursor = (cursor: string, { isKey }: Order): ListKey | null => {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(key) && isKey(key) ? key : null;
  } catch {
    return null;
  }
};

import { type LikenessIndex, likenessIndex } from './likeness.ts';

/** A record, on record already (`row` null) or brought by this import. */
export type BookRecord = {
  readonly id: string;
  name: string;
  externalId: string | null;
  readonly isNew: boolean;
  /** The row that brings it; null for one that is on record, or that only another row's mention brings. */
  row: number | null;
  /** True when every row that would bring it is refused: nothing may refer to it then. */
  isRefused: boolean;
};

/** Records of one kind, found by id, by external id or by name. */
export type RecordBook<T extends BookRecord> = {
  readonly byId: ReadonlyMap<string, T>;
  readonly byExternalId: ReadonlyMap<string, T>;
  add(record: T): void;
  /** Makes a record known under the ids and the name it has by now. */
  index(record: T): void;
  named(key: string): readonly T[];
  /**
   * Records whose names look like this one. Who has an id of its own is not the same as anyone with another id: with
   * `withoutId` only those without one are looked at, and the rest need not even be indexed.
   */
  like(name: string, withoutId?: boolean): readonly T[];
  all(): Iterable<T>;
};

export const recordBook = <T extends BookRecord>(keyOf: (name: string) => string, isPerson: boolean): RecordBook<T> => {
  const byId = new Map<string, T>();
  const byExternalId = new Map<string, T>();
  const byKey = new Map<string, T[]>();
  const likeness = { withId: lateIndex<T>(isPerson), withoutId: lateIndex<T>(isPerson) };
  const index = (record: T): void => {
    if (record.externalId !== null) byExternalId.set(record.externalId, record);
    const key = keyOf(record.name);
    const same = byKey.get(key);
    if (!same) byKey.set(key, [record]);
    else if (!same.includes(record)) same.push(record);
  };
  return {
    byId,
    byExternalId,
    index,
    add(record) {
      byId.set(record.id, record);
      index(record);
      (record.externalId === null ? likeness.withoutId : likeness.withId).add(record);
    },
    named: (key) => byKey.get(key) ?? [],
    like(name, withoutId = false) {
      const found = [...likeness.withoutId.like(name), ...(withoutId ? [] : likeness.withId.like(name))];
      return found.sort((one, other) => other.likeness - one.likeness).map(({ item }) => item);
    },
    all: () => byId.values(),
  };
};

/** An index that takes its records in only when somebody asks: most imports bring ids and never do. */
const lateIndex = <T extends BookRecord>(isPerson: boolean) => {
  let waiting: T[] = [];
  const index: LikenessIndex<T> = likenessIndex<T>(isPerson);
  return {
    add: (record: T) => void waiting.push(record),
    like(name: string) {
      for (const record of waiting) index.add(record.name, record);
      waiting = [];
      return index.like(name);
    },
  };
};

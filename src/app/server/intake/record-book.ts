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
  like(name: string): readonly T[];
  all(): Iterable<T>;
};

export const recordBook = <T extends BookRecord>(keyOf: (name: string) => string, isPerson: boolean): RecordBook<T> => {
  const byId = new Map<string, T>();
  const byExternalId = new Map<string, T>();
  const byKey = new Map<string, T[]>();
  const likeness: LikenessIndex<T> = likenessIndex<T>(isPerson);
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
      likeness.add(record.name, record);
    },
    named: (key) => byKey.get(key) ?? [],
    like: (name) => likeness.like(name).map(({ item }) => item),
    all: () => byId.values(),
  };
};

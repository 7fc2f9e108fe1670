import type { Insertable } from 'kysely';
import type { DB } from '#platform/db/schema.ts';
import type { Cast } from '#seed/cast.ts';
import type { StoryTime } from './story-time.ts';

/** The rows of one table, as they go in. */
export type Rows<Table extends keyof DB> = readonly Insertable<DB[Table]>[];

/** The rows of several tables, in the order in which they must go in. */
export type TableRows = { readonly [Table in keyof DB]?: Rows<Table> };

/** What every part of the telling needs: the cast, the time, and an id for each key of the cast. */
export type Story = {
  readonly cast: Cast;
  readonly time: StoryTime;
  readonly workspaceId: string;
  readonly currency: string;
  /** Whoever looks at the demo; null when it is filled for nobody in particular. */
  readonly visitor: { readonly seatId: string; readonly name: string } | null;
  newId(): string;
  organisation(key: string): string;
  area(key: string): string;
  person(key: string): string;
  alliance(key: string): string;
  nameOf(person: string): string;
};

const idsOf = (items: readonly { readonly key: string }[], what: string, newId: () => string) => {
  const ids = new Map(items.map(({ key }) => [key, newId()]));
  return (key: string): string => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`The cast has no ${what} '${key}'`);
    return id;
  };
};

export const openStory = (
  cast: Cast,
  time: StoryTime,
  where: Pick<Story, 'workspaceId' | 'currency' | 'visitor' | 'newId'>,
): Story => {
  const names = new Map(cast.persons.map(({ key, name }) => [key, name]));
  return {
    cast,
    time,
    ...where,
    organisation: idsOf(cast.organisations, 'organisation', where.newId),
    area: idsOf(cast.areas, 'area', where.newId),
    person: idsOf(cast.persons, 'person', where.newId),
    alliance: idsOf(cast.alliances, 'alliance', where.newId),
    nameOf: (key) => names.get(key) ?? key,
  };
};

/** Millions of the story as an amount. */
export const million = (amount: number): number => Math.round(amount * 1_000_000);

import type { DateOnly } from '#kernel/date-only.ts';
import { type Random, seededRandom } from '#kernel/random.ts';
import type { Context } from '#platform/context.ts';

export type LargeCompany = {
  readonly organisationId: string;
  /** From the chief executive down; `manager` is a place in this list, null for the first. */
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly level: number;
    readonly manager: number | null;
  }[];
};

const given = [
  'Ada',
  'Ben',
  'Cleo',
  'Dev',
  'Eli',
  'Fay',
  'Gus',
  'Hana',
  'Ida',
  'Jan',
  'Kim',
  'Lea',
  'Mia',
  'Noor',
  'Oto',
  'Pia',
];
const family = [
  'Berg',
  'Okafor',
  'Marti',
  'Anand',
  'Stone',
  'Lin',
  'Hall',
  'Sato',
  'Roth',
  'Vos',
  'Brandt',
  'Ferrer',
  'Kovac',
  'Moreau',
];
const chunk = 500;

const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)] as T;

/** A company of `size` people under one chief executive, each manager with about eight reports; the same for the same seed. */
export const enterLargeCompany = async (context: Context, size: number, seed = 7): Promise<LargeCompany> => {
  const random = seededRandom(seed);
  const organisationId = context.newId();
  const { db, workspaceId: workspace_id, now } = context;
  await db
    .insertInto('organisations')
    .values({ workspace_id, id: organisationId, name: 'Borealis', kind: 'own', created_at: now })
    .execute();
  const people: { id: string; name: string; level: number; manager: number | null }[] = [];
  for (let place = 0; place < size; place++) {
    const manager = place === 0 ? null : Math.floor(((place - 1) / 8) * (0.9 + random() * 0.1));
    const level = manager === null ? 1 : Math.min(6, (people[manager]?.level ?? 1) + 1);
    people.push({
      id: context.newId(),
      name: `${pick(given, random)} ${pick(family, random)} ${place}`,
      level,
      manager,
    });
  }
  for (let start = 0; start < size; start += chunk) {
    const some = people.slice(start, start + chunk);
    await db
      .insertInto('persons')
      .values(
        some.map(({ id, name }) => ({ workspace_id, id, organisation_id: organisationId, name, created_at: now })),
      )
      .execute();
    const from: DateOnly = '2021-01-01';
    await db
      .insertInto('positions')
      .values(
        some.map(({ id, level, manager }) => ({
          workspace_id,
          id: context.newId(),
          person_id: id,
          organisation_id: organisationId,
          title: `Level ${level}`,
          level,
          reports_to: manager === null ? null : (people[manager]?.id ?? null),
          from_day: from,
          recorded_at: now,
        })),
      )
      .execute();
  }
  return { organisationId, people };
};

import { sql } from 'kysely';
import type { DateOnly } from '#kernel/date-only.ts';
import type { Period } from '#kernel/period.ts';
import { percentiles } from '#people/domain/influence-rank.ts';
import { findAreasWithPaths } from '#people/server/area-queries.ts';
import {
  findAnnouncedMoves,
  findDecisionRights,
  type MoveOnRecord,
  type RightOnRecord,
} from '#people/server/influence-queries.ts';
import {
  findOrganisationsOfKind,
  findPositionsOfPersons,
  findPositionsOn,
  findSpellsOfPosts,
  type PositionOnRecord,
} from '#people/server/people-queries.ts';
import type { Queries } from '#platform/db/database.ts';
import type { AreaAnsweredFor } from '#sponsorship/domain/candidate.ts';
import type { SpellHistory } from '#sponsorship/domain/longevity.ts';
import { converted } from '#sponsorship/domain/plain-numbers.ts';
import type { SponsorshipPolicy } from '#sponsorship/domain/sponsorship-policy.ts';
import { findNetworkPercentiles } from './network-percentiles.ts';

export type Executive = { readonly id: string; readonly name: string };

/** All that the choice of a sponsor wants to know of our own company on one day, whichever the alliance. */
export type CompanyFacts = {
  readonly day: DateOnly;
  /** The most senior first. */
  readonly pool: readonly Executive[];
  readonly leftOut: number;
  /** Posts held on the day, a person's most senior one first. */
  readonly held: ReadonlyMap<string, readonly PositionOnRecord[]>;
  readonly employment: ReadonlyMap<string, readonly Period[]>;
  readonly budgetPercentile: ReadonlyMap<string, number>;
  readonly networkPercentile: ReadonlyMap<string, number>;
  readonly rights: ReadonlyMap<string, readonly RightOnRecord[]>;
  readonly moves: ReadonlyMap<string, readonly MoveOnRecord[]>;
  /** Alliances that each person sponsors on the day or will. */
  readonly sponsored: ReadonlyMap<string, readonly string[]>;
  readonly capacity: ReadonlyMap<string, CapacityOnRecord>;
  readonly conflicts: ReadonlyMap<string, readonly ConflictOnRecord[]>;
  /** The areas at the top of our trees: a chief executive answers for them all. */
  readonly topAreas: readonly AreaAnsweredFor[];
  readonly history: SpellHistory;
};

type CapacityOnRecord = {
  readonly rating: number;
  readonly most: number | null;
  readonly source: string;
  readonly ratedOn: DateOnly;
};
type ConflictOnRecord = { readonly organisationId: string; readonly reason: string; readonly source: string };

/** Up to this many people everybody is weighed; in a larger company only those of senior levels. */
const smallCompany = 200;
/** Vice-presidents and above, and one level below what an alliance asks for, so that those just short of it are explained. */
const seniorLevels = 4;
export const mostCandidates = 2_000;

/**
 * @param also somebody to weigh whatever their level
 * @param today what is announced from here on counts, also when it happens before `day`
 */
export const findCompanyFacts = async (
  db: Queries,
  day: DateOnly,
  policy: SponsorshipPolicy,
  also?: string,
  today: DateOnly = day,
): Promise<CompanyFacts> => {
  const own = (await findOrganisationsOfKind(db, 'own')).map(({ id }) => id);
  const total = await countPersons(db, own);
  const lowest = Math.min(6, Math.max(seniorLevels, ...Object.values(policy.minimumLevel).map((level) => level + 1)));
  const isSmall = total <= smallCompany;
  const positions = await findPositionsOn(db, day, {
    organisationIds: own,
    ...(isSmall ? {} : { downToLevel: lowest }),
  });
  const everybody = isSmall ? await findPersonsOf(db, own) : [];
  const asked = also ? await findPersonsOf(db, own, also) : [];
  const pool = poolOf(positions, everybody, asked);
  const ids = pool.map(({ id }) => id);
  const missed = asked.filter(({ id }) => !positions.some(({ personId }) => personId === id)).map(({ id }) => id);
  const askedPositions = missed.length
    ? await findPositionsOn(db, day, { personIds: missed, organisationIds: own })
    : [];
  const all = await findPositionsOfPersons(db, ids);
  const ours = new Set(own);
  const spells = await findSpellsOfPosts(db, day, { organisationIds: own, downToLevel: seniorLevels });
  const areas = await findAreasWithPaths(db, own);
  return {
    day,
    pool,
    leftOut: Math.max(0, total - pool.length),
    held: groupBy([...positions, ...askedPositions], ({ personId }) => personId),
    employment: employmentOf(all.filter(({ organisationId }) => ours.has(organisationId))),
    budgetPercentile: budgetPercentiles(positions, policy),
    networkPercentile: await findNetworkPercentiles(db),
    rights: groupBy(await findDecisionRights(db, ids), ({ personId }) => personId),
    moves: groupBy(await findAnnouncedMoves(db, ids, today), ({ personId }) => personId),
    sponsored: await findSponsored(db, ids, day),
    capacity: await findCapacity(db, ids),
    conflicts: await findConflicts(db, ids, day),
    topAreas: [...areas.values()].filter(({ parentId }) => parentId === null).map(({ id, name }) => ({ id, name })),
    history: {
      [policy.usualSpell]: spells.map(({ personId, entry, exit, ended }) => ({ personId, entry, exit, ended })),
    },
  };
};

const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

const livingPersons = (db: Queries, own: readonly string[]) =>
  db
    .selectFrom('persons as person')
    .where('person.organisation_id', '=', anyOf(own))
    .where('person.id', 'not in', (erased) => erased.selectFrom('person_erasures').select('person_id'));

const countPersons = async (db: Queries, own: readonly string[]): Promise<number> => {
  const row = await livingPersons(db, own)
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return row.total;
};

const findPersonsOf = (db: Queries, own: readonly string[], id?: string): Promise<Executive[]> =>
  livingPersons(db, own)
    .select(['person.id', 'person.name'])
    .$if(id !== undefined, (query) => query.where('person.id', '=', id ?? ''))
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();

/** Holders of posts from the top down, then those without a post; whoever was asked for is always among them. */
const poolOf = (
  positions: readonly PositionOnRecord[],
  everybody: readonly Executive[],
  asked: readonly Executive[],
): Executive[] => {
  const pool = new Map<string, Executive>();
  for (const one of asked) pool.set(one.id, one);
  for (const { personId, personName } of positions) {
    if (pool.size >= mostCandidates) break;
    if (!pool.has(personId)) pool.set(personId, { id: personId, name: personName });
  }
  for (const one of everybody) if (!pool.has(one.id)) pool.set(one.id, one);
  return [...pool.values()];
};

/** Years with the company: posts that touch or overlap are one time of employment. */
const employmentOf = (positions: readonly PositionOnRecord[]): Map<string, Period[]> => {
  const employment = new Map<string, Period[]>();
  for (const { personId, from, to } of positions) {
    const times = employment.get(personId) ?? [];
    const last = times.at(-1);
    if (last && (last.to === null || from <= last.to)) {
      const until = last.to === null || to === null ? null : last.to < to ? to : last.to;
      times[times.length - 1] = { from: last.from, to: until };
    } else times.push({ from, to });
    employment.set(personId, times);
  }
  return employment;
};

/** Where each budget stands among the company's; amounts in a currency without a rate are left out. */
const budgetPercentiles = (positions: readonly PositionOnRecord[], policy: SponsorshipPolicy): Map<string, number> => {
  const budgets = new Map<string, number>();
  for (const { personId, budget } of positions) {
    const amount = budget && converted(budget, policy.referenceValue, policy.exchangeRates);
    if (amount !== null) budgets.set(personId, (budgets.get(personId) ?? 0) + amount);
  }
  const places = percentiles(Float64Array.from(budgets.values()));
  return new Map([...budgets.keys()].map((id, index) => [id, places[index] ?? 0]));
};

const findSponsored = async (db: Queries, ids: readonly string[], day: DateOnly): Promise<Map<string, string[]>> => {
  const rows = await db
    .selectFrom('appointments')
    .select(['person_id', 'alliance_id'])
    .distinct()
    .where('person_id', '=', anyOf(ids))
    .where('side', '=', 'ours')
    .where((or) => or.or([or('to_day', 'is', null), or('to_day', '>', day)]))
    .execute();
  const sponsored = groupBy(rows, ({ person_id }) => person_id);
  return new Map([...sponsored].map(([id, of]) => [id, of.map(({ alliance_id }) => alliance_id)]));
};

const findCapacity = async (db: Queries, ids: readonly string[]): Promise<Map<string, CapacityOnRecord>> => {
  const rows = await db
    .selectFrom('capacity_ratings')
    .select(['person_id', 'rating', 'most', 'source', 'rated_on as ratedOn'])
    .where('person_id', '=', anyOf(ids))
    .execute();
  return new Map(rows.map(({ person_id, ...rating }) => [person_id, rating]));
};

const findConflicts = async (
  db: Queries,
  ids: readonly string[],
  day: DateOnly,
): Promise<Map<string, ConflictOnRecord[]>> => {
  const rows = await db
    .selectFrom('conflicts_of_interest')
    .select(['person_id as personId', 'organisation_id as organisationId', 'reason', 'source'])
    .where('person_id', '=', anyOf(ids))
    .where((or) => or.or([or('to_day', 'is', null), or('to_day', '>', day)]))
    .execute();
  return groupBy(rows, ({ personId }) => personId);
};

export const groupBy = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
};

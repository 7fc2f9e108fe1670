import { type ExpressionBuilder, sql } from 'kysely';
import { type DateOnly, yearsBetween } from '#kernel/date-only.ts';
import type { Money } from '#kernel/money.ts';
import type { Period } from '#kernel/period.ts';
import type { Spell } from '#people/domain/tenure.ts';
import type { ExecutiveFunction } from '#people/domain/tenure-typical.ts';
import type { Queries } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';

/** Posts that hold on a day: begun, and not yet left. */
export const holdsOn = (day: DateOnly) => (where: ExpressionBuilder<DB, 'positions'>) =>
  where.and([
    where('positions.from_day', '<=', day),
    where.or([where('positions.to_day', 'is', null), where('positions.to_day', '>', day)]),
  ]);

export type PersonOnRecord = {
  readonly id: string;
  readonly name: string;
  readonly mail: string | null;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly externalId: string | null;
};

/** Persons by id; ids that are not on record are simply absent. */
export const findPersons = async (db: Queries, ids: readonly string[]): Promise<Map<string, PersonOnRecord>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('persons as p')
    .innerJoin('organisations as o', (join) =>
      join.onRef('o.workspace_id', '=', 'p.workspace_id').onRef('o.id', '=', 'p.organisation_id'),
    )
    .select([
      'p.id',
      'p.name',
      'p.mail',
      'p.organisation_id as organisationId',
      'o.name as organisationName',
      'p.external_id as externalId',
    ])
    .where('p.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
};

export type PositionOnRecord = Period & {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly organisationId: string;
  readonly areaId: string | null;
  readonly areaName: string | null;
  readonly title: string;
  readonly function: ExecutiveFunction;
  readonly level: number;
  readonly reportsTo: string | null;
  readonly budget: Money | null;
};

export type PositionFilter = {
  readonly personIds?: readonly string[];
  readonly organisationIds?: readonly string[];
  /** The least senior level wanted: 2 gives levels 1 and 2. */
  readonly downToLevel?: number;
};

const positionsOf = (db: Queries, filter: PositionFilter) => {
  let query = db
    .selectFrom('positions')
    .innerJoin('persons', (join) =>
      join.onRef('persons.workspace_id', '=', 'positions.workspace_id').onRef('persons.id', '=', 'positions.person_id'),
    )
    .leftJoin('business_areas', (join) =>
      join
        .onRef('business_areas.workspace_id', '=', 'positions.workspace_id')
        .onRef('business_areas.id', '=', 'positions.area_id'),
    )
    .select([
      'positions.id',
      'positions.person_id',
      'persons.name as person_name',
      'positions.organisation_id',
      'positions.area_id',
      'business_areas.name as area_name',
      'positions.title',
      'positions.function',
      'positions.level',
      'positions.reports_to',
      'positions.budget',
      'positions.budget_currency',
      'positions.from_day',
      'positions.to_day',
    ]);
  const { personIds, organisationIds, downToLevel } = filter;
  if (personIds) query = query.where('positions.person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`);
  if (organisationIds)
    query = query.where('positions.organisation_id', '=', sql<string>`any(${[...organisationIds]}::uuid[])`);
  if (downToLevel !== undefined) query = query.where('positions.level', '<=', downToLevel);
  return query;
};

type PositionRow = Awaited<ReturnType<ReturnType<typeof positionsOf>['execute']>>[number];

const positionFrom = (row: PositionRow): PositionOnRecord => ({
  id: row.id,
  personId: row.person_id,
  personName: row.person_name,
  organisationId: row.organisation_id,
  areaId: row.area_id,
  areaName: row.area_name,
  title: row.title,
  function: row.function as ExecutiveFunction,
  level: row.level,
  reportsTo: row.reports_to,
  budget: row.budget === null ? null : { amount: Number(row.budget), currency: row.budget_currency ?? 'EUR' },
  from: row.from_day,
  to: row.to_day,
});

/** Posts held on a day; a person's most senior one first, of several the one held longest. */
export const findPositionsOn = async (
  db: Queries,
  day: DateOnly,
  filter: PositionFilter = {},
): Promise<PositionOnRecord[]> => {
  const rows = await positionsOf(db, filter)
    .where(holdsOn(day) as never)
    .orderBy('positions.level')
    .orderBy('positions.from_day')
    .orderBy('positions.id')
    .execute();
  return rows.map(positionFrom);
};

/** Every post of these persons, past and coming ones included, oldest first. */
export const findPositionsOfPersons = async (
  db: Queries,
  personIds: readonly string[],
): Promise<PositionOnRecord[]> => {
  const rows = await positionsOf(db, { personIds }).orderBy('positions.from_day').orderBy('positions.id').execute();
  return rows.map(positionFrom);
};

/** Organisations of one kind, the one entered first at the head. */
export const findOrganisationsOfKind = async (
  db: Queries,
  kind: 'own' | 'partner' | 'candidate',
): Promise<{ id: string; name: string; isFounderLed: boolean; founderLedSince: DateOnly | null }[]> => {
  const rows = await db
    .selectFrom('organisations')
    .select(['id', 'name', 'is_founder_led', 'founder_led_since'])
    .where('kind', '=', kind)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    isFounderLed: row.is_founder_led,
    founderLedSince: row.founder_led_since,
  }));
};

export type OrganisationOnRecord = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'own' | 'partner' | 'candidate';
  readonly isFounderLed: boolean;
  readonly founderLedSince: DateOnly | null;
};

export const findOrganisations = async (
  db: Queries,
  ids: readonly string[],
): Promise<Map<string, OrganisationOnRecord>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('organisations')
    .select(['id', 'name', 'kind', 'is_founder_led', 'founder_led_since'])
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        kind: row.kind as OrganisationOnRecord['kind'],
        isFounderLed: row.is_founder_led,
        founderLedSince: row.founder_led_since,
      },
    ]),
  );
};

export type PersonAbove = { readonly id: string; readonly name: string };

/** Line managers on a day, the direct one first, then upwards. Of several posts each manager's most senior one counts. */
export const findLineAbove = async (db: Queries, personId: string, day: DateOnly): Promise<PersonAbove[]> => {
  const { rows } = await sql<{ id: string; name: string }>`
    with recursive line as (
      select ${personId}::uuid as person_id, 0 as step, array[${personId}::uuid] as path
      union all
      select post.reports_to, line.step + 1, line.path || post.reports_to
        from line
        cross join lateral (
          select reports_to from positions
           where person_id = line.person_id and from_day <= ${day} and (to_day is null or to_day > ${day})
           order by level, from_day, id limit 1
        ) post
       where post.reports_to is not null and not post.reports_to = any(line.path)
    )
    select persons.id, persons.name from line join persons on persons.id = line.person_id
     where line.step > 0 order by line.step`.execute(db);
  return rows;
};

export type SpellOfPost = Spell & {
  readonly personId: string;
  readonly organisationId: string;
  readonly function: ExecutiveFunction;
  readonly level: number;
};

/**
 * Posts begun by `day` as spells in years of age in the post, ended or still running on that day (R2). A post is seen
 * from its first day, so `entry` is 0.
 */
export const findSpellsOfPosts = async (
  db: Queries,
  day: DateOnly,
  filter: Omit<PositionFilter, 'personIds'> = {},
): Promise<SpellOfPost[]> => {
  const rows = await positionsOf(db, filter).where('positions.from_day', '<', day).orderBy('positions.id').execute();
  return rows.map((row) => {
    const ended = row.to_day !== null && row.to_day <= day;
    return {
      personId: row.person_id,
      organisationId: row.organisation_id,
      function: row.function as ExecutiveFunction,
      level: row.level,
      entry: 0,
      exit: yearsBetween(row.from_day, ended && row.to_day ? row.to_day : day),
      ended,
    };
  });
};

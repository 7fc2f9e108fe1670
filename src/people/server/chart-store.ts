import { sql } from 'kysely';
import type { DateOnly } from '#kernel/date-only.ts';
import type { PersonInChart } from '#people/chart-contract.ts';
import type { Queries } from '#platform/db/database.ts';
import { cursorOf } from './people-cursor.ts';

type Row = Omit<PersonInChart, 'directReports' | 'everyoneBelow' | 'organisation'> & {
  organisationId: string;
  organisationName: string;
};
type Cursor = readonly (string | number)[] | null;
export type ChartPageOf = { items: PersonInChart[]; next: string | null };

/** Someone without a post today comes last. */
const noLevel = 9;

const holds = (day: DateOnly) => sql`x.from_day <= ${day} and (x.to_day is null or x.to_day > ${day})`;
const posts = sql`x.person_id, p.name, x.title, x.level, x.area_id, x.organisation_id, x.workspace_id`;
const ofPersons = sql`from positions x join persons p on p.workspace_id = x.workspace_id and p.id = x.person_id`;

/** Direct reports, those who work under someone today, whatever their organisation. */
const reportsOf = (personId: string, day: DateOnly) => sql`
  select distinct on (x.person_id) ${posts} ${ofPersons}
   where x.reports_to = ${personId} and ${holds(day)} order by x.person_id, x.level, x.from_day, x.id`;

/** Those who report to nobody who holds a post in the organisation today. */
const topOf = (organisationId: string, day: DateOnly) => sql`
  select mine.* from (
    select distinct on (x.person_id) ${posts}, x.reports_to ${ofPersons}
     where x.organisation_id = ${organisationId} and ${holds(day)} order by x.person_id, x.level, x.from_day, x.id
  ) mine
   where mine.reports_to is null or not exists (
     select from positions x where x.person_id = mine.reports_to and x.organisation_id = ${organisationId} and ${holds(day)})`;

const pageOf = async (
  db: Queries,
  source: ReturnType<typeof sql>,
  day: DateOnly,
  limit: number,
  after: Cursor,
): Promise<ChartPageOf> => {
  const beyond = after
    ? sql`where (s.level, s.name, s.person_id) > (${after[0]}::int, ${after[1]}, ${after[2]}::uuid)`
    : sql``;
  const { rows } = await sql<Row>`
    select s.person_id as id, s.name, s.title, s.level, a.name as area, o.id as "organisationId", o.name as "organisationName"
      from (select * from (${source}) s ${beyond} order by s.level, s.name, s.person_id limit ${limit + 1}) s
      join organisations o on o.workspace_id = s.workspace_id and o.id = s.organisation_id
      left join business_areas a on a.workspace_id = s.workspace_id and a.id = s.area_id
     order by s.level, s.name, s.person_id`.execute(db);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await withCounts(db, shown, day),
    next: rows.length > limit && last ? cursorOf([last.level ?? noLevel, last.name, last.id]) : null,
  };
};

export const listReportsOf = (db: Queries, personId: string, day: DateOnly, limit: number, after: Cursor) =>
  pageOf(db, reportsOf(personId, day), day, limit, after);

export const listTopOf = (db: Queries, organisationId: string, day: DateOnly, limit: number, after: Cursor) =>
  pageOf(db, topOf(organisationId, day), day, limit, after);

/** Persons by id, in the order asked for, each with their most senior post of the day. */
export const findInChart = async (db: Queries, ids: readonly string[], day: DateOnly): Promise<PersonInChart[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    select p.id, p.name, post.title, post.level, a.name as area, o.id as "organisationId", o.name as "organisationName"
      from unnest(${[...ids]}::uuid[]) with ordinality wanted (id, place)
      join persons p on p.id = wanted.id
      left join lateral (
        select x.title, x.level, x.area_id, x.organisation_id from positions x
         where x.workspace_id = p.workspace_id and x.person_id = p.id and ${holds(day)}
         order by x.level, x.from_day, x.id limit 1
      ) post on true
      join organisations o on o.workspace_id = p.workspace_id and o.id = coalesce(post.organisation_id, p.organisation_id)
      left join business_areas a on a.workspace_id = p.workspace_id and a.id = post.area_id
     order by wanted.place`.execute(db);
  return withCounts(db, rows, day);
};

export const countDirectReports = async (
  db: Queries,
  ids: readonly string[],
  day: DateOnly,
): Promise<Map<string, number>> => {
  const { rows } = await sql<{ id: string; count: number }>`
    select x.reports_to as id, count(distinct x.person_id)::int as count from positions x
     where x.reports_to = any(${[...ids]}::uuid[]) and ${holds(day)} group by x.reports_to`.execute(db);
  return new Map(rows.map((row) => [row.id, row.count]));
};

const countEveryoneBelow = async (db: Queries, ids: readonly string[], day: DateOnly): Promise<Map<string, number>> => {
  const { rows } = await sql<{ id: string; count: number }>`
    with recursive below as (
      select wanted.id as top, x.person_id from unnest(${[...ids]}::uuid[]) wanted (id)
        join positions x on x.reports_to = wanted.id and ${holds(day)}
      union
      select below.top, x.person_id from below join positions x on x.reports_to = below.person_id and ${holds(day)}
    )
    select top as id, count(*)::int as count from below where person_id <> top group by top`.execute(db);
  return new Map(rows.map((row) => [row.id, row.count]));
};

const withCounts = async (db: Queries, rows: readonly Row[], day: DateOnly): Promise<PersonInChart[]> => {
  const direct = await countDirectReports(
    db,
    rows.map((row) => row.id),
    day,
  );
  const below = await countEveryoneBelow(db, [...direct.keys()], day);
  return rows.map(({ organisationId, organisationName, ...person }) => ({
    ...person,
    organisation: { id: organisationId, name: organisationName },
    directReports: direct.get(person.id) ?? 0,
    everyoneBelow: below.get(person.id) ?? 0,
  }));
};

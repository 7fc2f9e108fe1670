import { sql } from 'kysely';
import type { DateOnly } from '#kernel/date-only.ts';
import type { PersonDraft } from '#people/domain/person.ts';
import type { PersonItem } from '#people/people-contract.ts';
import type { Context } from '#platform/context.ts';
import type { Queries } from '#platform/db/database.ts';
import { containing } from './organisation-store.ts';
import { pageFrom } from './people-cursor.ts';

export type PersonFilter = {
  readonly q?: string | undefined;
  readonly organisationId?: string | undefined;
  /** Already widened to the areas below. */
  readonly areaIds?: readonly string[] | undefined;
  readonly level?: number | undefined;
  readonly sort: 'name' | '-name' | 'level' | '-level';
  readonly limit: number;
  readonly today: DateOnly;
};

type PersonRow = {
  id: string;
  external_id: string | null;
  name: string;
  mail: string | null;
  organisation_id: string;
  organisation_name: string;
  title: string | null;
  level: number | null;
  area_id: string | null;
  area_name: string | null;
  from_day: DateOnly | null;
  sort_level: number;
};

const itemFrom = (row: PersonRow): PersonItem => ({
  id: row.id,
  externalId: row.external_id,
  name: row.name,
  mail: row.mail,
  organisation: { id: row.organisation_id, name: row.organisation_name },
  post:
    row.title === null || row.level === null || row.from_day === null
      ? null
      : {
          title: row.title,
          level: row.level,
          area: row.area_id && row.area_name ? { id: row.area_id, name: row.area_name } : null,
          from: row.from_day,
        },
});

/** Those without a post come after every level. */
const levelWithoutPost = 9;

const holds = (today: DateOnly) => sql`x.from_day <= ${today} and (x.to_day is null or x.to_day > ${today})`;

/**
 * One page of persons, erased ones left out, with their most senior post. The page is cut before posts and names are joined, so that it costs
 * the same at the end of the list as at its beginning; only sorting by level looks at every post that holds.
 */
export const listPersonRows = async (
  db: Queries,
  filter: PersonFilter,
  after: readonly (string | number)[] | null,
): Promise<{ items: PersonItem[]; next: string | null }> => {
  const byLevel = filter.sort.endsWith('level');
  const order = sql.raw(filter.sort.startsWith('-') ? 'desc' : 'asc');
  const beyond = sql.raw(filter.sort.startsWith('-') ? '<' : '>');
  const conditions = [
    sql`not exists (select from person_erasures e where e.workspace_id = p.workspace_id and e.person_id = p.id)`,
  ];
  if (filter.q) {
    const wanted = containing(filter.q);
    conditions.push(sql`(lower(p.name) like ${wanted} or lower(p.mail) like ${wanted})`);
  }
  if (filter.organisationId) conditions.push(sql`p.organisation_id = ${filter.organisationId}`);
  if (filter.areaIds || filter.level !== undefined) {
    const area = filter.areaIds ? sql`and x.area_id = any(${[...filter.areaIds]}::uuid[])` : sql``;
    const level = filter.level === undefined ? sql`` : sql`and x.level = ${filter.level}`;
    conditions.push(
      sql`exists (select from positions x where x.person_id = p.id and ${holds(filter.today)} ${area} ${level})`,
    );
  }
  const levels = sql`left join (select x.person_id, min(x.level) as level from positions x
    where ${holds(filter.today)} group by x.person_id) l on l.person_id = p.id`;
  const sortLevel = byLevel ? sql`coalesce(l.level, ${levelWithoutPost})` : sql`0`;
  if (after) {
    conditions.push(
      byLevel
        ? sql`(${sortLevel}, p.name, p.id) ${beyond} (${after[0]}::int, ${after[1]}, ${after[2]}::uuid)`
        : sql`(p.name, p.id) ${beyond} (${after[1]}, ${after[2]}::uuid)`,
    );
  }
  const { rows } = await sql<PersonRow>`
    select page.*, o.name as organisation_name, post.title, post.level, post.area_id, a.name as area_name, post.from_day
      from (
        select p.workspace_id, p.id, p.external_id, p.name, p.mail, p.organisation_id, ${sortLevel} as sort_level
          from persons p ${byLevel ? levels : sql``}
         where ${sql.join(conditions, sql` and `)}
         order by ${byLevel ? sql`sort_level ${order},` : sql``} p.name ${order}, p.id ${order}
         limit ${filter.limit + 1}
      ) page
      join organisations o on o.workspace_id = page.workspace_id and o.id = page.organisation_id
      left join lateral (
        select x.title, x.level, x.area_id, x.from_day from positions x
         where x.workspace_id = page.workspace_id and x.person_id = page.id and ${holds(filter.today)}
         order by x.level, x.from_day, x.id limit 1
      ) post on true
      left join business_areas a on a.workspace_id = page.workspace_id and a.id = post.area_id
     order by page.sort_level ${order}, page.name ${order}, page.id ${order}`.execute(db);
  return pageFrom(rows, filter.limit, itemFrom, (row) => [row.sort_level, row.name, row.id]);
};

export type StoredPerson = PersonDraft & {
  readonly id: string;
  readonly source: string;
  readonly organisationName: string;
  readonly organisationKind: 'own' | 'partner' | 'candidate';
  readonly erased: { readonly at: Date; readonly reason: string } | null;
};

export const loadPerson = async (db: Queries, id: string): Promise<StoredPerson | null> => {
  const row = await db
    .selectFrom('persons as p')
    .innerJoin('organisations as o', (join) =>
      join.onRef('o.workspace_id', '=', 'p.workspace_id').onRef('o.id', '=', 'p.organisation_id'),
    )
    .leftJoin('person_erasures as e', (join) =>
      join.onRef('e.workspace_id', '=', 'p.workspace_id').onRef('e.person_id', '=', 'p.id'),
    )
    .select([
      'p.id',
      'p.name',
      'p.mail',
      'p.organisation_id',
      'p.external_id',
      'p.source',
      'o.name as organisation_name',
      'o.kind',
      'e.erased_at',
      'e.reason',
    ])
    .where('p.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    name: row.name,
    mail: row.mail,
    organisationId: row.organisation_id,
    externalId: row.external_id,
    source: row.source,
    organisationName: row.organisation_name,
    organisationKind: row.kind as StoredPerson['organisationKind'],
    erased: row.erased_at ? { at: row.erased_at, reason: row.reason ?? '' } : null,
  };
};

/** Whose address this is, other than the person's own; null when it is nobody's. */
export const findUserOfMail = async (
  db: Queries,
  mail: string | null,
  ownId: string | null,
): Promise<string | null> => {
  const wanted = mail?.trim().toLowerCase();
  if (!wanted) return null;
  const row = await db
    .selectFrom('persons')
    .select('name')
    .where(sql`lower(mail)`, '=', wanted)
    .where(sql<boolean>`id is distinct from ${ownId}::uuid`)
    .executeTakeFirst();
  return row?.name ?? null;
};

export const insertPerson = async (context: Context, id: string, draft: PersonDraft): Promise<void> => {
  await context.db
    .insertInto('persons')
    .values({
      workspace_id: context.workspaceId,
      id,
      name: draft.name,
      mail: draft.mail,
      organisation_id: draft.organisationId,
      external_id: draft.externalId,
      created_at: context.now,
    })
    .execute();
};

export const updatePerson = async (context: Context, id: string, draft: PersonDraft): Promise<void> => {
  await context.db
    .updateTable('persons')
    .set({ name: draft.name, mail: draft.mail, organisation_id: draft.organisationId, external_id: draft.externalId })
    .where('id', '=', id)
    .execute();
};

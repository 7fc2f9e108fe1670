import { sql } from 'kysely';
import type { OrganisationItem, OrganisationKind } from '#people/organisation-contract.ts';
import type { OrganisationDraft } from '#people/domain/organisation.ts';
import type { Context } from '#platform/context.ts';
import type { Queries } from '#platform/db/database.ts';
import { pageFrom } from './people-cursor.ts';

const columns = (db: Queries) =>
  db.selectFrom('organisations as o').select([
    'o.id',
    'o.external_id',
    'o.name',
    'o.kind',
    'o.is_founder_led',
    'o.founder_led_since',
    'o.country',
    (where) =>
      where
        .selectFrom('persons as p')
        .whereRef('p.workspace_id', '=', 'o.workspace_id')
        .whereRef('p.organisation_id', '=', 'o.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('persons'),
  ]);

type Row = Awaited<ReturnType<ReturnType<typeof columns>['execute']>>[number];

const itemFrom = (row: Row): OrganisationItem => ({
  id: row.id,
  externalId: row.external_id,
  name: row.name,
  kind: row.kind as OrganisationKind,
  isFounderLed: row.is_founder_led,
  founderLedSince: row.founder_led_since,
  country: row.country,
  persons: Number(row.persons ?? 0),
});

export type OrganisationFilter = {
  readonly q?: string | undefined;
  readonly kind?: OrganisationKind | undefined;
  readonly founderLed?: 'true' | 'false' | undefined;
  readonly sort: 'name' | '-name';
  readonly limit: number;
};

/** Text to look for inside a name: the signs that LIKE reads are taken as they are. */
export const containing = (q: string): string => `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

export const listOrganisationRows = async (
  db: Queries,
  filter: OrganisationFilter,
  after: readonly (string | number)[] | null,
): Promise<{ items: OrganisationItem[]; next: string | null }> => {
  const up = filter.sort === 'name';
  let query = columns(db)
    .orderBy('o.name', up ? 'asc' : 'desc')
    .orderBy('o.id', up ? 'asc' : 'desc')
    .limit(filter.limit + 1);
  if (filter.q) query = query.where(sql<string>`lower(o.name)`, 'like', containing(filter.q));
  if (filter.kind) query = query.where('o.kind', '=', filter.kind);
  if (filter.founderLed) query = query.where('o.is_founder_led', '=', filter.founderLed === 'true');
  if (after)
    query = query.where(sql<boolean>`(o.name, o.id) ${sql.raw(up ? '>' : '<')} (${after[0]}, ${after[1]}::uuid)`);
  return pageFrom(await query.execute(), filter.limit, itemFrom, (row) => [row.name, row.id]);
};

export const loadOrganisation = async (db: Queries, id: string): Promise<OrganisationItem | null> => {
  const row = await columns(db).where('o.id', '=', id).executeTakeFirst();
  return row ? itemFrom(row) : null;
};

export const countAreas = async (db: Queries, organisationId: string): Promise<number> => {
  const row = await db
    .selectFrom('business_areas')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
};

/** Who of the same kind already bears an external id, other than the record itself; null when nobody does. */
export const findUserOfExternalId = async (
  db: Queries,
  table: 'organisations' | 'persons' | 'business_areas' | 'positions',
  externalId: string | null,
  ownId: string | null,
): Promise<string | null> => {
  const wanted = externalId?.trim();
  if (!wanted) return null;
  const name = table === 'positions' ? sql.ref('title') : sql.ref('name');
  const { rows } = await sql<{ name: string }>`
    select ${name} as name from ${sql.table(table)}
     where external_id = ${wanted} and id is distinct from ${ownId}::uuid`.execute(db);
  return rows[0]?.name ?? null;
};

const values = (draft: OrganisationDraft) => ({
  name: draft.name,
  kind: draft.kind,
  is_founder_led: draft.isFounderLed,
  founder_led_since: draft.founderLedSince,
  country: draft.country,
  external_id: draft.externalId,
});

export const insertOrganisation = async (context: Context, id: string, draft: OrganisationDraft): Promise<void> => {
  await context.db
    .insertInto('organisations')
    .values({ workspace_id: context.workspaceId, id, created_at: context.now, ...values(draft) })
    .execute();
};

export const updateOrganisation = async (context: Context, id: string, draft: OrganisationDraft): Promise<void> => {
  await context.db.updateTable('organisations').set(values(draft)).where('id', '=', id).execute();
};

import { sql } from 'kysely';
import type { DateOnly } from '#kernel/date-only.ts';
import type { AreaItem, AreaKind } from '#people/area-contract.ts';
import type { AreaDraft, AreaNode, AreaResult } from '#people/domain/area.ts';
import type { Context } from '#platform/context.ts';
import type { Queries } from '#platform/db/database.ts';

/** An organisation's areas with results (newest year first) and at most five people in charge, most senior first. */
export const findAreaItems = async (db: Queries, organisationId: string, today: DateOnly): Promise<AreaItem[]> => {
  const areas = await db
    .selectFrom('business_areas')
    .select(['id', 'external_id', 'organisation_id', 'parent_id', 'name', 'kind'])
    .where('organisation_id', '=', organisationId)
    .orderBy('name')
    .orderBy('id')
    .execute();
  const results = await findResults(db, organisationId);
  const heads = await findHeads(db, organisationId, today);
  return areas.map((area) => ({
    id: area.id,
    externalId: area.external_id,
    organisationId: area.organisation_id,
    parentId: area.parent_id,
    name: area.name,
    kind: area.kind as AreaKind,
    results: (results.get(area.id) ?? []).map(({ year, amount, currency }) => ({
      year,
      amount: Number(amount),
      currency,
    })),
    heads: (heads.get(area.id) ?? []).map(({ id, name, title, level }) => ({ id, name, title, level })),
  }));
};

const byArea = <Row extends { readonly area_id: string }>(rows: readonly Row[]): Map<string, Row[]> => {
  const areas = new Map<string, Row[]>();
  for (const row of rows) {
    const known = areas.get(row.area_id);
    if (known) known.push(row);
    else areas.set(row.area_id, [row]);
  }
  return areas;
};

const findResults = async (db: Queries, organisationId: string) =>
  byArea(
    await db
      .selectFrom('area_results as r')
      .innerJoin('business_areas as a', (join) =>
        join.onRef('a.workspace_id', '=', 'r.workspace_id').onRef('a.id', '=', 'r.area_id'),
      )
      .select(['r.area_id', 'r.year', 'r.amount', 'r.currency'])
      .where('a.organisation_id', '=', organisationId)
      .orderBy('r.year', 'desc')
      .execute(),
  );

const findHeads = async (db: Queries, organisationId: string, today: DateOnly) => {
  const { rows } = await sql<{ area_id: string; id: string; name: string; title: string; level: number }>`
    select area_id, person_id as id, name, title, level from (
      select x.area_id, x.person_id, p.name, x.title, x.level,
             row_number() over (partition by x.area_id order by x.level, x.from_day, x.id) as place
        from positions x
        join business_areas a on a.workspace_id = x.workspace_id and a.id = x.area_id
        join persons p on p.workspace_id = x.workspace_id and p.id = x.person_id
       where a.organisation_id = ${organisationId} and x.from_day <= ${today} and (x.to_day is null or x.to_day > ${today})
    ) ranked where place <= 5 order by area_id, place`.execute(db);
  return byArea(rows);
};

export type StoredArea = AreaNode & { readonly kind: AreaKind; readonly externalId: string | null };

export const loadArea = async (db: Queries, id: string): Promise<StoredArea | null> => {
  const row = await db
    .selectFrom('business_areas')
    .select(['id', 'name', 'organisation_id', 'parent_id', 'kind', 'external_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row
    ? {
        id: row.id,
        name: row.name,
        organisationId: row.organisation_id,
        parentId: row.parent_id,
        kind: row.kind as AreaKind,
        externalId: row.external_id,
      }
    : null;
};

/** The area and those above it up to the root; null when it is not on record. */
export const findPathUp = async (db: Queries, areaId: string): Promise<AreaNode[] | null> => {
  const { rows } = await sql<AreaNode>`
    with recursive up as (
      select id, name, organisation_id, parent_id, 0 as step from business_areas where id = ${areaId}
      union all
      select a.id, a.name, a.organisation_id, a.parent_id, up.step + 1 from up join business_areas a on a.id = up.parent_id
    )
    select id, name, organisation_id as "organisationId", parent_id as "parentId" from up order by step`.execute(db);
  return rows.length > 0 ? rows : null;
};

/** Movers of areas queue until the first commits: two moves at once could each close one half of a circle. */
export const lockAreaTree = async (context: Context): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`area tree ${context.workspaceId}`}, 0))`.execute(
    context.db,
  );
};

export const insertArea = async (
  context: Context,
  id: string,
  place: { readonly organisationId: string; readonly parentId: string | null },
  draft: AreaDraft,
): Promise<void> => {
  await context.db
    .insertInto('business_areas')
    .values({
      workspace_id: context.workspaceId,
      id,
      organisation_id: place.organisationId,
      parent_id: place.parentId,
      name: draft.name,
      kind: draft.kind,
      external_id: draft.externalId,
      created_at: context.now,
    })
    .execute();
};

export const updateArea = async (context: Context, id: string, draft: AreaDraft): Promise<void> => {
  await context.db
    .updateTable('business_areas')
    .set({ name: draft.name, kind: draft.kind, external_id: draft.externalId })
    .where('id', '=', id)
    .execute();
};

export const setAreaParent = async (context: Context, id: string, parentId: string | null): Promise<void> => {
  await context.db.updateTable('business_areas').set({ parent_id: parentId }).where('id', '=', id).execute();
};

export const putAreaResult = async (context: Context, areaId: string, result: AreaResult): Promise<void> => {
  const { year, amount, currency } = result;
  await context.db
    .insertInto('area_results')
    .values({ workspace_id: context.workspaceId, area_id: areaId, year, amount, currency })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'area_id', 'year']).doUpdateSet({ amount, currency }))
    .execute();
};

export const deleteAreaResult = async (context: Context, areaId: string, year: number): Promise<boolean> => {
  const removed = await context.db
    .deleteFrom('area_results')
    .where('area_id', '=', areaId)
    .where('year', '=', year)
    .returning('year')
    .executeTakeFirst();
  return removed !== undefined;
};

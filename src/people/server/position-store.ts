import { sql } from 'kysely';
import type { DateOnly } from '#kernel/date-only.ts';
import type { PositionDraft } from '#people/domain/position.ts';
import type { ReportingLine } from '#people/domain/reporting-line.ts';
import type { ExecutiveFunction } from '#people/domain/tenure-typical.ts';
import type { PositionView } from '#people/position-contract.ts';
import type { Context } from '#platform/context.ts';
import type { Queries } from '#platform/db/database.ts';

const columns = (db: Queries) =>
  db
    .selectFrom('positions as x')
    .innerJoin('organisations as o', (join) =>
      join.onRef('o.workspace_id', '=', 'x.workspace_id').onRef('o.id', '=', 'x.organisation_id'),
    )
    .leftJoin('business_areas as a', (join) =>
      join.onRef('a.workspace_id', '=', 'x.workspace_id').onRef('a.id', '=', 'x.area_id'),
    )
    .leftJoin('persons as m', (join) =>
      join.onRef('m.workspace_id', '=', 'x.workspace_id').onRef('m.id', '=', 'x.reports_to'),
    )
    .select([
      'x.id',
      'x.person_id',
      'x.external_id',
      'x.title',
      'x.function',
      'x.level',
      'x.organisation_id',
      'o.name as organisation_name',
      'x.area_id',
      'a.name as area_name',
      'x.reports_to',
      'm.name as manager_name',
      'x.budget',
      'x.budget_currency',
      'x.from_day',
      'x.to_day',
      'x.source',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof columns>['execute']>>[number];

const viewFrom = (row: Row): PositionView => ({
  id: row.id,
  externalId: row.external_id,
  title: row.title,
  function: row.function as ExecutiveFunction,
  level: row.level,
  organisation: { id: row.organisation_id, name: row.organisation_name },
  area: row.area_id && row.area_name ? { id: row.area_id, name: row.area_name } : null,
  reportsTo: row.reports_to && row.manager_name ? { id: row.reports_to, name: row.manager_name } : null,
  budget: row.budget === null ? null : { amount: Number(row.budget), currency: row.budget_currency ?? 'EUR' },
  from: row.from_day,
  to: row.to_day,
  source: row.source,
});

/** A person's posts, newest first. */
export const findPositionViews = async (db: Queries, personId: string): Promise<PositionView[]> => {
  const rows = await columns(db)
    .where('x.person_id', '=', personId)
    .orderBy('x.from_day', 'desc')
    .orderBy('x.id', 'desc')
    .execute();
  return rows.map(viewFrom);
};

export type StoredPosition = { readonly personId: string; readonly view: PositionView };

export const loadPosition = async (db: Queries, id: string): Promise<StoredPosition | null> => {
  const row = await columns(db).where('x.id', '=', id).executeTakeFirst();
  return row ? { personId: row.person_id, view: viewFrom(row) } : null;
};

/** Every line above a person at any time, without the post under correction; the circle check cuts by days itself. */
export const findLinesAbove = async (
  db: Queries,
  personId: string,
  exceptPositionId: string | null,
): Promise<ReportingLine[]> => {
  const { rows } = await sql<ReportingLine>`
    with recursive above as (
      select ${personId}::uuid as person_id
      union
      select x.reports_to from above join positions x on x.person_id = above.person_id
       where x.reports_to is not null and x.id is distinct from ${exceptPositionId}::uuid
    )
    select x.person_id as "personId", x.reports_to as "reportsTo", x.from_day as "from", x.to_day as "to"
      from above join positions x on x.person_id = above.person_id
     where x.reports_to is not null and x.id is distinct from ${exceptPositionId}::uuid`.execute(db);
  return rows;
};

/**
 * Writers of reporting lines queue behind one another until they commit: two of them at once could each close one half of
 * a circle without seeing the other's.
 */
export const lockReportingLines = async (context: Context): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reporting lines ${context.workspaceId}`}, 0))`.execute(
    context.db,
  );
};

const values = (draft: PositionDraft) => ({
  external_id: draft.externalId,
  organisation_id: draft.organisationId,
  area_id: draft.areaId,
  title: draft.title,
  function: draft.function,
  level: draft.level,
  reports_to: draft.reportsTo,
  budget: draft.budget?.amount ?? null,
  budget_currency: draft.budget?.currency ?? null,
  from_day: draft.from,
  to_day: draft.to,
});

export const insertPosition = async (
  context: Context,
  id: string,
  personId: string,
  draft: PositionDraft,
): Promise<void> => {
  await context.db
    .insertInto('positions')
    .values({
      workspace_id: context.workspaceId,
      id,
      person_id: personId,
      recorded_at: context.now,
      ...values(draft),
    })
    .execute();
};

export const updatePosition = async (context: Context, id: string, draft: PositionDraft): Promise<void> => {
  await context.db.updateTable('positions').set(values(draft)).where('id', '=', id).execute();
};

export const setPositionEnd = async (context: Context, id: string, on: DateOnly): Promise<void> => {
  await context.db.updateTable('positions').set({ to_day: on }).where('id', '=', id).execute();
};

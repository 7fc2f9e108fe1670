import { sql } from 'kysely';
import type { Queries } from '#platform/db/database.ts';

export type AreaOnRecord = {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string;
  readonly parentId: string | null;
  /** Ids from the tree's root down to the area itself. */
  readonly path: readonly string[];
};

/** Every area of these organisations, or of all, with its path from the root; parents before children. */
export const findAreasWithPaths = async (
  db: Queries,
  organisationIds?: readonly string[],
): Promise<Map<string, AreaOnRecord>> => {
  const { rows } = await sql<AreaOnRecord>`
    with recursive tree as (
      select id, name, organisation_id, parent_id, array[id] as path from business_areas where parent_id is null
       ${organisationIds ? sql`and organisation_id = any(${[...organisationIds]}::uuid[])` : sql``}
      union all
      select a.id, a.name, a.organisation_id, a.parent_id, tree.path || a.id
        from tree join business_areas a on a.parent_id = tree.id
    )
    select id, name, organisation_id as "organisationId", parent_id as "parentId", path::text[] as path
      from tree order by cardinality(path), name, id`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
};

/** These areas and all below them. */
export const findAreasWithDescendants = async (db: Queries, areaIds: readonly string[]): Promise<string[]> => {
  if (areaIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select id from business_areas where id = any(${[...areaIds]}::uuid[])
      union
      select a.id from below join business_areas a on a.parent_id = below.id
    )
    select id from below`.execute(db);
  return rows.map((row) => row.id);
};

import type { Json } from '#kernel/event.ts';

/** The tables that an import writes, in an order in which rows may refer to those before. */
export const changeTargets = [
  'organisations',
  'business_areas',
  'area_results',
  'persons',
  'decision_rights',
  'positions',
  'alliances',
  'alliance_partners',
  'alliance_area_values',
  'alliance_decisions',
  'alliance_objectives',
  'alliance_manager_terms',
  'alliance_phase_entries',
] as const;
export type ChangeTarget = (typeof changeTargets)[number];

type Columns = { readonly [column: string]: Json };

/**
 * One row to be written. `before` and `after` hold columns by their names in the table: all of them for a row that is
 * inserted or deleted, only those that change for one that is updated.
 */
export type Change = {
  readonly target: ChangeTarget;
  /** The row's id, or its two keys with a bar between. */
  readonly rowKey: string;
  readonly action: 'insert' | 'update' | 'delete';
  readonly before: Columns | null;
  readonly after: Columns | null;
  /** What the row is called, for people. */
  readonly label: string;
  readonly sheet: number | null;
  readonly row: number | null;
};

/** The columns that differ, before and after; null when none does. */
export const difference = (before: Columns, after: Columns): { before: Columns; after: Columns } | null => {
  const changed = Object.keys(after).filter((column) => before[column] !== after[column]);
  if (changed.length === 0) return null;
  return {
    before: Object.fromEntries(changed.map((column) => [column, before[column] as Json])),
    after: Object.fromEntries(changed.map((column) => [column, after[column] as Json])),
  };
};

import { type RawBuilder, sql } from 'kysely';
import { type ChangeTarget } from './change.ts';

export type ChangeTable = {
  /** What the rows are called, for people. */
  readonly what: string;
  /** Columns that an import writes when it inserts, beside the workspace. */
  readonly inserted: readonly string[];
  /** Columns that an import may change. */
  readonly updated: readonly string[];
  /** Whether row `t` of the table is the one of change `c`. */
  readonly isRow: RawBuilder<boolean>;
  /** The key of row `t` as a change names it. */
  readonly keyOfRow: RawBuilder<string>;
  /** Rows of one table refer to each other, so that inserting must come before updating. */
  readonly refersToItself?: true;
};

const byId = { isRow: sql<boolean>`t.id = c.row_key::uuid`, keyOfRow: sql<string>`t.id::text` };
const byPair = (first: string, second: string, type: string) => ({
  isRow: sql<boolean>`t.${sql.ref(first)} = left(c.row_key, 36)::uuid and t.${sql.ref(second)} = substr(c.row_key, 38)::${sql.raw(type)}`,
  keyOfRow: sql<string>`t.${sql.ref(first)}::text || '|' || t.${sql.ref(second)}::text`,
});

const organisation = ['external_id', 'name', 'kind', 'is_founder_led', 'founder_led_since', 'country'];
const area = ['external_id', 'organisation_id', 'parent_id', 'name', 'kind'];
const person = ['external_id', 'organisation_id', 'name', 'mail'];
const post = [
  'external_id',
  'organisation_id',
  'area_id',
  'title',
  'function',
  'level',
  'reports_to',
  'budget',
  'budget_currency',
  'from_day',
  'to_day',
];
const alliance = [
  'external_id',
  'name',
  'purpose',
  'phase',
  'tier',
  'starts_on',
  'ends_on',
  'yearly_value',
  'currency',
];

export const changeTables: { readonly [target in ChangeTarget]: ChangeTable } = {
  organisations: {
    what: 'organisations',
    inserted: ['id', ...organisation, 'created_at'],
    updated: organisation,
    ...byId,
  },
  business_areas: {
    what: 'areas',
    inserted: ['id', ...area, 'created_at'],
    updated: area,
    ...byId,
    refersToItself: true,
  },
  area_results: {
    what: 'yearly results',
    inserted: ['area_id', 'year', 'amount', 'currency'],
    updated: ['amount', 'currency'],
    ...byPair('area_id', 'year', 'int'),
  },
  persons: { what: 'persons', inserted: ['id', ...person, 'source', 'created_at'], updated: person, ...byId },
  decision_rights: {
    what: 'decision rights',
    inserted: ['id', 'person_id', 'decision', 'up_to', 'currency', 'source', 'recorded_at'],
    updated: ['up_to', 'currency'],
    ...byId,
  },
  positions: { what: 'posts', inserted: ['id', 'person_id', ...post, 'source', 'recorded_at'], updated: post, ...byId },
  alliances: {
    what: 'alliances',
    inserted: ['id', ...alliance, 'registered_phase', 'registered_at'],
    updated: alliance,
    ...byId,
  },
  alliance_partners: {
    what: 'partners of alliances',
    inserted: ['alliance_id', 'organisation_id'],
    updated: [],
    ...byPair('alliance_id', 'organisation_id', 'uuid'),
  },
  alliance_area_values: {
    what: 'yearly values by area',
    inserted: ['alliance_id', 'area_id', 'yearly_amount', 'currency'],
    updated: ['yearly_amount', 'currency'],
    ...byPair('alliance_id', 'area_id', 'uuid'),
  },
  alliance_decisions: {
    what: 'decisions needed',
    inserted: ['alliance_id', 'decision', 'amount', 'currency'],
    updated: ['amount', 'currency'],
    ...byPair('alliance_id', 'decision', 'text'),
  },
  alliance_objectives: {
    what: 'objectives',
    inserted: ['id', 'alliance_id', 'place', 'sentence'],
    updated: ['place'],
    ...byId,
  },
  alliance_manager_terms: {
    what: 'alliance managers',
    inserted: ['id', 'alliance_id', 'side', 'person_id', 'from_day', 'to_day'],
    updated: ['to_day'],
    ...byId,
  },
  alliance_phase_entries: {
    what: 'phases entered',
    inserted: ['id', 'alliance_id', 'phase', 'entered_at', 'entered_by', 'reason'],
    updated: [],
    ...byId,
  },
};

export const columnList = (columns: readonly string[], of?: string) =>
  sql.join(columns.map((column) => (of ? sql`${sql.ref(of)}.${sql.ref(column)}` : sql.ref(column))));

import { erasedName } from '#people/domain/person.ts';

/** What erasure does with the rows of a table that name a person. */
type OnErasure =
  | { readonly act: 'remove' }
  | { readonly act: 'clear'; readonly values: { readonly [column: string]: string | null } }
  | { readonly act: 'keep'; readonly why: string };

export type PersonalTable = {
  readonly table: string;
  /** Columns that hold a person's id. */
  readonly columns: readonly string[];
  readonly onErasure: OnErasure;
};

const record = 'A decision on record: only the id stays, and names in its words are replaced.';

/**
 * Every table that names a person by id: what the export reads and erasure goes through. A test compares this list with
 * the database's own catalogue, so that a new table cannot be forgotten.
 */
export const personalTables: readonly PersonalTable[] = [
  {
    table: 'persons',
    columns: ['id'],
    onErasure: { act: 'clear', values: { name: erasedName, mail: null, external_id: null, source: 'erased' } },
  },
  {
    table: 'person_erasures',
    columns: ['person_id'],
    onErasure: { act: 'keep', why: 'That and why they were erased.' },
  },
  {
    table: 'positions',
    columns: ['person_id'],
    onErasure: {
      act: 'clear',
      values: { title: 'Erased', external_id: null, budget: null, budget_currency: null, source: 'erased' },
    },
  },
  {
    table: 'positions',
    columns: ['reports_to'],
    onErasure: { act: 'keep', why: "Another person's post: only the id." },
  },
  { table: 'decision_rights', columns: ['person_id'], onErasure: { act: 'remove' } },
  { table: 'advice_ties', columns: ['from_person_id', 'to_person_id'], onErasure: { act: 'remove' } },
  { table: 'announced_moves', columns: ['person_id'], onErasure: { act: 'remove' } },
  { table: 'mails', columns: ['to_person_id'], onErasure: { act: 'remove' } },
  { table: 'stake_ratings', columns: ['person_id'], onErasure: { act: 'remove' } },
  { table: 'capacity_ratings', columns: ['person_id'], onErasure: { act: 'remove' } },
  { table: 'conflicts_of_interest', columns: ['person_id'], onErasure: { act: 'remove' } },
  { table: 'partner_vetoes', columns: ['person_id'], onErasure: { act: 'remove' } },
  {
    table: 'seats',
    columns: ['person_id'],
    onErasure: { act: 'keep', why: 'An ended seat: its name and mail are replaced.' },
  },
  {
    table: 'invitations',
    columns: ['person_id'],
    onErasure: { act: 'keep', why: 'A closed one: its name and mail are replaced.' },
  },
  { table: 'alliance_manager_terms', columns: ['person_id'], onErasure: { act: 'keep', why: record } },
  { table: 'appointments', columns: ['person_id', 'deputy_person_id'], onErasure: { act: 'keep', why: record } },
  { table: 'nominations', columns: ['person_id', 'deputy_person_id'], onErasure: { act: 'keep', why: record } },
  { table: 'selection_cases', columns: ['person_id'], onErasure: { act: 'keep', why: record } },
  {
    table: 'alliance_standings',
    columns: ['sponsor_person_id', 'counterpart_person_id', 'manager_person_id'],
    onErasure: { act: 'keep', why: 'Derived from the terms in force: only the id.' },
  },
];

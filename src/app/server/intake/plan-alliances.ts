import { type AllianceDescription, describeAlliance, yearlyValue } from '#alliances/domain/alliance.ts';
import { type AllianceBook, type AllianceRecord, newAlliance } from './alliance-book.ts';
import { draftAlliance } from './alliance-draft.ts';
import { planManagers } from './alliance-managers.ts';
import { writeAlliance } from './alliance-writing.ts';
import { nameKey } from './name-key.ts';
import { chosenSame, type Plan, textOf } from './plan.ts';
import type { PersonBooks } from './plan-persons.ts';
import type { ReadRow } from './row-reading.ts';

export type AllianceBooks = PersonBooks & { readonly alliances: AllianceBook };

/** An alliance with all rows that speak about it: the first describes it, further ones add areas with their values. */
export type AllianceEntry = { readonly alliance: AllianceRecord; readonly rows: ReadRow[] };

/** INT-13: an alliance is the one with the same Entente id, else the same id of its own, else the same name. */
export function* planAlliances(plan: Plan, books: AllianceBooks, rows: readonly ReadRow[]): Generator<void> {
  const entries = new Map<AllianceRecord, AllianceEntry>();
  for (const row of rows) {
    yield;
    if (plan.isRefused(row)) continue;
    const alliance = allianceOf(plan, books.alliances, row);
    if (!alliance) continue;
    const entry = entries.get(alliance) ?? { alliance, rows: [] };
    entry.rows.push(row);
    entries.set(alliance, entry);
  }
  for (const entry of entries.values()) {
    yield;
    planOne(plan, books, entry);
  }
  for (const row of rows) if (plan.isRefused(row)) plan.outcome(row, 'refused');
}

const allianceOf = (plan: Plan, book: AllianceBook, row: ReadRow): AllianceRecord | null => {
  const name = textOf(row, 'name');
  const externalId = textOf(row, 'externalId');
  const byId = book.byId.get(textOf(row, 'id') ?? '') ?? book.byExternalId.get(externalId ?? '');
  if (byId) return byId;
  if (name === null) {
    plan.refuse(row, 'name', 'ALL-9', 'Give the alliance a name.');
    return null;
  }
  const fits = (record: AllianceRecord) =>
    externalId === null || record.externalId === null || record.externalId === externalId;
  const same = book.named(nameKey(name)).filter(fits);
  if (same.length > 1) {
    plan.refuse(
      row,
      'name',
      'INT-13',
      `There are ${same.length} alliances called ${name}. Give the id of the one that is meant.`,
    );
    return null;
  }
  const alike = book.like(name, externalId !== null).filter(fits);
  const known =
    same[0] ??
    chosenSame(
      plan,
      'alliances',
      row,
      name,
      alike.map((record) => ({ record, why: 'The names look alike.' })),
    );
  if (known) {
    if (externalId !== null && known.externalId === null && known.isNew) known.externalId = externalId;
    return known;
  }
  const alliance = { ...newAlliance(plan.newId(), name, row.row), externalId };
  book.add(alliance);
  return alliance;
};

const planOne = (plan: Plan, books: AllianceBooks, { alliance, rows }: AllianceEntry): void => {
  const [first] = rows;
  if (!first) return;
  refuseContraries(plan, rows, first);
  const draft = draftAlliance(
    plan,
    books,
    alliance,
    rows.filter((row) => !plan.isRefused(row)),
  );
  const description = draft && accepted(plan, books, alliance, first, draft.description);
  if (!draft || !description || plan.isRefused(first)) {
    for (const row of rows)
      if (!plan.isRefused(row))
        plan.refuse(row, 'name', 'INT-14', `Row ${first.row}, which describes this alliance, is refused.`);
    alliance.isRefused = alliance.isNew;
    return;
  }
  const managers = planManagers(plan, books, alliance, first, description);
  if (plan.isRefused(first)) {
    for (const row of rows)
      if (!plan.isRefused(row))
        plan.refuse(row, 'name', 'INT-14', `Row ${first.row}, which describes this alliance, is refused.`);
    alliance.isRefused = alliance.isNew;
    return;
  }
  const isChanged = writeAlliance(
    plan,
    alliance,
    first,
    { ...description, phase: draft.phase, yearlyValue: yearlyValue(description.values) },
    managers,
  );
  for (const row of rows)
    if (!plan.isRefused(row)) plan.outcome(row, alliance.isNew ? 'new' : isChanged ? 'changed' : 'unchanged');
};

/** Further rows may leave a cell empty or repeat it; another value is a contradiction. */
const refuseContraries = (plan: Plan, rows: readonly ReadRow[], first: ReadRow): void => {
  for (const row of rows.slice(1)) {
    if (row.values.area === undefined && row.values.values === undefined) {
      plan.refuse(
        row,
        'name',
        'INT-3',
        `Row ${first.row} already describes this alliance. A further row adds an area with its yearly value.`,
      );
    }
    for (const key of ['phase', 'tier', 'startsOn', 'endsOn', 'currency', 'purpose', 'manager', 'partnerManager']) {
      if (row.values[key] !== undefined && row.values[key] !== first.values[key]) {
        plan.refuse(
          row,
          key,
          'INT-3',
          `Row ${first.row} says something else about the same alliance. Correct one of the two.`,
        );
      }
    }
  }
};

const fieldKeys: { readonly [field: string]: string } = {
  partnerIds: 'partners',
  values: 'values',
  decisions: 'decisions',
  objectives: 'objectives',
};

const accepted = (
  plan: Plan,
  books: AllianceBooks,
  alliance: AllianceRecord,
  first: ReadRow,
  draft: AllianceDescription,
): AllianceDescription | null => {
  const holder = draft.externalId === null ? undefined : books.alliances.byExternalId.get(draft.externalId);
  const decision = describeAlliance(draft, {
    organisations: draft.partnerIds.flatMap((id) => books.organisations.byId.get(id) ?? []),
    areaIds: draft.values.map(({ areaId }) => areaId),
    externalIdTakenBy: holder && holder !== alliance ? holder.name : null,
    objectiveIds: alliance.objectives.map(({ id }) => id),
  });
  if (decision.ok) return decision.value;
  for (const { field = 'name', rule, message } of decision.refusals) {
    const root = /^\w+/.exec(field)?.[0] ?? field;
    plan.refuse(first, fieldKeys[root] ?? root, rule, message);
  }
  return null;
};

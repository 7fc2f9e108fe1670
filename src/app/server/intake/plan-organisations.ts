import { decideOrganisation } from '#people/domain/organisation.ts';
import { difference } from './change.ts';
import { nameKey, sameBySpaces } from './name-key.ts';
import { chosenSame, type Plan, textOf } from './plan.ts';
import { type BookRecord, recordBook, type RecordBook } from './record-book.ts';
import { likenessIndex } from './likeness.ts';
import type { ReadRow } from './row-reading.ts';

export type OrganisationRecord = BookRecord & {
  kind: 'own' | 'partner' | 'candidate';
  isFounderLed: boolean;
  founderLedSince: string | null;
  country: string | null;
};

export type OrganisationBook = RecordBook<OrganisationRecord>;
export const organisationBook = (): OrganisationBook => recordBook<OrganisationRecord>(nameKey, false);

const columnsOf = (organisation: OrganisationRecord) => ({
  external_id: organisation.externalId,
  name: organisation.name,
  kind: organisation.kind,
  is_founder_led: organisation.isFounderLed,
  founder_led_since: organisation.founderLedSince,
  country: organisation.country,
});

/** INT-2: an organisation is the one with the same Entente id, else the same id of its own, else the same name. */
export function* planOrganisations(plan: Plan, book: OrganisationBook, rows: Iterable<ReadRow>): Generator<void> {
  const takenBy = new Map<string, number>();
  for (const row of rows) {
    yield;
    if (!plan.isRefused(row)) planOne(plan, book, row, takenBy);
    if (plan.isRefused(row)) plan.outcome(row, 'refused');
  }
}

const planOne = (plan: Plan, book: OrganisationBook, row: ReadRow, takenBy: Map<string, number>): void => {
  const name = textOf(row, 'name');
  const externalId = textOf(row, 'externalId');
  const known =
    book.byId.get(textOf(row, 'id') ?? '') ??
    book.byExternalId.get(externalId ?? '') ??
    sameName(plan, book, row, name, externalId);
  if (known === 'ambiguous') return;
  const earlier = known && takenBy.get(known.id);
  if (earlier)
    return plan.refuse(row, 'name', 'INT-3', `Row ${earlier} already speaks about ${known.name}. Keep one of the two.`);
  const draft = {
    name: sameBySpaces(known?.name, name) ?? name ?? '',
    kind:
      (textOf(row, 'kind') as OrganisationRecord['kind'] | null) ?? known?.kind ?? impliedKind(plan, book, name ?? ''),
    isFounderLed:
      (row.values.isFounderLed as boolean | undefined) ??
      (row.values.founderLedSince ? true : (known?.isFounderLed ?? false)),
    founderLedSince: textOf(row, 'founderLedSince') ?? known?.founderLedSince ?? null,
    country: textOf(row, 'country') ?? known?.country ?? null,
    externalId: externalId ?? known?.externalId ?? null,
  };
  const holder = draft.externalId === null ? undefined : book.byExternalId.get(draft.externalId);
  const decision = decideOrganisation(draft, {
    today: plan.today,
    externalIdUsedBy: holder && holder !== known ? holder.name : null,
  });
  if (!decision.ok) {
    for (const { field, rule, message } of decision.refusals) plan.refuse(row, field ?? 'name', rule, message);
    return;
  }
  const record: OrganisationRecord = known ?? {
    id: plan.newId(),
    isNew: true,
    row: row.row,
    isRefused: false,
    ...decision.value,
  };
  const before = columnsOf(record);
  Object.assign(record, decision.value);
  takenBy.set(record.id, row.row);
  if (known) book.index(record);
  else book.add(record);
  writeOrganisation(plan, record, known && !known.isNew ? before : null, row);
};

const writeOrganisation = (
  plan: Plan,
  record: OrganisationRecord,
  before: ReturnType<typeof columnsOf> | null,
  row: ReadRow,
): void => {
  const place = {
    target: 'organisations',
    rowKey: record.id,
    label: record.name,
    sheet: row.sheet,
    row: row.row,
  } as const;
  if (before === null) {
    plan.write({
      ...place,
      action: 'insert',
      before: null,
      after: { id: record.id, ...columnsOf(record), created_at: plan.now },
    });
    return plan.outcome(row, 'new');
  }
  const changed = difference(before, columnsOf(record));
  if (changed) plan.write({ ...place, action: 'update', ...changed });
  plan.outcome(row, changed ? 'changed' : 'unchanged');
};

const sameName = (plan: Plan, book: OrganisationBook, row: ReadRow, name: string | null, externalId: string | null) => {
  if (name === null) return null;
  const fits = (record: OrganisationRecord) =>
    externalId === null || record.externalId === null || record.externalId === externalId;
  const same = book.named(nameKey(name)).filter(fits);
  if (same.length > 1) {
    plan.refuse(
      row,
      'name',
      'INT-2',
      `There are ${same.length} organisations called ${name}. Give the id of the one that is meant.`,
    );
    return 'ambiguous' as const;
  }
  if (same[0]) return same[0];
  const alike = book.like(name, externalId !== null).filter(fits);
  return chosenSame(
    plan,
    'organisations',
    row,
    name,
    alike.map((record) => ({ record, why: 'The names look alike.' })),
  );
};

/** Our own organisation, where none is on record, is the one called like the workspace. */
const impliedKind = (plan: Plan, book: OrganisationBook, name: string): OrganisationRecord['kind'] =>
  !hasOwn(book) && isLikeWorkspace(plan, name) ? 'own' : 'partner';

const hasOwn = (book: OrganisationBook): boolean => {
  for (const { kind } of book.all()) if (kind === 'own') return true;
  return false;
};

export const isLikeWorkspace = (plan: Plan, name: string): boolean => {
  const index = likenessIndex<true>(false);
  index.add(plan.workspace.name, true);
  return index.like(name).length > 0;
};

/**
 * INT-4: an organisation that rows only mention is brought in with its name, unless a name like it is on record and said to
 * be the same.
 */
export const mentionedOrganisation = (
  plan: Plan,
  book: OrganisationBook,
  row: ReadRow,
  name: string,
  kind: OrganisationRecord['kind'] | null = null,
): OrganisationRecord => {
  const known = book.byId.get(name) ?? book.named(nameKey(name))[0] ?? book.byExternalId.get(name);
  if (known) return known;
  const same = chosenSame(
    plan,
    'organisations',
    row,
    name,
    book.like(name).map((record) => ({ record, why: 'The names look alike.' })),
  );
  if (same) return same;
  const record: OrganisationRecord = {
    id: plan.newId(),
    name,
    externalId: null,
    isNew: true,
    row: null,
    isRefused: false,
    kind: kind ?? impliedKind(plan, book, name),
    isFounderLed: false,
    founderLedSince: null,
    country: null,
  };
  book.add(record);
  plan.notice(
    row.sheet,
    `The organisation ${name} is not on record yet; it is brought in as ${record.kind === 'own' ? 'our own' : `a ${record.kind}`}.`,
  );
  plan.write({
    target: 'organisations',
    rowKey: record.id,
    action: 'insert',
    before: null,
    after: { id: record.id, ...columnsOf(record), created_at: plan.now },
    label: name,
    sheet: row.sheet,
    row: row.row,
  });
  return record;
};

/** The organisation of a row that names none: our only own one, made with the workspace's name where there is none. */
export const defaultOrganisation = (plan: Plan, book: OrganisationBook, row: ReadRow): OrganisationRecord | null => {
  const own: OrganisationRecord[] = [];
  for (const record of book.all()) if (record.kind === 'own') own.push(record);
  if (own.length === 0) return mentionedOrganisation(plan, book, row, plan.workspace.name, 'own');
  return own.length === 1 ? (own[0] ?? null) : null;
};

/** The organisation a row is about, or a refusal. */
export const organisationOf = (plan: Plan, book: OrganisationBook, row: ReadRow): OrganisationRecord | null => {
  const name = textOf(row, 'organisation');
  const organisation =
    name === null ? defaultOrganisation(plan, book, row) : mentionedOrganisation(plan, book, row, name);
  if (!organisation)
    plan.refuse(row, 'organisation', 'INT-5', 'There are several organisations of our own. Say which one is meant.');
  return organisation;
};

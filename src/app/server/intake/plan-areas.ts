import { type AreaResult, decideArea, decideAreaResult } from '#people/domain/area.ts';
import { type AreaBook, areaColumns, type AreaColumns, type AreaRecord, findArea, mentionedArea } from './area-book.ts';
import { difference } from './change.ts';
import { nameKey, sameBySpaces } from './name-key.ts';
import { type Plan, textOf } from './plan.ts';
import { type OrganisationBook, organisationOf, type OrganisationRecord } from './plan-organisations.ts';
import type { ReadAmount } from './read-amount.ts';
import type { ReadRow } from './row-reading.ts';

type Entry = {
  readonly area: AreaRecord;
  readonly before: AreaColumns | null;
  readonly rows: ReadRow[];
  readonly results: { row: ReadRow; key: string; result: AreaResult }[];
};

/** INT-6: an area is the one with the same id, else the same name in the same organisation (and under the same parent). */
export function* planAreas(
  plan: Plan,
  organisations: OrganisationBook,
  book: AreaBook,
  rows: readonly ReadRow[],
): Generator<void> {
  const entries = new Map<AreaRecord, Entry>();
  for (const row of rows) {
    yield;
    if (!plan.isRefused(row)) enter(plan, organisations, book, row, entries);
  }
  for (const entry of entries.values()) {
    yield;
    for (const row of entry.rows) placeUnderParent(plan, book, row, entry);
  }
  refuseCircles(plan, book, entries);
  const written = new Set<AreaRecord>();
  for (const entry of entries.values()) {
    yield;
    writeArea(plan, book, entries, entry, written);
  }
  for (const row of rows) if (plan.isRefused(row)) plan.outcome(row, 'refused');
}

const enter = (
  plan: Plan,
  organisations: OrganisationBook,
  book: AreaBook,
  row: ReadRow,
  entries: Map<AreaRecord, Entry>,
): void => {
  const named = textOf(row, 'name');
  const externalId = textOf(row, 'externalId');
  const byId = book.byId.get(textOf(row, 'id') ?? '') ?? book.byExternalId.get(externalId ?? '');
  const organisation =
    byId && row.values.organisation === undefined
      ? organisations.byId.get(byId.organisationId)
      : organisationOf(plan, organisations, row);
  if (!organisation) return;
  const known = byId ?? sameArea(plan, book, row, named, externalId, organisation);
  if (known === 'ambiguous') return;
  const draft = {
    name: sameBySpaces(known?.name, named) ?? named ?? '',
    kind: (textOf(row, 'kind') as AreaRecord['kind'] | null) ?? known?.kind ?? 'productLine',
    externalId: externalId ?? known?.externalId ?? null,
  };
  const decision = decideArea(draft, { externalIdUsedBy: null });
  if (!decision.ok) {
    for (const { field, rule, message } of decision.refusals) plan.refuse(row, field ?? 'name', rule, message);
    return;
  }
  if (known && known.organisationId !== organisation.id) {
    return plan.refuse(row, 'organisation', 'INT-6', `${known.name} belongs to another organisation and stays there.`);
  }
  const area: AreaRecord = known ?? {
    id: plan.newId(),
    isNew: true,
    row: row.row,
    isRefused: false,
    organisationId: organisation.id,
    parentId: null,
    results: new Map(),
    ...decision.value,
  };
  const entry = entries.get(area) ?? { area, before: area.isNew ? null : areaColumns(area), rows: [], results: [] };
  Object.assign(area, decision.value);
  if (known) book.index(area);
  else book.add(area);
  entry.rows.push(row);
  entries.set(area, entry);
  readResults(plan, row, entry);
};

const sameArea = (
  plan: Plan,
  book: AreaBook,
  row: ReadRow,
  name: string | null,
  externalId: string | null,
  organisation: OrganisationRecord,
) => {
  if (name === null) return null;
  const parent = textOf(row, 'parent');
  const inOrganisation = book
    .named(nameKey(name))
    .filter(
      (area) =>
        area.organisationId === organisation.id &&
        (externalId === null || area.externalId === null || area.externalId === externalId),
    );
  const fits =
    inOrganisation.length > 1 && parent !== null
      ? inOrganisation.filter(({ parentId }) => parentId !== null && isCalled(book.byId.get(parentId), parent))
      : inOrganisation;
  if (fits.length > 1) {
    plan.refuse(
      row,
      'name',
      'INT-6',
      `${organisation.name} has ${fits.length} areas called ${name}. Give the id of the one that is meant.`,
    );
    return 'ambiguous' as const;
  }
  return fits[0] ?? null;
};

const isCalled = (area: AreaRecord | undefined, text: string): boolean =>
  area !== undefined && (area.id === text || area.externalId === text || nameKey(area.name) === nameKey(text));

const readResults = (plan: Plan, row: ReadRow, entry: Entry): void => {
  const cells: { key: string; year: number }[] = Object.keys(row.values)
    .filter((key) => key.startsWith('result:'))
    .map((key) => ({ key, year: Number(key.slice(7)) }));
  if (row.values.result !== undefined) {
    if (typeof row.values.year === 'number') cells.push({ key: 'result', year: row.values.year });
    else plan.refuse(row, 'year', 'INT-7', 'A result needs its year.');
  }
  for (const { key, year } of cells) {
    const { amount, currency } = row.values[key] as ReadAmount;
    const result = {
      year,
      amount,
      currency:
        currency ?? textOf(row, 'currency') ?? entry.area.results.get(year)?.currency ?? plan.workspace.currency,
    };
    const decision = decideAreaResult(result);
    if (!decision.ok) for (const { rule, message } of decision.refusals) plan.refuse(row, key, rule, message);
    else if (entry.results.some((earlier) => earlier.result.year === year))
      plan.refuse(
        row,
        key,
        'INT-3',
        `The result of ${entry.area.name} for ${year} stands in an earlier row too. Keep one of the two.`,
      );
    else entry.results.push({ row, key, result });
  }
};

const placeUnderParent = (plan: Plan, book: AreaBook, row: ReadRow, { area }: Entry): void => {
  const text = textOf(row, 'parent');
  if (text === null || plan.isRefused(row)) return;
  const parent = findArea(book, text, area.organisationId) ?? mentionedArea(plan, book, row, text, area.organisationId);
  if (parent === 'ambiguous')
    return plan.refuse(
      row,
      'parent',
      'INT-6',
      `There are several areas called ${text}. Give the id of the one that is meant.`,
    );
  if (parent === area) return plan.refuse(row, 'parent', 'PEO-6', `${area.name} cannot be part of itself.`);
  area.parentId = parent.id;
};

const refuseCircles = (plan: Plan, book: AreaBook, entries: ReadonlyMap<AreaRecord, Entry>): void => {
  for (const { area, before, rows } of entries.values()) {
    const path = [area];
    for (let above = book.byId.get(area.parentId ?? ''); above; above = book.byId.get(above.parentId ?? '')) {
      if (above === area) {
        const names = [...path, area].map(({ name }) => name).join(' is part of ');
        for (const row of rows) plan.refuse(row, 'parent', 'PEO-6', `That would close a circle: ${names}.`);
        area.parentId = before?.parent_id ?? null;
        break;
      }
      if (path.includes(above)) break;
      path.push(above);
    }
  }
};

/** Writes an area after the one it is part of. */
const writeArea = (
  plan: Plan,
  book: AreaBook,
  entries: ReadonlyMap<AreaRecord, Entry>,
  entry: Entry,
  written: Set<AreaRecord>,
): void => {
  const { area, before, rows } = entry;
  if (written.has(area)) return;
  written.add(area);
  const parent = book.byId.get(area.parentId ?? '');
  const parentEntry = parent && entries.get(parent);
  if (parentEntry) writeArea(plan, book, entries, parentEntry, written);
  if (parent?.isRefused)
    for (const row of rows)
      plan.refuse(row, 'parent', 'INT-8', `${parent.name}, of which it is part, is itself refused.`);
  const accepted = rows.filter((row) => !plan.isRefused(row));
  const [first] = accepted;
  if (!first) {
    area.isRefused = area.isNew;
    return;
  }
  const place = {
    target: 'business_areas',
    rowKey: area.id,
    label: area.name,
    sheet: first.sheet,
    row: first.row,
  } as const;
  const changed = before && difference(before, areaColumns(area));
  if (before === null)
    plan.write({
      ...place,
      action: 'insert',
      before: null,
      after: { id: area.id, ...areaColumns(area), created_at: plan.now },
    });
  else if (changed) plan.write({ ...place, action: 'update', ...changed });
  const touched = new Set<ReadRow>(before === null || changed ? [first] : []);
  for (const { row, result } of entry.results)
    if (!plan.isRefused(row) && writeResult(plan, area, row, result)) touched.add(row);
  for (const row of accepted) plan.outcome(row, before === null ? 'new' : touched.has(row) ? 'changed' : 'unchanged');
};

const writeResult = (plan: Plan, area: AreaRecord, row: ReadRow, { year, amount, currency }: AreaResult): boolean => {
  const known = area.results.get(year);
  const after = { amount, currency };
  const place = {
    target: 'area_results',
    rowKey: `${area.id}|${year}`,
    label: `${area.name}, result ${year}`,
    sheet: row.sheet,
    row: row.row,
  } as const;
  const changed = known && difference({ ...known }, after);
  if (!known) plan.write({ ...place, action: 'insert', before: null, after: { area_id: area.id, year, ...after } });
  else if (changed) plan.write({ ...place, action: 'update', ...changed });
  area.results.set(year, after);
  return !known || changed !== null;
};

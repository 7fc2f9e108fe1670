import { nameKey } from './name-key.ts';
import type { Plan } from './plan.ts';
import { type BookRecord, type RecordBook, recordBook } from './record-book.ts';
import type { ReadRow } from './row-reading.ts';

export type AreaRecord = BookRecord & {
  organisationId: string;
  parentId: string | null;
  kind: 'productLine' | 'region' | 'function';
  /** By year. */
  readonly results: Map<number, { amount: number; currency: string }>;
};

export type AreaBook = RecordBook<AreaRecord>;
export const areaBook = (): AreaBook => recordBook<AreaRecord>(nameKey, false);

export const areaColumns = (area: AreaRecord) => ({
  external_id: area.externalId,
  organisation_id: area.organisationId,
  parent_id: area.parentId,
  name: area.name,
  kind: area.kind,
});
export type AreaColumns = ReturnType<typeof areaColumns>;

export const findArea = (book: AreaBook, text: string, organisationId: string): AreaRecord | 'ambiguous' | null => {
  const byId = book.byId.get(text) ?? book.byExternalId.get(text);
  if (byId) return byId;
  const named = book.named(nameKey(text)).filter((area) => area.organisationId === organisationId);
  return named.length > 1 ? 'ambiguous' : (named[0] ?? null);
};

/** An area that rows only mention is brought in with its name. */
export const mentionedArea = (
  plan: Plan,
  book: AreaBook,
  row: ReadRow,
  name: string,
  organisationId: string,
): AreaRecord => {
  const area: AreaRecord = {
    id: plan.newId(),
    name,
    externalId: null,
    isNew: true,
    row: null,
    isRefused: false,
    organisationId,
    parentId: null,
    kind: 'productLine',
    results: new Map(),
  };
  book.add(area);
  plan.notice(row.sheet, `The area ${name} is not on record yet; it is brought in as a product line.`);
  plan.write({
    target: 'business_areas',
    rowKey: area.id,
    action: 'insert',
    before: null,
    after: { id: area.id, ...areaColumns(area), created_at: plan.now },
    label: name,
    sheet: row.sheet,
    row: row.row,
  });
  return area;
};

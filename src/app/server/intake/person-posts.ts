import { moneyRefusals, periodRefusals } from '#people/domain/position.ts';
import { difference } from './change.ts';
import { nameKey } from './name-key.ts';
import { type Plan, textOf } from './plan.ts';
import { findArea, mentionedArea } from './area-book.ts';
import type { PersonEntry } from './person-entries.ts';
import type { PostRecord } from './person-book.ts';
import type { PersonBooks } from './plan-persons.ts';
import type { ReadAmount } from './read-amount.ts';
import { functionOfTitle, levelOfTitle } from './read-words.ts';
import type { ReadRow } from './row-reading.ts';

export type PostEntry = {
  readonly row: ReadRow;
  readonly known: PostRecord | null;
  readonly draft: PostRecord;
  readonly managerText: string | null;
};

const postColumns = (post: PostRecord) => ({
  external_id: post.externalId,
  organisation_id: post.organisationId,
  area_id: post.areaId,
  title: post.title,
  function: post.function,
  level: post.level,
  reports_to: post.reportsTo,
  budget: post.budget,
  budget_currency: post.budgetCurrency,
  from_day: post.from,
  to_day: post.to,
});

const ofPost = ['title', 'from', 'to', 'level', 'reportsTo', 'budget', 'area', 'postExternalId', 'postId'];

/** The post that a row speaks about, or null when it speaks about the person alone. */
export const postDraft = (plan: Plan, books: PersonBooks, entry: PersonEntry, row: ReadRow): PostEntry | null => {
  if (!ofPost.some((key) => row.values[key] !== undefined)) return null;
  const known = knownPost(books, entry, row);
  const title = textOf(row, 'title') ?? known?.title ?? null;
  const from = textOf(row, 'from') ?? known?.from ?? null;
  if (title === null)
    plan.refuse(row, 'title', 'PEO-8', 'The post has no title. Write one, or give a title for all rows without one.');
  if (from === null)
    plan.refuse(
      row,
      'from',
      'PEO-1',
      'The first day of the post is missing. Write it, or give one day for all rows without one.',
    );
  const isOrganised = row.values.organisation !== undefined || row.values.postOrganisation !== undefined;
  const organisationId =
    (known && !isOrganised ? known.organisationId : entry.organisationIds.get(row)?.post) ??
    entry.person.organisationId;
  const areaId = areaOf(plan, books, organisationId, row);
  if (title === null || from === null || areaId === 'refused') return null;
  const budget = row.values.budget as ReadAmount | undefined;
  const draft: PostRecord = {
    id: known?.id ?? plan.newId(),
    personId: entry.person.id,
    externalId: textOf(row, 'postExternalId') ?? known?.externalId ?? null,
    organisationId,
    areaId: areaId ?? known?.areaId ?? null,
    title,
    function: textOf(row, 'function') ?? known?.function ?? functionOfTitle(title),
    level: levelOf(plan, row, known, title),
    reportsTo: known?.reportsTo ?? null,
    budget: budget?.amount ?? known?.budget ?? null,
    budgetCurrency: currencyOf(plan, row, known, budget),
    from,
    to: textOf(row, 'to') ?? known?.to ?? null,
  };
  const problems = [
    ...periodRefusals(draft.from, draft.to),
    ...moneyRefusals(
      draft.budget === null ? null : { amount: draft.budget, currency: draft.budgetCurrency ?? '' },
      'budget',
    ),
  ];
  for (const { field, rule, message } of problems) plan.refuse(row, field ?? 'title', rule, message);
  const twin = claim(books, entry, row, draft, known);
  if (twin !== null) plan.refuse(row, 'title', 'INT-3', twin);
  const managerText = textOf(row, 'reportsTo');
  return plan.isRefused(row)
    ? null
    : { row, known, draft, managerText: managerText === '-' || managerText === '–' ? null : managerText };
};

const areaOf = (
  plan: Plan,
  { areas }: PersonBooks,
  organisationId: string,
  row: ReadRow,
): string | null | 'refused' => {
  const text = textOf(row, 'area');
  if (text === null) return null;
  const area = findArea(areas, text, organisationId) ?? mentionedArea(plan, areas, row, text, organisationId);
  if (area === 'ambiguous') {
    plan.refuse(row, 'area', 'INT-6', `There are several areas called ${text}. Give the id of the one that is meant.`);
    return 'refused';
  }
  if (area.organisationId !== organisationId) {
    plan.refuse(row, 'area', 'PEO-11', `${area.name} is not an area of the organisation of this post.`);
    return 'refused';
  }
  if (area.isRefused) {
    plan.refuse(row, 'area', 'INT-8', `The area ${area.name} (row ${area.row}) is itself refused.`);
    return 'refused';
  }
  return area.id;
};

const levelOf = (plan: Plan, row: ReadRow, known: PostRecord | null, title: string): number => {
  const written = row.values.level;
  if (typeof written === 'number') return written;
  if (known) return known.level;
  plan.notice(row.sheet, 'Without a level, the level was taken from the title, else as 6 (below director).');
  return levelOfTitle(title);
};

const currencyOf = (
  plan: Plan,
  row: ReadRow,
  known: PostRecord | null,
  budget: ReadAmount | undefined,
): string | null => {
  if (!budget) return known?.budgetCurrency ?? null;
  return budget.currency ?? textOf(row, 'budgetCurrency') ?? known?.budgetCurrency ?? plan.workspace.currency;
};

/** INT-12: a post is the one with the same id, else the person's with the same first day and title, else their only one of that day. */
const knownPost = ({ persons }: PersonBooks, entry: PersonEntry, row: ReadRow): PostRecord | null => {
  const held = persons.posts.get(entry.person.id) ?? [];
  const byId = held.find(({ id }) => id === textOf(row, 'postId')) ?? null;
  const byExternal = persons.postsByExternalId.get(textOf(row, 'postExternalId') ?? '');
  if (byId ?? (byExternal && byExternal.personId === entry.person.id)) return byId ?? byExternal ?? null;
  const title = textOf(row, 'title');
  const from = textOf(row, 'from');
  const sameTitle = held.filter((post) => title !== null && nameKey(post.title) === nameKey(title));
  if (from === null) {
    const inForce = sameTitle.filter(({ to }) => to === null);
    return inForce.length === 1 ? (inForce[0] ?? null) : null;
  }
  const sameDay = held.filter((post) => post.from === from);
  const both = sameDay.filter((post) => sameTitle.includes(post));
  return (
    both[0] ?? (sameDay.length === 1 && !isOtherRow(entry, row, sameDay[0] as PostRecord) ? (sameDay[0] ?? null) : null)
  );
};

/** Whether another row of the person names this very post by its title and first day. */
const isOtherRow = (entry: PersonEntry, row: ReadRow, post: PostRecord): boolean =>
  entry.rows.some(
    (other) =>
      other !== row &&
      textOf(other, 'from') === post.from &&
      nameKey(textOf(other, 'title') ?? '') === nameKey(post.title),
  );

/** Why this row may not speak about the post, in a sentence: an earlier row does, or the post's id is somebody else's. */
const claim = (
  { persons }: PersonBooks,
  entry: PersonEntry,
  row: ReadRow,
  draft: PostRecord,
  known: PostRecord | null,
): string | null => {
  for (const other of entry.rows) {
    if (other === row) break;
    const sameId = textOf(other, 'postExternalId') !== null && textOf(other, 'postExternalId') === draft.externalId;
    const sameKeys =
      textOf(other, 'from') === draft.from &&
      nameKey(textOf(other, 'title') ?? '') === nameKey(draft.title) &&
      textOf(other, 'area') === textOf(row, 'area');
    const otherIds =
      textOf(other, 'postExternalId') !== textOf(row, 'postExternalId') ||
      textOf(other, 'postId') !== textOf(row, 'postId');
    if (sameId || (sameKeys && !otherIds)) return `Row ${other.row} already holds this post. Keep one of the two.`;
  }
  const holder = draft.externalId === null ? undefined : persons.postsByExternalId.get(draft.externalId);
  return holder && holder !== known ? `The post id ${draft.externalId} belongs to another post.` : null;
};

/** Writes one post; 'new', 'changed', or null when nothing changed. */
export const writePost = (plan: Plan, { row, known, draft }: PostEntry): 'new' | 'changed' | null => {
  const place = { target: 'positions', rowKey: draft.id, label: draft.title, sheet: row.sheet, row: row.row } as const;
  if (known === null) {
    plan.write({
      ...place,
      action: 'insert',
      before: null,
      after: {
        id: draft.id,
        person_id: draft.personId,
        ...postColumns(draft),
        source: plan.source,
        recorded_at: plan.now,
      },
    });
    return 'new';
  }
  const changed = difference(postColumns(known), postColumns(draft));
  if (changed) plan.write({ ...place, action: 'update', ...changed });
  return changed ? 'changed' : null;
};

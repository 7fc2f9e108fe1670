import { linesThatCloseCircles, type ReportingLine } from '#people/domain/reporting-line.ts';
import { difference } from './change.ts';
import { type Plan, textOf } from './plan.ts';
import type { AreaBook } from './area-book.ts';
import { isLikeWorkspace, mentionedOrganisation, type OrganisationBook } from './plan-organisations.ts';
import { findPerson, type PersonBook } from './person-book.ts';
import { enterPerson, type PersonEntry, personColumns, settlePerson } from './person-entries.ts';
import { postDraft, type PostEntry, writePost } from './person-posts.ts';
import { writeRights } from './person-rights.ts';
import type { ReadRow } from './row-reading.ts';

export type PersonBooks = {
  readonly organisations: OrganisationBook;
  readonly areas: AreaBook;
  readonly persons: PersonBook;
};

/**
 * One row a post. Rows are first gathered by person, then posts are read with whom they report to, circles and missing
 * managers are refused, and what is left is written: persons first, then their posts.
 */
export function* planPersons(plan: Plan, books: PersonBooks, rows: readonly ReadRow[]): Generator<void> {
  bringInOwnOrganisation(plan, books.organisations, rows);
  const entries = new Map<string, PersonEntry>();
  for (const row of rows) {
    yield;
    if (!plan.isRefused(row)) enterPerson(plan, books, row, entries);
  }
  const posts: PostEntry[] = [];
  for (const entry of entries.values()) {
    yield;
    settlePerson(plan, books, entry);
    for (const row of entry.rows) {
      const post = plan.isRefused(row) ? null : postDraft(plan, books, entry, row);
      if (post) posts.push(post);
    }
  }
  for (const post of posts) {
    yield;
    setManager(plan, books, post);
  }
  yield* refuseCircles(plan, books, posts);
  refuseFollowers(plan, books, entries, posts);
  for (const entry of entries.values()) {
    yield;
    writePerson(plan, entry);
    writeRights(plan, books.persons, entry);
  }
  const touched = new Map<ReadRow, 'new' | 'changed'>();
  for (const post of posts) {
    yield;
    if (plan.isRefused(post.row)) continue;
    const done = writePost(plan, post);
    if (done) touched.set(post.row, done);
  }
  for (const entry of entries.values()) {
    for (const [index, row] of entry.rows.entries()) {
      if (plan.isRefused(row)) continue;
      const own = index === entry.firstAccepted ? entry.outcome : 'unchanged';
      plan.outcome(row, own === 'new' ? 'new' : (touched.get(row) ?? own));
    }
  }
  for (const row of rows) if (plan.isRefused(row)) plan.outcome(row, 'refused');
}

/** Where no organisation of our own is on record, the one called like the workspace is it, or the only one in the file. */
const bringInOwnOrganisation = (plan: Plan, organisations: OrganisationBook, rows: readonly ReadRow[]): void => {
  for (const { kind } of organisations.all()) if (kind === 'own') return;
  const firstRows = new Map<string, ReadRow>();
  for (const row of rows) {
    const name = textOf(row, 'organisation');
    if (name !== null && !firstRows.has(name)) firstRows.set(name, row);
  }
  const name =
    [...firstRows.keys()].find((each) => isLikeWorkspace(plan, each)) ??
    (firstRows.size === 1 ? [...firstRows.keys()][0] : undefined);
  const row = name === undefined ? undefined : firstRows.get(name);
  if (name !== undefined && row) mentionedOrganisation(plan, organisations, row, name, 'own');
};

/** INT-10: the manager is on record or in the file, and is somebody else. */
const setManager = (plan: Plan, { persons }: PersonBooks, post: PostEntry): void => {
  if (post.managerText === null || plan.isRefused(post.row)) return;
  const found = findPerson(persons, post.managerText, post.draft.organisationId);
  if ('wrong' in found) return plan.refuse(post.row, 'reportsTo', 'INT-10', found.wrong);
  if (found.person.id === post.draft.personId) {
    return plan.refuse(
      post.row,
      'reportsTo',
      'PEO-2',
      'Nobody reports to themselves. Name another person or leave the cell empty.',
    );
  }
  post.draft.reportsTo = found.person.id;
};

/** PEO-3, over all lines at once: those on record that stay as they are, and those of the file. */
function* refuseCircles(plan: Plan, { persons }: PersonBooks, posts: readonly PostEntry[]): Generator<void> {
  const replaced = new Set(posts.map(({ draft }) => draft.id));
  const lines: ReportingLine[] = [];
  const postOf = new Map<ReportingLine, PostEntry>();
  for (const held of persons.posts.values()) {
    for (const { id, personId, reportsTo, from, to } of held) {
      if (reportsTo !== null && !replaced.has(id)) lines.push({ personId, reportsTo, from, to });
    }
  }
  for (const post of posts) {
    const { personId, reportsTo, from, to } = post.draft;
    if (reportsTo === null || plan.isRefused(post.row)) continue;
    const line = { personId, reportsTo, from, to };
    lines.push(line);
    postOf.set(line, post);
  }
  yield;
  const rowOf = new Map(posts.map(({ draft, row }) => [draft.personId, row.row]));
  for (const { line, circle } of linesThatCloseCircles(lines)) {
    const post = postOf.get(line);
    const names = circle.map(
      (id) => `${persons.byId.get(id)?.name ?? id}${rowOf.has(id) ? ` (row ${rowOf.get(id)})` : ''}`,
    );
    if (post)
      plan.refuse(
        post.row,
        'reportsTo',
        'PEO-3',
        `The reporting line runs in a circle: ${names.join(' reports to ')}.`,
      );
  }
}

/** INT-11: who only comes with a refused row is not there to report to; that can spread. */
const refuseFollowers = (
  plan: Plan,
  { persons }: PersonBooks,
  entries: ReadonlyMap<string, PersonEntry>,
  posts: readonly PostEntry[],
): void => {
  const followers = new Map<string, PostEntry[]>();
  for (const post of posts) {
    const { reportsTo } = post.draft;
    if (reportsTo !== null && entries.get(reportsTo)?.person.isNew)
      followers.set(reportsTo, [...(followers.get(reportsTo) ?? []), post]);
  }
  const gone = (entry: PersonEntry): boolean => entry.person.isNew && entry.rows.every((row) => plan.isRefused(row));
  const queue = [...entries.values()].filter(gone);
  for (const entry of queue) {
    if (entry.person.isRefused) continue;
    entry.person.isRefused = true;
    for (const post of followers.get(entry.person.id) ?? []) {
      if (plan.isRefused(post.row)) continue;
      plan.refuse(
        post.row,
        'reportsTo',
        'INT-11',
        `${entry.person.name} (row ${entry.rows[0]?.row}) is refused, so nobody can report to them yet.`,
      );
      const follower = entries.get(post.draft.personId);
      if (follower && gone(follower)) queue.push(follower);
    }
  }
  for (const { person } of entries.values()) if (person.isRefused) persons.index(person);
};

const writePerson = (plan: Plan, entry: PersonEntry): void => {
  const { person, before, rows } = entry;
  entry.firstAccepted = rows.findIndex((row) => !plan.isRefused(row));
  const first = rows[entry.firstAccepted];
  if (!first) return;
  const place = {
    target: 'persons',
    rowKey: person.id,
    label: person.name,
    sheet: first.sheet,
    row: first.row,
  } as const;
  if (before === null) {
    plan.write({
      ...place,
      action: 'insert',
      before: null,
      after: { id: person.id, ...personColumns(person), source: plan.source, created_at: plan.now },
    });
    entry.outcome = 'new';
    return;
  }
  const changed = difference(before, personColumns(person));
  if (!changed) return;
  plan.write({ ...place, action: 'update', ...changed });
  entry.outcome = 'changed';
};

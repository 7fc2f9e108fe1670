import type { AllianceDescription } from '#alliances/domain/alliance.ts';
import { type ManagerChange, type ManagerTerm, setManager } from '#alliances/domain/alliance-manager-term.ts';
import type { Side } from '#kernel/actor.ts';
import type { AllianceRecord } from './alliance-book.ts';
import { findPerson, type PersonRecord } from './person-book.ts';
import { personName } from './name-key.ts';
import { type Plan, textOf } from './plan.ts';
import type { AllianceBooks } from './plan-alliances.ts';
import { defaultOrganisation } from './plan-organisations.ts';
import { personColumns } from './person-entries.ts';
import type { ReadRow } from './row-reading.ts';

/** The term that counts for a side today: the one in force, else the next one to come. */
export const presentTerm = (terms: readonly ManagerTerm[], side: Side, today: string): ManagerTerm | null => {
  const open = terms.filter((term) => term.side === side && (term.period.to === null || today < term.period.to));
  return open.sort((one, other) => one.period.from.localeCompare(other.period.from))[0] ?? null;
};

const columns = [
  { side: 'ours', key: 'manager', since: 'managerSince' },
  { side: 'theirs', key: 'partnerManager', since: 'partnerManagerSince' },
] as const;

/** INT-16: a manager who is not on record is brought in with the name; one already in place stays from the day on record. */
export const planManagers = (
  plan: Plan,
  books: AllianceBooks,
  alliance: AllianceRecord,
  row: ReadRow,
  description: AllianceDescription,
): ManagerChange[] =>
  columns.flatMap(({ side, key, since }) => {
    const text = textOf(row, key);
    if (text === null) return [];
    const organisationId =
      side === 'ours' ? defaultOrganisation(plan, books.organisations, row)?.id : description.partnerIds[0];
    if (!organisationId) return [];
    const found = findPerson(books.persons, text, organisationId);
    if ('wrong' in found && /people are called/.test(found.wrong)) {
      plan.refuse(row, key, 'INT-10', found.wrong);
      return [];
    }
    const person = 'person' in found ? found.person : mentionedPerson(plan, books, row, text, organisationId);
    if (person.isRefused) {
      plan.refuse(
        row,
        key,
        'INT-11',
        `${person.name} (row ${person.row}) is refused, so they cannot manage the alliance yet.`,
      );
      return [];
    }
    const present = presentTerm(alliance.managers, side, plan.today);
    if (present?.personId === person.id) return [];
    const from =
      textOf(row, since) ?? (alliance.isNew && description.startsOn < plan.today ? description.startsOn : plan.today);
    const organisation = books.organisations.byId.get(person.organisationId);
    const decision = setManager(
      alliance.managers,
      { side, personId: person.id, period: { from, to: null } },
      {
        id: person.id,
        name: person.name,
        organisationId: person.organisationId,
        organisationName: organisation?.name ?? '',
        organisationKind: organisation?.kind ?? 'own',
      },
      description.partnerIds,
    );
    if (decision.ok) return [decision.value];
    for (const { rule, message } of decision.refusals)
      plan.refuse(row, /ALL-10/.test(rule) ? since : key, rule, message);
    return [];
  });

const mentionedPerson = (
  plan: Plan,
  { persons }: AllianceBooks,
  row: ReadRow,
  text: string,
  organisationId: string,
): PersonRecord => {
  const isMail = text.includes('@') && !/\s/.test(text);
  const person: PersonRecord = {
    id: plan.newId(),
    name: isMail ? text : personName(text),
    externalId: null,
    isNew: true,
    row: null,
    isRefused: false,
    isErased: false,
    organisationId,
    mail: isMail ? text : null,
  };
  persons.add(person);
  plan.notice(
    row.sheet,
    `${person.name} manages an alliance and is not on record yet; they are brought in without a post.`,
  );
  plan.write({
    target: 'persons',
    rowKey: person.id,
    action: 'insert',
    before: null,
    after: { id: person.id, ...personColumns(person), source: plan.source, created_at: plan.now },
    label: person.name,
    sheet: row.sheet,
    row: row.row,
  });
  return person;
};

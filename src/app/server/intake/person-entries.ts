import { personKey, personName } from './name-key.ts';
import { chosenSame, type Plan, textOf } from './plan.ts';
import { mentionedOrganisation, organisationOf } from './plan-organisations.ts';
import type { PersonBook, PersonRecord } from './person-book.ts';
import type { PersonBooks } from './plan-persons.ts';
import type { ReadRow } from './row-reading.ts';

/** A person with all the rows that speak about them. */
export type PersonEntry = {
  readonly person: PersonRecord;
  /** The columns as they are on record; null for somebody new. */
  readonly before: ReturnType<typeof personColumns> | null;
  readonly rows: ReadRow[];
  /** The organisation that each row gives the person, and the one it gives the post. */
  readonly organisationIds: Map<ReadRow, { readonly person: string; readonly post: string }>;
  outcome: 'new' | 'changed' | 'unchanged';
  firstAccepted: number;
};

export const personColumns = (person: PersonRecord) => ({
  external_id: person.externalId,
  organisation_id: person.organisationId,
  name: person.name,
  mail: person.mail,
});

/** INT-9: a person is the one with the same Entente id, id or mail, else the same name in the same organisation. */
export const enterPerson = (plan: Plan, books: PersonBooks, row: ReadRow, entries: Map<string, PersonEntry>): void => {
  const { persons } = books;
  const name = nameIn(row);
  const known = byStrongKey(persons, row);
  const organisation =
    known && row.values.organisation === undefined
      ? books.organisations.byId.get(known.organisationId)
      : organisationOf(plan, books.organisations, row);
  if (!organisation) return;
  if (name === '' && !known) return plan.refuse(row, 'name', 'PEO-8', 'A person needs a name.');
  const contrary = known && contradiction(known, row);
  if (contrary) return plan.refuse(row, contrary.key, 'PEO-15', contrary.message);
  const same = known ?? byName(plan, persons, row, name, organisation.id);
  if (same === 'ambiguous') return;
  if (same?.isErased)
    return plan.refuse(row, 'name', 'PEO-16', 'This person was erased and is not brought in again under the same id.');
  const person: PersonRecord = same ?? {
    id: plan.newId(),
    name,
    externalId: textOf(row, 'externalId'),
    mail: textOf(row, 'mail'),
    organisationId: organisation.id,
    isNew: true,
    row: row.row,
    isRefused: false,
    isErased: false,
  };
  const entry: PersonEntry = entries.get(person.id) ?? {
    person,
    before: person.isNew ? null : personColumns(person),
    rows: [],
    organisationIds: new Map(),
    outcome: 'unchanged',
    firstAccepted: -1,
  };
  entry.rows.push(row);
  const elsewhere = textOf(row, 'postOrganisation');
  const post =
    elsewhere === null ? organisation.id : mentionedOrganisation(plan, books.organisations, row, elsewhere).id;
  entry.organisationIds.set(row, { person: organisation.id, post });
  entries.set(person.id, entry);
  if (!same) return persons.add(person);
  const mail = textOf(row, 'mail');
  const externalId = textOf(row, 'externalId');
  if ((mail !== null && person.mail !== mail) || (externalId !== null && person.externalId !== externalId)) {
    person.externalId = externalId ?? person.externalId;
    person.mail = mail ?? person.mail;
    persons.index(person);
  }
};

const nameIn = (row: ReadRow): string => {
  const name =
    textOf(row, 'name') ??
    [textOf(row, 'firstName'), textOf(row, 'lastName')].filter((part) => part !== null).join(' ');
  return personName(name);
};

const byStrongKey = (persons: PersonBook, row: ReadRow): PersonRecord | null =>
  persons.byId.get(textOf(row, 'id') ?? '') ??
  persons.byExternalId.get(textOf(row, 'externalId') ?? '') ??
  persons.byMail.get((textOf(row, 'mail') ?? '').toLowerCase()) ??
  null;

/** A row found by its mail that bears another id, or by its id while its mail is somebody else's. */
const contradiction = (known: PersonRecord, row: ReadRow): { key: string; message: string } | null => {
  const externalId = textOf(row, 'externalId');
  return externalId !== null &&
    known.externalId !== null &&
    externalId !== known.externalId &&
    textOf(row, 'id') === null
    ? {
        key: 'mail',
        message: `This mail belongs to ${known.name} with the id ${known.externalId}. Correct the mail or the id.`,
      }
    : null;
};

const byName = (
  plan: Plan,
  persons: PersonBook,
  row: ReadRow,
  name: string,
  organisationId: string,
): PersonRecord | 'ambiguous' | null => {
  const externalId = textOf(row, 'externalId');
  const mail = textOf(row, 'mail')?.toLowerCase() ?? null;
  const mayBe = (person: PersonRecord): boolean =>
    !person.isErased && (externalId === null || person.externalId === null || person.externalId === externalId);
  const sameMail = ({ mail: other }: PersonRecord): boolean =>
    mail === null || other === null || other.toLowerCase() === mail;
  const named = persons
    .named(personKey(name))
    .filter((person) => person.organisationId === organisationId && mayBe(person));
  const fits = named.filter(sameMail);
  if (fits.length > 1) {
    plan.refuse(
      row,
      'name',
      'INT-9',
      `${fits.length} people are called ${name} there. Give the mail or the id of the one that is meant.`,
    );
    return 'ambiguous';
  }
  if (fits[0]) return fits[0];
  const otherMail = named.map((record) => ({ record, why: 'The same name with another mail.' }));
  const alike = persons
    .like(name, externalId !== null)
    .filter((person) => person.organisationId === organisationId && mayBe(person) && !named.includes(person))
    .map((record) => ({ record, why: 'The names look alike.' }));
  return chosenSame(plan, 'persons', row, name, [...otherMail, ...alike]);
};

/** What holds for the person as a whole is taken from the row of the newest post; what it leaves empty, from the others. */
export const settlePerson = (plan: Plan, { persons }: PersonBooks, entry: PersonEntry): void => {
  const { person } = entry;
  const rows = entry.rows.filter((row) => !plan.isRefused(row));
  const newest = rows.length > 1 ? [...rows].sort(newestFirst) : rows;
  const name = newest.map(nameIn).find((each) => each !== '');
  const mail = newest.map((row) => textOf(row, 'mail')).find((each) => each !== null);
  const organised = newest.find((row) => row.values.organisation !== undefined);
  // A name written otherwise in capitals or order is no reason to change the one on record.
  if (name && name !== person.name && (person.isNew || personKey(name) !== personKey(person.name))) person.name = name;
  if (mail) person.mail = mail;
  if (organised) person.organisationId = entry.organisationIds.get(organised)?.person ?? person.organisationId;
  persons.index(person);
};

const newestFirst = (one: ReadRow, other: ReadRow): number => {
  const end = (row: ReadRow) => textOf(row, 'to') ?? '9999';
  const start = (row: ReadRow) => textOf(row, 'from') ?? '';
  return end(other).localeCompare(end(one)) || start(other).localeCompare(start(one));
};

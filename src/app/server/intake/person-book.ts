import { personKey } from './name-key.ts';
import { type BookRecord, recordBook, type RecordBook } from './record-book.ts';

export type PersonRecord = BookRecord & {
  organisationId: string;
  mail: string | null;
  readonly isErased: boolean;
};

export type PostRecord = {
  readonly id: string;
  readonly personId: string;
  externalId: string | null;
  organisationId: string;
  areaId: string | null;
  title: string;
  function: string;
  level: number;
  reportsTo: string | null;
  budget: number | null;
  budgetCurrency: string | null;
  from: string;
  to: string | null;
};

export type RightRecord = {
  readonly id: string;
  readonly upTo: number | null;
  readonly currency: string | null;
  readonly source: string;
  readonly recordedAt: string;
};

export type PersonBook = RecordBook<PersonRecord> & {
  readonly byMail: Map<string, PersonRecord>;
  /** Posts on record by person, and by their ids. */
  readonly posts: Map<string, PostRecord[]>;
  readonly postsByExternalId: Map<string, PostRecord>;
  /** Decision rights on record by person, then by what is decided. */
  readonly rights: Map<string, Map<string, RightRecord>>;
};

export const personBook = (): PersonBook => {
  const book = recordBook<PersonRecord>(personKey, true);
  const byMail = new Map<string, PersonRecord>();
  const noteMail = (record: PersonRecord): void => {
    if (record.mail !== null) byMail.set(record.mail.toLowerCase(), record);
  };
  return {
    ...book,
    byMail,
    posts: new Map(),
    postsByExternalId: new Map(),
    rights: new Map(),
    add(record) {
      book.add(record);
      noteMail(record);
    },
    index(record) {
      book.index(record);
      noteMail(record);
    },
  };
};

export type PersonFound = { readonly person: PersonRecord } | { readonly wrong: string };

/**
 * Whom a text means: by Entente id, mail, external id or name, those of the same organisation first; 'Ann Lee (P-17)' is
 * looked up by what stands in brackets. Several of one name are not chosen between, nor are names that only look alike.
 */
export const findPerson = (book: PersonBook, text: string, organisationId: string | null): PersonFound => {
  const bracketed = /^(.*\S)\s*[([]([^()[\]]+)[)\]]\s*$/.exec(text);
  for (const reference of bracketed ? [text, bracketed[2] ?? '', bracketed[1] ?? ''] : [text]) {
    const found = findExactly(book, reference.trim(), organisationId);
    if (found) return found;
  }
  const [like] = book.like(text);
  const hint = like ? ` Is ${like.name} meant?` : ' Add them to the file, or correct the name.';
  return { wrong: `Nobody called ${text} is on record or in this file.${hint}` };
};

const findExactly = (book: PersonBook, reference: string, organisationId: string | null): PersonFound | null => {
  const one = book.byId.get(reference) ?? book.byMail.get(reference.toLowerCase()) ?? book.byExternalId.get(reference);
  if (one) return { person: one };
  const named = book.named(personKey(reference));
  const near = named.filter((person) => person.organisationId === organisationId);
  const [first, another] = near.length > 0 ? near : named;
  if (first && !another) return { person: first };
  return first
    ? {
        wrong: `${(near.length > 0 ? near : named).length} people are called ${reference}. Give the mail or the id of the one that is meant.`,
      }
    : null;
};

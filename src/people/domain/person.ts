import { acceptUnless, type Decision, type Refusal, refuse } from '#kernel/decision.ts';
import { externalIdRefusals, nameRefusals } from './organisation.ts';

export type PersonDraft = {
  readonly name: string;
  readonly mail: string | null;
  readonly organisationId: string;
  readonly externalId: string | null;
};

/** What the draft may collide with; the names are those of *other* persons. */
export type PersonFacts = {
  readonly isErased: boolean;
  readonly organisationExists: boolean;
  readonly mailUsedBy: string | null;
  readonly externalIdUsedBy: string | null;
};

/** What stands in place of the name once a person is erased. */
export const erasedName = 'Erased person';

/** Takes a person on record, new or changed. */
export const decidePerson = (draft: PersonDraft, facts: PersonFacts): Decision<PersonDraft> => {
  if (facts.isErased) return refuse(erasedRefusal);
  const mail = draft.mail?.trim() || null;
  const externalId = draft.externalId?.trim() || null;
  return acceptUnless(
    [
      ...nameRefusals(draft.name, 'Give the person a name.'),
      ...mailRefusals(mail, facts.mailUsedBy),
      ...(facts.organisationExists ? [] : [noSuchOrganisation]),
      ...externalIdRefusals(externalId, facts.externalIdUsedBy),
    ],
    () => ({ ...draft, name: draft.name.trim(), mail, externalId }),
  );
};

/** PEO-14: nothing more is recorded about an erased person. */
export const erasedRefusal: Refusal = {
  rule: 'PEO-14',
  message:
    'This person was erased: nothing more can be recorded about them. Enter them anew if they gave their consent.',
};

export const noSuchOrganisation: Refusal = {
  rule: 'FOUND',
  field: 'organisationId',
  message: 'This organisation is not on record here; choose another.',
};

/** One @, something before it, a dot in the part behind it, no spaces: a typing error is caught, no odd address refused. */
export const looksLikeMail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text);

/** PEO-9: a mail address can be written to and belongs to one person. */
const mailRefusals = (mail: string | null, usedBy: string | null): Refusal[] => {
  if (mail === null) return [];
  if (!looksLikeMail(mail)) {
    return [
      { rule: 'PEO-9', field: 'mail', message: `${mail} is not a mail address; write one such as name@company.com.` },
    ];
  }
  return usedBy === null
    ? []
    : [{ rule: 'PEO-9', field: 'mail', message: `${mail} is already the address of ${usedBy}.` }];
};

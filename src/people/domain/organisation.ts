import type { DateOnly } from '#kernel/date-only.ts';
import { acceptUnless, type Decision, type Refusal } from '#kernel/decision.ts';

export type OrganisationDraft = {
  readonly name: string;
  readonly kind: 'own' | 'partner' | 'candidate';
  readonly isFounderLed: boolean;
  readonly founderLedSince: DateOnly | null;
  readonly country: string | null;
  readonly externalId: string | null;
};

/** What the draft may collide with: the name of another organisation that already bears this external id. */
export type OrganisationFacts = { readonly today: DateOnly; readonly externalIdUsedBy: string | null };

/** Takes an organisation on record, new or changed. */
export const decideOrganisation = (
  draft: OrganisationDraft,
  { today, externalIdUsedBy }: OrganisationFacts,
): Decision<OrganisationDraft> => {
  const country = draft.country?.trim() || null;
  const externalId = draft.externalId?.trim() || null;
  return acceptUnless(
    [
      ...nameRefusals(draft.name, 'Give the organisation a name.'),
      ...founderRefusals(draft, today),
      ...externalIdRefusals(externalId, externalIdUsedBy),
    ],
    () => ({
      ...draft,
      name: draft.name.trim(),
      founderLedSince: draft.isFounderLed ? draft.founderLedSince : null,
      country,
      externalId,
    }),
  );
};

/** PEO-5: founder-led needs a since-date, and that is not in the future. */
const founderRefusals = ({ isFounderLed, founderLedSince }: OrganisationDraft, today: DateOnly): Refusal[] => {
  if (!isFounderLed) return [];
  const field = 'founderLedSince';
  if (founderLedSince === null) {
    return [
      { rule: 'PEO-5', field, message: 'Say since when its founders have led it; the year is what matters most.' },
    ];
  }
  if (founderLedSince > today) {
    return [
      {
        rule: 'PEO-5',
        field,
        message: `Founders cannot have led it since ${founderLedSince}: that day is yet to come.`,
      },
    ];
  }
  return [];
};

/** PEO-8: whatever is on record has a name. */
export const nameRefusals = (name: string, message: string): Refusal[] =>
  name.trim() === '' ? [{ rule: 'PEO-8', field: 'name', message }] : [];

/** PEO-15: an external id belongs to one record of its kind. */
export const externalIdRefusals = (externalId: string | null, usedBy: string | null): Refusal[] =>
  externalId === null || usedBy === null
    ? []
    : [{ rule: 'PEO-15', field: 'externalId', message: `The id ${externalId} already belongs to ${usedBy}.` }];

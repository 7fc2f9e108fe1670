import type { AllianceBody, AllianceView } from '#alliances/alliances-contract.ts';
import type { Tier } from '#alliances/domain/alliance.ts';
import type { Phase } from '#alliances/domain/alliance-phase.ts';
import { addDays, isDateOnly } from '#kernel/date-only.ts';
import type { Pick } from '#ui/PickField.tsx';
import { alliancesWords } from './alliances-words.ts';

const { form: words } = alliancesWords;

/** A field for a number holds '' while it is empty. */
type Amount = number | '';

/** What the form holds; its paths are those of the request, so that a refusal finds its field. */
export type AllianceFormValues = {
  name: string;
  externalId: string;
  purpose: string;
  phase: Phase;
  tier: Tier;
  startsOn: string;
  /** The last day of the horizon, as people say it; the request wants the day after. */
  endsOn: string;
  currency: string;
  partnerIds: (Pick | null)[];
  values: { areaId: Pick | null; amount: Amount }[];
  decisions: { decision: string; amount: Amount }[];
  objectives: { id: string | null; sentence: string }[];
};

export const newAllianceValues = (currency: string): AllianceFormValues => ({
  name: '',
  externalId: '',
  purpose: '',
  phase: 'strategy',
  tier: 'core',
  startsOn: '',
  endsOn: '',
  currency,
  partnerIds: [null],
  values: [{ areaId: null, amount: '' }],
  decisions: [],
  objectives: [{ id: null, sentence: '' }],
});

export const valuesOfAlliance = (alliance: AllianceView): AllianceFormValues => ({
  name: alliance.name,
  externalId: alliance.externalId ?? '',
  purpose: alliance.purpose,
  phase: alliance.phase,
  tier: alliance.tier,
  startsOn: alliance.startsOn,
  endsOn: addDays(alliance.endsOn, -1),
  currency: alliance.currency,
  partnerIds: alliance.partners.map(({ id, name }) => ({ id, name })),
  values: alliance.values.map(({ area, amount }) => ({ areaId: area, amount })),
  decisions: alliance.decisions.map(({ decision, amount }) => ({ decision, amount: amount ?? '' })),
  objectives: alliance.objectives.map(({ id, sentence }) => ({ id, sentence })),
});

const isUntouched = (line: Record<string, unknown>): boolean =>
  Object.values(line).every((part) => part === null || part === '');

/** Lines that nobody touched are no mistake: they go before the rest is checked. */
export const withoutEmptyLines = (values: AllianceFormValues): AllianceFormValues => ({
  ...values,
  partnerIds: values.partnerIds.length > 1 ? values.partnerIds.filter((pick) => pick !== null) : values.partnerIds,
  values: values.values.filter((line) => !isUntouched(line)),
  decisions: values.decisions.filter((line) => !isUntouched(line)),
  objectives: values.objectives.filter((line) => !isUntouched(line)),
});

/** What is still missing before the server could even read it, by field; what it means is the server's to judge. */
export const gapsIn = ({ startsOn, endsOn, values }: AllianceFormValues): Record<string, string> => ({
  ...(startsOn ? {} : { startsOn: words.needDay }),
  ...(endsOn ? {} : { endsOn: words.needDay }),
  ...Object.fromEntries(
    values.flatMap(({ areaId, amount }, place) => [
      ...(areaId ? [] : [[`values.${place}.areaId`, words.pickArea]]),
      ...(amount === '' ? [[`values.${place}.amount`, words.needAmount]] : []),
    ]),
  ),
});

export const bodyOf = ({ phase: _, ...values }: AllianceFormValues): AllianceBody => ({
  ...values,
  partnerIds: values.partnerIds.flatMap((pick) => pick?.id ?? []),
  externalId: values.externalId || null,
  endsOn: isDateOnly(values.endsOn) ? addDays(values.endsOn, 1) : values.endsOn,
  values: values.values.map(({ areaId, amount }) => ({ areaId: areaId?.id ?? '', amount: Number(amount) })),
  decisions: values.decisions.map(({ decision, amount }) => ({ decision, amount: amount === '' ? null : amount })),
});

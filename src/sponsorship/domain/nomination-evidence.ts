import type { AllianceFacts, CandidateFacts } from './candidate.ts';
import { dayInWords } from './day-in-words.ts';
import { converted, inWords } from './plain-numbers.ts';
import type { SponsorshipPolicy } from './sponsorship-policy.ts';

/**
 * Why this person, to that person, from facts on record alone: no score, no comparison, nothing foretold. Empty when nothing
 * on record speaks for itself.
 */
export const evidenceForNominee = (
  candidate: CandidateFacts,
  alliance: AllianceFacts,
  policy: SponsorshipPolicy,
): readonly string[] =>
  [valueLanding, decisionsWithin, besideCounterpart, inOwnObjectives, standing].flatMap((speak) => {
    const sentence = speak(candidate, alliance, policy);
    return sentence === null ? [] : [sentence];
  });

type Speak = (candidate: CandidateFacts, alliance: AllianceFacts, policy: SponsorshipPolicy) => string | null;

const valueLanding: Speak = ({ areas }, { valueLines }, { referenceValue, exchangeRates }) => {
  const landing = valueLines.filter(({ areaPath }) => areas?.some(({ id }) => areaPath.includes(id)));
  const amount = landing.reduce((sum, { yearly }) => sum + (converted(yearly, referenceValue, exchangeRates) ?? 0), 0);
  if (amount <= 0) return null;
  const where = inList([...new Set(landing.map(({ areaName }) => areaName))].slice(0, 3));
  return `${inWords({ amount, currency: referenceValue.currency })} a year of this alliance's value lands where you answer for results: ${where}.`;
};

const decisionsWithin: Speak = ({ decisionRights }, { decisionsNeeded }, { referenceValue, exchangeRates }) => {
  const within = decisionsNeeded.filter(({ kind, amount }) => {
    const right = decisionRights?.find((one) => one.kind === kind);
    if (!right) return false;
    if (right.upTo === null) return true;
    const limit = converted(right.upTo, referenceValue, exchangeRates);
    const needed = amount && converted(amount, referenceValue, exchangeRates);
    return limit !== null && needed !== null && needed <= limit;
  });
  if (within.length === 0) return null;
  const which = inList(within.map(({ label }) => label));
  return decisionsNeeded.length === 1
    ? `The decision that the alliance will need is yours to take: ${which}.`
    : `${within.length} of the ${decisionsNeeded.length} decisions that the alliance will need ${within.length === 1 ? 'is' : 'are'} yours to take: ${which}.`;
};

const besideCounterpart: Speak = ({ level }, { counterpart }) =>
  counterpart && counterpart.level !== null && counterpart.level === level
    ? `You are at the same level as ${counterpart.name}, the sponsor on the partner's side.`
    : null;

const inOwnObjectives: Speak = ({ stake }) =>
  stake && stake.rating >= 50 ? "The alliance's result is part of your own objectives." : null;

const standing: Speak = ({ post }) =>
  post ? `You have held the post of ${post.title} since ${dayInWords(post.since)}.` : null;

const inList = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

export type AskedOf = {
  readonly partners: readonly string[];
  readonly managerName: string | null;
  readonly counterpartName: string | null;
};

/** What is asked of an executive sponsor, in sentences (M1 to M8). */
export const askedOfSponsor = ({ partners, managerName, counterpartName }: AskedOf): readonly string[] => {
  const manager = managerName ?? 'the alliance manager';
  const partner = partners.length > 0 ? inList(partners) : 'the partner';
  return [
    'Stand behind the alliance at the top of our company, and win other executives over for it.',
    'Give direction, and decide what cannot be settled below you.',
    counterpartName
      ? `Build a working relationship with ${counterpartName}, the sponsor at ${partner}.`
      : `Build a working relationship with your counterpart at ${partner}, once one is named.`,
    `Answer for the results as a whole, while ${manager} runs the alliance from day to day.`,
    `Expect about half an hour a month with ${manager} and a meeting each quarter with your counterpart.`,
  ];
};

import { scoreOn } from './anchor-scale.ts';
import type { AllianceFacts, CandidateFacts, DecisionNeeded } from './candidate.ts';
import { absent, between, type CriterionPart, type CriterionScore, type Interval, known } from './criterion.ts';
import { converted, oneDecimal } from './plain-numbers.ts';
import type { SponsorshipPolicy } from './sponsorship-policy.ts';

/** One ingredient of authority before it is averaged: its bounds where known, and what to say of it. */
type Ingredient = {
  readonly name: string;
  readonly bounds: Interval | null;
  readonly evidence: string;
  readonly lacking: { readonly fact: string; readonly about: 'candidate' | 'alliance' } | null;
};

/**
 * C: half authority (the mean of the known ones of level, budget percentile and share of the needed decisions within the
 * person's rights), half network percentile (R1). Both halves are among the parts. Without a network it is authority alone, and
 * the part says so; without any authority on record that half is an interval.
 */
export const clout = (
  candidate: CandidateFacts,
  alliance: AllianceFacts,
  policy: SponsorshipPolicy,
): CriterionScore => {
  const ingredients = [
    levelOf(candidate, policy),
    budgetOf(candidate, policy),
    decisionsOf(candidate, alliance, policy),
  ];
  const network =
    candidate.networkPercentile === null ? null : scoreOn(policy.anchors.network, candidate.networkPercentile);
  const authority = meanOf(ingredients.flatMap(({ bounds }) => (bounds ? [bounds] : [])));
  const whole = halves(authority, network);
  const parts = [
    authorityPart(authority),
    ...ingredients.map((ingredient) => partOf(ingredient, ingredients, network)),
    networkPart(candidate, network, authority),
  ];
  if (whole[0] === whole[1]) return known('clout', whole[0], parts);
  return between('clout', whole, parts);
};

/** Clout from its halves; an unknown authority may be anything, an unknown network leaves authority alone. */
const halves = (authority: Interval | null, network: number | null): Interval => {
  const [low, high] = authority ?? [0, 100];
  return network === null ? [low, high] : [(low + network) / 2, (high + network) / 2];
};

const meanOf = (bounds: readonly Interval[]): Interval | null => {
  if (bounds.length === 0) return null;
  const sum = bounds.reduce(([low, high], [l, h]) => [low + l, high + h] as const, [0, 0] as Interval);
  return [sum[0] / bounds.length, sum[1] / bounds.length];
};

const authorityPart = (authority: Interval | null): CriterionPart => {
  if (authority === null)
    return { name: 'authority', value: null, evidence: "Nothing on record tells of this person's authority." };
  const [low, high] = authority;
  const is = low === high ? oneDecimal(low) : `between ${oneDecimal(low)} and ${oneDecimal(high)}`;
  return {
    name: 'authority',
    value: low === high ? low : null,
    evidence: `Authority is ${is} of 100: the mean of what is known of it.`,
  };
};

const partOf = (
  { name, bounds, evidence, lacking }: Ingredient,
  all: readonly Ingredient[],
  network: number | null,
): CriterionPart => {
  const value = bounds && bounds[0] === bounds[1] ? bounds[0] : null;
  if (!lacking) return { name, value, evidence };
  // What clout would become if this one alone were known: at its worst, at its best.
  const [worst, best] = bounds ?? [0, 100];
  const others = all.flatMap((one) => (one.name !== name && one.bounds ? [one.bounds] : []));
  const low = halves(meanOf([...others, [worst, worst]]), network)[0];
  const high = halves(meanOf([...others, [best, best]]), network)[1];
  return { name, value, evidence, missing: { ...lacking, could: [low, high] } };
};

const networkPart = (candidate: CandidateFacts, network: number | null, authority: Interval | null): CriterionPart => {
  if (network !== null) {
    const place = oneDecimal(candidate.networkPercentile ?? 0);
    return { name: 'network', value: network, evidence: `Percentile ${place} among those whom colleagues seek out.` };
  }
  return absent('network', 'Who seeks this person out is not on record: clout is authority alone.', {
    fact: 'network',
    about: 'candidate',
    could: [halves(authority, 0)[0], halves(authority, 100)[1]],
  });
};

const levelOf = ({ level }: CandidateFacts, policy: SponsorshipPolicy): Ingredient => {
  if (level === null) {
    return {
      name: 'level',
      bounds: null,
      evidence: 'The level is not on record.',
      lacking: { fact: 'level', about: 'candidate' },
    };
  }
  const score = scoreOn(policy.anchors.level, level);
  return { name: 'level', bounds: [score, score], evidence: `Level ${level} of 6.`, lacking: null };
};

const budgetOf = ({ budgetPercentile }: CandidateFacts, policy: SponsorshipPolicy): Ingredient => {
  if (budgetPercentile === null) {
    const lacking = { fact: 'budget', about: 'candidate' } as const;
    return { name: 'budget', bounds: null, evidence: 'The budget is not on record.', lacking };
  }
  const score = scoreOn(policy.anchors.budget, budgetPercentile);
  const evidence = `Percentile ${oneDecimal(budgetPercentile)} by budget.`;
  return { name: 'budget', bounds: [score, score], evidence, lacking: null };
};

const decisionsOf = (candidate: CandidateFacts, alliance: AllianceFacts, policy: SponsorshipPolicy): Ingredient => {
  const name = 'decisions';
  const total = alliance.decisionsNeeded.length;
  if (total === 0) {
    const evidence = 'Which decisions this alliance will need is not on record.';
    return { name, bounds: null, evidence, lacking: { fact: 'decisionsNeeded', about: 'alliance' } };
  }
  if (candidate.decisionRights === null) {
    const evidence = 'The decision rights are not on record.';
    return { name, bounds: null, evidence, lacking: { fact: 'decisionRights', about: 'candidate' } };
  }
  const answers = alliance.decisionsNeeded.map((decision) => isWithinRights(decision, candidate, policy));
  const yes = answers.filter((answer) => answer === true).length;
  const open = answers.filter((answer) => answer === null).length;
  const bounds = [
    scoreOn(policy.anchors.decisions, yes / total),
    scoreOn(policy.anchors.decisions, (yes + open) / total),
  ] as const;
  const evidence = `${yes} of the ${total} decisions needed lie within this person's rights${open > 0 ? `, ${open} cannot be told for want of an amount in a known currency` : ''}.`;
  return { name, bounds, evidence, lacking: open > 0 ? { fact: 'decisionAmounts', about: 'alliance' } : null };
};

/** Null when it can't be told: the right has a limit, and the decision's amount is not on record or not comparable with it. */
const isWithinRights = (
  needed: DecisionNeeded,
  candidate: CandidateFacts,
  policy: SponsorshipPolicy,
): boolean | null => {
  const kind = needed.kind.trim().toLowerCase();
  const rights = candidate.decisionRights?.filter((right) => right.kind.trim().toLowerCase() === kind) ?? [];
  let isOpen = false;
  for (const { upTo } of rights) {
    if (upTo === null) return true;
    const limit = converted(upTo, policy.referenceValue, policy.exchangeRates);
    const amount = needed.amount && converted(needed.amount, policy.referenceValue, policy.exchangeRates);
    const isSame = needed.amount?.currency === upTo.currency;
    if (isSame ? (needed.amount?.amount ?? 0) <= upTo.amount : limit !== null && amount !== null && amount <= limit)
      return true;
    if (!isSame && (limit === null || amount === null)) isOpen = true;
  }
  return isOpen ? null : false;
};

import type { Refusal } from '#kernel/decision.ts';
import {
  type Flip,
  type PlacedCandidate,
  type PreparedAdditive,
  prepareAdditive,
  type RobustnessSettings,
  rankAdditive,
} from './additive-ranking.ts';
import type { AllianceFacts, CandidateFacts } from './candidate.ts';
import { criterionScorer } from './criteria.ts';
import {
  type ByCriterion,
  byCriterion,
  type Criterion,
  type CriterionScore,
  criteria,
  type Interval,
} from './criterion.ts';
import { ineligibility, loadWarning } from './eligibility.ts';
import { type FindOutNext, findOutNext } from './find-out-next.ts';
import { outlooksFor, type SpellHistory } from './longevity.ts';
import type { ProfileName, SponsorshipPolicy } from './sponsorship-policy.ts';
import { type Verdict, verdictIn } from './verdict.ts';
import type { WeightSpace } from './weight-sample.ts';

/** `profile`, `swings`: instead of the policy's own; swings given here are taken as they are, founder-led or not. */
export type RankInput = {
  readonly alliance: AllianceFacts;
  readonly candidates: readonly CandidateFacts[];
  readonly policy: SponsorshipPolicy;
  readonly profile?: ProfileName;
  readonly swings?: Partial<ByCriterion>;
  readonly history?: SpellHistory;
  readonly weights?: WeightSpace;
};

/** One eligible candidate with everything the score opens into; `note` warns of load. */
export type EligibleCandidate = {
  readonly id: string;
  readonly name: string;
  readonly scores: readonly CriterionScore[];
  readonly note: string | null;
};

export type RankedCandidate = EligibleCandidate & {
  readonly rank: number;
  /** 0 to 100; where values are missing, the middle of `range`. */
  readonly score: number;
  readonly range: Interval;
  readonly contributions: ByCriterion;
  readonly firstRank: number;
  readonly centralWeights: ByCriterion | null;
};

export type FilteredCandidate = { readonly id: string; readonly name: string; readonly refusals: readonly Refusal[] };

/** SPO-14: `short` with one or two eligible candidates (M10): a short question instead of a table; `none` without any. */
export type RankingMode = 'none' | 'short' | 'full';

export type RankingResult = {
  readonly mode: RankingMode;
  readonly profile: ProfileName;
  readonly swings: ByCriterion;
  readonly weights: ByCriterion;
  readonly weightSpace: WeightSpace;
  readonly settings: RobustnessSettings;
  readonly ranked: readonly RankedCandidate[];
  readonly filtered: readonly FilteredCandidate[];
  readonly flip: (Flip & { readonly criterion: Criterion }) | null;
  readonly verdict: Verdict;
  readonly findOutNext: readonly FindOutNext[];
};

/** Everything worked out that does not depend on the weights: what a slider needs to rank again. */
export type PreparedRanking = {
  readonly profile: ProfileName;
  readonly swings: ByCriterion;
  readonly weightSpace: WeightSpace;
  readonly eligible: readonly EligibleCandidate[];
  readonly filtered: readonly FilteredCandidate[];
  readonly additive: PreparedAdditive;
};

/**
 * Ranks candidates for one alliance (R1): hard filters first, then the six criteria on fixed scales, the weighted sum, and how
 * far the result depends on the weights. The same facts and policy give the same result on the server and in the browser.
 */
export const rankCandidates = (input: RankInput): RankingResult => {
  const prepared = prepareRanking(input);
  return rerank(prepared, prepared.swings);
};

export const prepareRanking = (input: RankInput): PreparedRanking => {
  const { alliance, policy } = input;
  const profile = input.profile ?? policy.profile;
  const outlooks = outlooksFor(alliance, policy, policy.profiles[profile].kept, input.history ?? {});
  const scoresOf = criterionScorer(alliance, policy, outlooks);
  const eligible: EligibleCandidate[] = [];
  const filtered: FilteredCandidate[] = [];
  for (const candidate of input.candidates) {
    const { id, name } = candidate;
    const refusals = ineligibility(candidate, alliance, policy);
    if (refusals.length > 0) filtered.push({ id, name, refusals });
    else {
      eligible.push({ id, name, scores: scoresOf(candidate), note: loadWarning(candidate, alliance, policy) });
    }
  }
  const swings = { ...effectiveSwings(policy, profile, alliance.partnerFounderLed), ...input.swings };
  return prepared({ profile, swings, weightSpace: input.weights ?? 'ordered', eligible, filtered }, policy.robustness);
};

/** The same preparation from a result that was stored or sent: enough for sliders, without the facts behind it. */
export const preparedFrom = (result: RankingResult): PreparedRanking => {
  const { profile, swings, weightSpace, ranked, filtered, settings } = result;
  return prepared({ profile, swings, weightSpace, eligible: ranked, filtered }, settings);
};

/**
 * Ranks again with other swings, as a slider does: only the weighted sums and the count of first places are done anew. All
 * weightings are counted with the full sample, drawn once for a preparation and dealt out anew when the order changes.
 */
export const rerank = (ready: PreparedRanking, swings: ByCriterion): RankingResult => {
  const { profile, weightSpace, eligible, filtered, additive } = ready;
  const inOrder = criteria.map((criterion) => Math.max(0, swings[criterion]));
  const { weights, candidates, flip } = rankAdditive(additive, inOrder, weightSpace);
  const byId = new Map(eligible.map((candidate) => [candidate.id, candidate]));
  const ranked = candidates.flatMap((placed) => {
    const candidate = byId.get(placed.id);
    return candidate ? [withPlace(candidate, placed)] : [];
  });
  const named = flip && { ...flip, criterion: flip.criterion as Criterion };
  return {
    mode: ranked.length === 0 ? 'none' : ranked.length <= 2 ? 'short' : 'full',
    profile,
    swings,
    weights: inCriteria(weights),
    weightSpace,
    settings: additive.settings,
    ranked,
    filtered,
    flip: named,
    verdict: verdictIn(ranked, named, additive.settings),
    findOutNext: findOutNext(ranked, inCriteria(weights)),
  };
};

/** SPO-15: the profile's swings; longevity counts more when the partner is founder-led (R1, M13). */
export const effectiveSwings = (
  policy: SponsorshipPolicy,
  profile: ProfileName,
  isFounderLed: boolean,
): ByCriterion => {
  const { swings } = policy.profiles[profile];
  return isFounderLed ? { ...swings, longevity: swings.longevity * policy.founderLedLongevityFactor } : swings;
};

const prepared = (
  basis: Omit<PreparedRanking, 'additive'>,
  { samples, seed, clear, depends }: RobustnessSettings,
): PreparedRanking => {
  const rows = basis.eligible.map(({ id, scores }) => ({ id, values: scores.map((score) => score.interval) }));
  return { ...basis, additive: prepareAdditive(criteria, rows, { samples, seed, clear, depends }) };
};

const withPlace = ({ id, name, scores, note }: EligibleCandidate, placed: PlacedCandidate): RankedCandidate => ({
  id,
  name,
  scores,
  note,
  rank: placed.rank,
  score: placed.score,
  range: placed.range,
  contributions: inCriteria(placed.contributions),
  firstRank: placed.firstRank,
  centralWeights: placed.centralWeights && inCriteria(placed.centralWeights),
});

const inCriteria = (values: readonly number[]): ByCriterion =>
  byCriterion((criterion) => values[criteria.indexOf(criterion)] ?? 0);

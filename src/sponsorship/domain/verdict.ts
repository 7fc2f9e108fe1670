import { type RobustnessSettings, type VerdictWord, verdictOf } from './additive-ranking.ts';
import { type ByCriterion, type Criterion, criteria } from './criterion.ts';

/**
 * R1's words on a ranking. `criterion`: the one on whose weight the result depends most, when it depends; `finalists`: those
 * to look at, the likeliest first, which is the winner alone when the result is clear.
 */
export type Verdict = {
  readonly word: VerdictWord;
  readonly firstRank: number;
  readonly criterion: Criterion | null;
  readonly finalists: readonly string[];
};

type Judged = { readonly id: string; readonly firstRank: number; readonly centralWeights: ByCriterion | null };

/** `ranked` in rank order. */
export const verdictIn = (
  ranked: readonly Judged[],
  flip: { readonly criterion: Criterion } | null,
  settings: RobustnessSettings,
): Verdict => {
  const winner = ranked[0];
  if (!winner) return { word: 'open', firstRank: 0, criterion: null, finalists: [] };
  const word = verdictOf(winner.firstRank, settings);
  const criterion = word === 'depends' ? (flip?.criterion ?? widestBelief(winner, ranked)) : null;
  return {
    word,
    firstRank: winner.firstRank,
    criterion,
    finalists: word === 'clear' ? [winner.id] : finalistsOf(ranked),
  };
};

/** Those who together are first in nine of ten weightings, five at most. */
const finalistsOf = (ranked: readonly Judged[]): readonly string[] => {
  const likeliest = ranked
    .filter(({ firstRank }) => firstRank > 0)
    .toSorted((one, other) => other.firstRank - one.firstRank);
  let covered = 0;
  const finalists: string[] = [];
  for (const { id, firstRank } of likeliest.slice(0, 5)) {
    if (covered >= 0.9) break;
    covered += firstRank;
    finalists.push(id);
  }
  return finalists;
};

/** Where no single weight turns the result: the criterion on which believers in the winner and in the next differ most. */
const widestBelief = (winner: Judged, ranked: readonly Judged[]): Criterion | null => {
  const rivals = ranked.filter(({ id }) => id !== winner.id).toSorted((one, other) => other.firstRank - one.firstRank);
  const [ours, theirs] = [winner.centralWeights, rivals[0]?.centralWeights];
  if (!ours || !theirs) return null;
  const apart = (criterion: Criterion) => Math.abs(ours[criterion] - theirs[criterion]);
  return criteria.toSorted((one, other) => apart(other) - apart(one))[0] ?? null;
};

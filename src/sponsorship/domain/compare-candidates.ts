import type { Refusal } from '#kernel/decision.ts';
import { type Criterion, criteria } from './criterion.ts';
import type { RankedCandidate, RankingResult } from './ranking.ts';
import { levelWeight } from './weight-flip.ts';

/** One criterion of two candidates; `points` is what it adds to the lead of the first of them. */
export type CriterionDifference = {
  readonly criterion: Criterion;
  readonly one: number;
  readonly other: number;
  readonly points: number;
};

/** What would put the candidate behind level with the one ahead: a value of theirs, or a weight, all else being as it is. */
export type WhatWouldHaveToChange =
  | { readonly kind: 'value'; readonly criterion: Criterion; readonly from: number; readonly to: number }
  | { readonly kind: 'weight'; readonly criterion: Criterion; readonly from: number; readonly to: number };

/**
 * SPO-13: why one candidate stands before another, or is not on the list at all: 'why not X' always has an answer. `lead` is in points
 * of the score, 0 or more; `ahead` and `behind` are ids.
 */
export type Comparison =
  | { readonly kind: 'unknown'; readonly id: string }
  | { readonly kind: 'filtered'; readonly id: string; readonly name: string; readonly refusals: readonly Refusal[] }
  | {
      readonly kind: 'compared';
      readonly ahead: string;
      readonly behind: string;
      readonly lead: number;
      readonly differences: readonly CriterionDifference[];
      readonly changes: readonly WhatWouldHaveToChange[];
    };

/** Two candidates side by side; differences in order of what they contribute to the lead, changes the smallest first. */
export const compareCandidates = (result: RankingResult, oneId: string, otherId: string): Comparison => {
  for (const id of [oneId, otherId]) {
    const filtered = result.filtered.find((candidate) => candidate.id === id);
    if (filtered) return { kind: 'filtered', ...filtered };
    if (!result.ranked.some((candidate) => candidate.id === id)) return { kind: 'unknown', id };
  }
  const [ahead, behind] = result.ranked.filter(({ id }) => id === oneId || id === otherId);
  if (!ahead || !behind) return { kind: 'unknown', id: otherId };
  const differences = criteria.map((criterion) => differenceIn(criterion, ahead, behind));
  return {
    kind: 'compared',
    ahead: ahead.id,
    behind: behind.id,
    lead: ahead.score - behind.score,
    differences: differences.toSorted((one, other) => other.points - one.points),
    changes: changesFor(result, ahead, behind),
  };
};

/** Why this candidate is not first: the comparison with the one who is. */
export const whyNot = (result: RankingResult, id: string): Comparison => {
  const first = result.ranked[0];
  return compareCandidates(result, id, first?.id === id ? (result.ranked[1]?.id ?? id) : (first?.id ?? id));
};

const valueOf = (candidate: RankedCandidate, criterion: Criterion): number => {
  const [low, high] = candidate.scores[criteria.indexOf(criterion)]?.interval ?? [0, 100];
  return (low + high) / 2;
};

const differenceIn = (criterion: Criterion, ahead: RankedCandidate, behind: RankedCandidate): CriterionDifference => ({
  criterion,
  one: valueOf(ahead, criterion),
  other: valueOf(behind, criterion),
  points: ahead.contributions[criterion] - behind.contributions[criterion],
});

const changesFor = (
  { weights }: RankingResult,
  ahead: RankedCandidate,
  behind: RankedCandidate,
): readonly WhatWouldHaveToChange[] => {
  const lead = ahead.score - behind.score;
  const values = criteria.flatMap((criterion): WhatWouldHaveToChange[] => {
    const from = valueOf(behind, criterion);
    const to = from + lead / weights[criterion];
    return to <= 100 ? [{ kind: 'value', criterion, from, to }] : [];
  });
  const differences = criteria.map((criterion) => valueOf(ahead, criterion) - valueOf(behind, criterion));
  const inOrder = criteria.map((criterion) => weights[criterion]);
  const flips = criteria.flatMap((criterion, index): WhatWouldHaveToChange[] => {
    const to = levelWeight(differences, inOrder, index);
    return to === null ? [] : [{ kind: 'weight', criterion, from: weights[criterion], to }];
  });
  const size = ({ from, to }: WhatWouldHaveToChange) => Math.abs(to - from);
  return [
    ...values.toSorted((one, other) => size(one) - size(other)),
    ...flips.toSorted((one, other) => size(one) - size(other)),
  ];
};

import type { ByCriterion, Criterion, CriterionScore, MissingFact } from './criterion.ts';

/**
 * SPO-12: a fact not on record that could change who is first. `overturnsBy`: by how many points of the score the best answer would put
 * `couldWin` ahead of today's first; the bigger, the more it is worth finding out.
 */
export type FindOutNext = {
  readonly fact: string;
  readonly about: 'candidate' | 'alliance';
  readonly candidateId: string | null;
  readonly criterion: Criterion;
  readonly overturnsBy: number;
  readonly couldWin: string;
};

type Scored = { readonly id: string; readonly score: number; readonly scores: readonly CriterionScore[] };
type Gap = {
  readonly candidate: Scored;
  readonly criterion: Criterion;
  readonly middle: number;
  readonly missing: MissingFact;
};

/** More than these would be a list, not advice. */
const mostShown = 20;

/** A tie is no change, and rounding is not a lead. */
const rounding = 1e-9;

/** `ranked` in rank order; each missing fact is asked alone, all others staying at the middle of what they could be. */
export const findOutNext = (ranked: readonly Scored[], weights: ByCriterion): readonly FindOutNext[] => {
  const [winner, second] = ranked;
  if (!winner || !second) return [];
  const shared = new Map<string, Gap[]>();
  const found: FindOutNext[] = [];
  for (const gap of gapsOf(ranked)) {
    if (gap.missing.about === 'candidate') {
      const change = ofCandidate(gap, winner, second, weights);
      if (change) found.push(change);
      continue;
    }
    const known = shared.get(gap.missing.fact);
    if (known) known.push(gap);
    else shared.set(gap.missing.fact, [gap]);
  }
  for (const gaps of shared.values()) {
    const change = ofAlliance(gaps, ranked, winner, weights);
    if (change) found.push(change);
  }
  return found
    .toSorted((one, other) => other.overturnsBy - one.overturnsBy || (keyOf(one) < keyOf(other) ? -1 : 1))
    .slice(0, mostShown);
};

const gapsOf = (ranked: readonly Scored[]): readonly Gap[] => {
  const gaps: Gap[] = [];
  for (const candidate of ranked) {
    for (const { criterion, interval, parts } of candidate.scores) {
      for (const { missing } of parts) {
        if (missing) gaps.push({ candidate, criterion, middle: (interval[0] + interval[1]) / 2, missing });
      }
    }
  }
  return gaps;
};

/** The first may turn out worse, another may turn out better. */
const ofCandidate = (gap: Gap, winner: Scored, second: Scored, weights: ByCriterion): FindOutNext | null => {
  const { candidate, criterion, middle, missing } = gap;
  const isWinner = candidate.id === winner.id;
  const swing = weights[criterion] * (isWinner ? middle - missing.could[0] : missing.could[1] - middle);
  const overturnsBy = swing - (winner.score - (isWinner ? second.score : candidate.score));
  const couldWin = isWinner ? second.id : candidate.id;
  if (overturnsBy <= rounding) return null;
  return { fact: missing.fact, about: 'candidate', candidateId: candidate.id, criterion, overturnsBy, couldWin };
};

/** One answer moves all candidates at once: by the listed cases where there are some, else each to its own best or worst. */
const ofAlliance = (
  gaps: readonly Gap[],
  ranked: readonly Scored[],
  winner: Scored,
  weights: ByCriterion,
): FindOutNext | null => {
  const [first] = gaps;
  if (!first) return null;
  const { criterion, missing } = first;
  const gapOf = new Map(gaps.map((gap) => [gap.candidate.id, gap]));
  const moved = (candidate: Scored, valueIn: (gap: Gap) => number): number => {
    const gap = gapOf.get(candidate.id);
    return gap ? candidate.score + weights[criterion] * (valueIn(gap) - gap.middle) : candidate.score;
  };
  const caseCount = missing.cases?.length ?? 1;
  let best: { couldWin: string; overturnsBy: number } | null = null;
  for (let answer = 0; answer < caseCount; answer += 1) {
    const inCase = (side: 0 | 1) => (gap: Gap) => gap.missing.cases?.[answer] ?? gap.missing.could[side];
    const toBeat = moved(winner, inCase(0));
    for (const candidate of ranked) {
      const overturnsBy = candidate.id === winner.id ? 0 : moved(candidate, inCase(1)) - toBeat;
      if (overturnsBy > (best?.overturnsBy ?? rounding)) best = { couldWin: candidate.id, overturnsBy };
    }
  }
  return best && { fact: missing.fact, about: 'alliance', candidateId: null, criterion, ...best };
};

const keyOf = ({ fact, candidateId }: FindOutNext): string => `${candidateId ?? ''} ${fact}`;

import type { Interval } from './criterion.ts';
import { robustness, type ValueMatrix } from './robustness.ts';
import { smallestFlip } from './weight-flip.ts';
import { blocksOf, dealt, sortedSample, type WeightSample, type WeightSpace } from './weight-sample.ts';

/** A known value, the bounds of one that is not known well, or null for nothing known: anything from 0 to 100. */
export type GivenValue = number | Interval | null;

export type AdditiveCandidate = { readonly id: string; readonly values: readonly GivenValue[] };

/**
 * SPO-8: one candidate's place. `score` and `contributions` (by criterion, adding up to it) take the middle of what is not known;
 * `range` is what the score could be. `rank` counts those clearly ahead, plus one: equal scores share a rank.
 */
export type PlacedCandidate = {
  readonly id: string;
  readonly rank: number;
  readonly score: number;
  readonly range: Interval;
  readonly contributions: readonly number[];
  readonly firstRank: number;
  readonly centralWeights: readonly number[] | null;
};

/** The smallest change of one weight, of `criterion`, that lets `rival` overtake the first. */
export type Flip = { readonly criterion: string; readonly rival: string; readonly from: number; readonly to: number };

export type VerdictWord = 'clear' | 'depends' | 'open';

export type AdditiveRanking = {
  readonly weights: readonly number[];
  readonly candidates: readonly PlacedCandidate[];
  readonly flip: Flip | null;
  readonly verdict: VerdictWord;
};

/** How many weightings to sample, by which seed, and from which share of first places a result is clear or depends. */
export type RobustnessSettings = {
  readonly samples: number;
  readonly seed: number;
  readonly clear: number;
  readonly depends: number;
};

/** Values laid out once, so that ranking again with other swings costs only the arithmetic. */
export type PreparedAdditive = {
  readonly criteria: readonly string[];
  readonly ids: readonly string[];
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly middle: ValueMatrix;
  readonly settings: RobustnessSettings;
  /** Samples drawn so far, by number of criteria that weigh: the same for every order of the same number. */
  readonly drawn: Map<number, WeightSample>;
};

export const prepareAdditive = (
  criteria: readonly string[],
  candidates: readonly AdditiveCandidate[],
  settings: RobustnessSettings,
): PreparedAdditive => {
  const width = criteria.length;
  const low = new Float64Array(candidates.length * width);
  const high = new Float64Array(candidates.length * width);
  for (const [row, { values }] of candidates.entries()) {
    for (let j = 0; j < width; j += 1) {
      const value = values[j] ?? [0, 100];
      low[row * width + j] = typeof value === 'number' ? value : value[0];
      high[row * width + j] = typeof value === 'number' ? value : value[1];
    }
  }
  const middle = low.map((value, index) => (value + (high[index] ?? 0)) / 2);
  return {
    criteria,
    ids: candidates.map(({ id }) => id),
    low,
    high,
    middle: { count: candidates.length, criteriaCount: width, values: middle },
    settings,
    drawn: new Map(),
  };
};

/** w_j = s_j / sum of s (R1); when no swing is above 0 nothing is preferred, and all weigh the same. */
export const weightsOf = (swings: readonly number[]): readonly number[] => {
  const sum = swings.reduce((total, swing) => total + swing, 0);
  return swings.map((swing) => (sum > 0 ? swing / sum : 1 / swings.length));
};

/** Scores this close are equal: only rounding tells them apart. */
const rounding = 1e-9;

/**
 * SPO-7: U_i = sum of w_j v_ij on fixed scales (R1): what one candidate scores depends on nobody else. Places are by score, equal ones
 * in order of id.
 */
export const rankAdditive = (
  prepared: PreparedAdditive,
  swings: readonly number[],
  space: WeightSpace = 'ordered',
): AdditiveRanking => {
  const { ids, middle, criteria } = prepared;
  const weights = weightsOf(swings);
  const width = criteria.length;
  const contributionsOf = (row: number) => weights.map((weight, j) => weight * (middle.values[row * width + j] ?? 0));
  const weigh = (values: Float64Array, row: number) =>
    weights.reduce((sum, weight, j) => sum + weight * (values[row * width + j] ?? 0), 0);
  const scores = ids.map((_, row) => weigh(middle.values, row));
  const idAt = (row: number) => ids[row] ?? '';
  const order = Array.from(ids.keys()).toSorted(
    (one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || (idAt(one) < idAt(other) ? -1 : 1),
  );
  const { firstRank, centralWeights } = askWeightings(prepared, swings, space);
  let rank = 0;
  const candidates = order.map((row, place): PlacedCandidate => {
    const score = scores[row] ?? 0;
    if (place === 0 || (scores[order[place - 1] ?? 0] ?? 0) - score > rounding) rank = place + 1;
    return {
      id: idAt(row),
      rank,
      score,
      range: [weigh(prepared.low, row), weigh(prepared.high, row)],
      contributions: contributionsOf(row),
      firstRank: firstRank[row] ?? 0,
      centralWeights: centralWeights[row] ?? null,
    };
  });
  return {
    weights,
    candidates,
    flip: flipOf(prepared, order, weights),
    verdict: verdictOf(candidates[0]?.firstRank ?? 0, prepared.settings),
  };
};

/** SPO-11: R1's words: from `clear` on (.8) the result is clear, from `depends` on (.5) it depends on the weights, below it is open. */
export const verdictOf = (firstRank: number, { clear, depends }: RobustnessSettings): VerdictWord =>
  firstRank >= clear ? 'clear' : firstRank >= depends ? 'depends' : 'open';

const askWeightings = (prepared: PreparedAdditive, swings: readonly number[], space: WeightSpace) => {
  const { middle, settings, drawn } = prepared;
  const stated = blocksOf(swings, space);
  const blocks = stated.length > 0 ? stated : blocksOf(swings, 'free');
  const count = blocks.flat().length;
  const sorted = drawn.get(count) ?? sortedSample(count, settings.samples, settings.seed);
  drawn.set(count, sorted);
  return robustness(middle, blocks, dealt(sorted, blocks, middle.criteriaCount, settings.seed));
};

const flipOf = (prepared: PreparedAdditive, order: readonly number[], weights: readonly number[]): Flip | null => {
  const width = prepared.criteria.length;
  const valuesOf = (row: number) => prepared.middle.values.subarray(row * width, (row + 1) * width);
  const [winner, ...rivals] = order;
  if (winner === undefined) return null;
  const flip = smallestFlip(valuesOf(winner), rivals.map(valuesOf), weights);
  return (
    flip && {
      criterion: prepared.criteria[flip.criterion] ?? '',
      rival: prepared.ids[rivals[flip.rival] ?? 0] ?? '',
      from: flip.from,
      to: flip.to,
    }
  );
};

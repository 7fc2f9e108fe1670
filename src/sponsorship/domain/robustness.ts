import { type Blocks, dealt, sortedSample, type WeightSample } from './weight-sample.ts';

/** Values of candidates by criterion, row after row: value of candidate i on criterion j at [i x criteriaCount + j]. */
export type ValueMatrix = { readonly count: number; readonly criteriaCount: number; readonly values: Float64Array };

/**
 * `firstRank`: b1, the share of the sampled weightings in which each candidate is first, equals sharing; sums to 1.
 * `centralWeights`: the mean of the weightings in which a candidate is first, what one would have to believe; null if none.
 */
export type Robustness = {
  readonly firstRank: Float64Array;
  readonly centralWeights: readonly (readonly number[] | null)[];
};

/**
 * SPO-9: who is first in what share of the weightings (R1; after Lahdelma and others' SMAA, 1998). Exactly the count that trying
 * every candidate in every sample gives, but those who cannot win anywhere are left out first.
 */
export const robustness = (matrix: ValueMatrix, blocks: Blocks, sample: WeightSample): Robustness => {
  const contenders = possibleWinners(matrix, blocks);
  const groups = equalsTogether(matrix, blocks.flat(), contenders);
  const winners = firstInEach(
    matrix,
    groups.map((group) => group[0] ?? 0),
    sample,
  );
  const firstRank = new Float64Array(matrix.count);
  const sums = new Float64Array(groups.length * matrix.criteriaCount);
  const wins = new Float64Array(groups.length);
  for (const group of winners) wins[group] = (wins[group] ?? 0) + 1;
  for (const [j, column] of sample.columns.entries()) {
    for (let row = 0; row < sample.size; row += 1) {
      const at = (winners[row] ?? 0) * matrix.criteriaCount + j;
      sums[at] = (sums[at] ?? 0) + (column[row] ?? 0);
    }
  }
  const centralWeights: (readonly number[] | null)[] = Array.from({ length: matrix.count }, () => null);
  for (const [index, group] of groups.entries()) {
    const won = wins[index] ?? 0;
    for (const candidate of won > 0 ? group : []) {
      firstRank[candidate] = won / sample.size / group.length;
      const own = sums.subarray(index * matrix.criteriaCount, (index + 1) * matrix.criteriaCount);
      centralWeights[candidate] = Array.from(own, (sum) => sum / won);
    }
  }
  return { firstRank, centralWeights };
};

/** Draws a sample for the blocks and asks it. */
export const robustnessOf = (matrix: ValueMatrix, blocks: Blocks, size: number, seed: number): Robustness =>
  robustness(matrix, blocks, dealt(sortedSample(blocks.flat().length, size, seed), blocks, matrix.criteriaCount, seed));

/** More corners than this cost more than they save. */
const mostCorners = 40;

/**
 * The corners of the space of weightings, as the sets of criteria that share the weight evenly there: every weighting that
 * keeps the order is a mixture of all of them. Without equal swings these are the first, the first two, the first three...
 */
export const cornersOf = (blocks: Blocks): readonly (readonly number[])[] => {
  const [first = [], ...others] = blocks;
  let above = [...first];
  const corners: number[][] = first.map((criterion) => [criterion]);
  for (const block of others) {
    // Too many ways to take part of a large block: each criterion alone covers them all, only less sharply.
    if (2 ** block.length > mostCorners) return blocks.flat().map((criterion) => [criterion]);
    for (let chosen = 1; chosen < 2 ** block.length; chosen += 1) {
      corners.push([...above, ...block.filter((_, index) => (chosen >> index) & 1)]);
    }
    above = [...above, ...block];
  }
  return corners.length > mostCorners ? above.map((criterion) => [criterion]) : corners;
};

/**
 * Candidates not beaten at every corner by one and the same other. Between corners the score is a mixture of those at the
 * corners, so who is behind another at all of them (level at most at some) is behind everywhere inside.
 */
const possibleWinners = ({ count, criteriaCount, values }: ValueMatrix, blocks: Blocks): readonly number[] => {
  const corners = cornersOf(blocks);
  const width = corners.length;
  const scores = new Float64Array(count * width);
  const sums = new Float64Array(count);
  for (const [corner, members] of corners.entries()) {
    for (let i = 0; i < count; i += 1) {
      let sum = 0;
      for (const j of members) sum += values[i * criteriaCount + j] ?? 0;
      scores[i * width + corner] = sum;
      sums[i] = (sums[i] ?? 0) + sum / members.length;
    }
  }
  const isBeaten = (one: number, by: number): boolean => {
    let isBehind = false;
    for (let corner = 0; corner < width; corner += 1) {
      const mine = scores[one * width + corner] ?? 0;
      const theirs = scores[by * width + corner] ?? 0;
      if (mine > theirs) return false;
      if (mine < theirs) isBehind = true;
    }
    return isBehind;
  };
  const bestFirst = Array.from(sums.keys()).toSorted((one, other) => (sums[other] ?? 0) - (sums[one] ?? 0));
  const standing: number[] = [];
  for (const candidate of bestFirst) {
    let place = 0;
    while (place < standing.length && !isBeaten(candidate, standing[place] ?? 0)) place += 1;
    if (place === standing.length) standing.push(candidate);
  }
  return standing;
};

/** Candidates with the same values on everything that weighs share a win. */
const equalsTogether = (
  { criteriaCount, values }: ValueMatrix,
  active: readonly number[],
  candidates: readonly number[],
): readonly (readonly number[])[] => {
  const groups = new Map<string, number[]>();
  for (const candidate of candidates) {
    const key = active.map((j) => values[candidate * criteriaCount + j]).join(' ');
    const group = groups.get(key);
    if (group) group.push(candidate);
    else groups.set(key, [candidate]);
  }
  return [...groups.values()];
};

/** Samples are gone through in stretches that fit the processor's nearest memory. */
const stretch = 512;

/** For each sample the place, in `candidates`, of the one with the highest score. */
const firstInEach = (
  { criteriaCount, values }: ValueMatrix,
  candidates: readonly number[],
  { size, columns }: WeightSample,
): Int32Array => {
  const winner = new Int32Array(size);
  const best = new Float64Array(stretch);
  const score = new Float64Array(stretch);
  for (let from = 0; from < size; from += stretch) {
    const length = Math.min(stretch, size - from);
    const parts = columns.map((column) => column.subarray(from, from + length));
    best.fill(Number.NEGATIVE_INFINITY);
    for (let place = 0; place < candidates.length; place += 1) {
      const row = (candidates[place] ?? 0) * criteriaCount;
      score.fill(0);
      for (let j = 0; j < criteriaCount; j += 1) {
        const value = values[row + j] as number;
        const part = parts[j] as Float64Array;
        for (let s = 0; s < length; s += 1) (score[s] as number) += value * (part[s] as number);
      }
      for (let s = 0; s < length; s += 1) {
        if ((score[s] as number) > (best[s] as number)) {
          best[s] = score[s] as number;
          winner[from + s] = place;
        }
      }
    }
  }
  return winner;
};

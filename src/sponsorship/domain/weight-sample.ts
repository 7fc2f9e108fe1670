import { exponentialDraw, seededRandom } from '#kernel/random.ts';

/** Which weightings are asked: all that keep the order of the swings, or all there are. */
export type WeightSpace = 'ordered' | 'free';

/** Criteria (by number) of equal swing together, the heaviest first; those of swing 0 weigh nothing and are left out. */
export type Blocks = readonly (readonly number[])[];

/** Sampled weightings: one column for each criterion, one row for each sample; each row sums to 1. */
export type WeightSample = { readonly size: number; readonly columns: readonly Float64Array[] };

/**
 * The order that the swings state. Between equal swings no order is stated, so samples let either be the heavier; if all are
 * equal, every weighting keeps the order. In the free space the swings are not asked at all.
 */
export const blocksOf = (swings: readonly number[], space: WeightSpace): Blocks => {
  const all = swings.map((_, index) => index);
  if (space === 'free') return [all];
  const sizes = [...new Set(swings)].filter((swing) => swing > 0).toSorted((one, other) => other - one);
  return sizes.map((size) => all.filter((index) => swings[index] === size));
};

/**
 * Points spread evenly over the weightings of `count` criteria, each row sorted from the heaviest down: exponential draws
 * divided by their sum (Rubinstein 1982). A seed always gives the same points.
 */
export const sortedSample = (count: number, size: number, seed: number): WeightSample => {
  const random = seededRandom(seed);
  const columns = Array.from({ length: count }, () => new Float64Array(size));
  const row = new Float64Array(count);
  for (let sample = 0; sample < size; sample += 1) {
    let sum = 0;
    for (let index = 0; index < count; index += 1) {
      const draw = exponentialDraw(random);
      sum += draw;
      let place = index;
      for (; place > 0 && (row[place - 1] ?? 0) < draw; place -= 1) row[place] = row[place - 1] ?? 0;
      row[place] = draw;
    }
    for (let index = 0; index < count; index += 1) {
      const column = columns[index];
      if (column) column[sample] = (row[index] ?? 0) / sum;
    }
  }
  return { size, columns };
};

/**
 * Deals a sorted sample out to the criteria: each block takes its places, and within a block of several the places are dealt
 * by luck anew in each sample. Without equal swings nothing is copied, so a slider that keeps the order costs nothing here.
 */
export const dealt = (sorted: WeightSample, blocks: Blocks, criteriaCount: number, seed: number): WeightSample => {
  const zero = new Float64Array(sorted.size);
  const columns: Float64Array[] = Array.from({ length: criteriaCount }, () => zero);
  const random = seededRandom(seed ^ 0x5bd1e995);
  let place = 0;
  for (const block of blocks) {
    const own = sorted.columns.slice(place, place + block.length);
    const mixed = block.length === 1 ? own : own.map((column) => column.slice());
    if (block.length > 1) shuffleRows(mixed, sorted.size, random);
    for (const [index, criterion] of block.entries()) columns[criterion] = mixed[index] ?? zero;
    place += block.length;
  }
  return { size: sorted.size, columns };
};

const shuffleRows = (columns: readonly Float64Array[], size: number, random: () => number): void => {
  for (let last = columns.length - 1; last > 0; last -= 1) {
    const one = columns[last] as Float64Array;
    for (let sample = 0; sample < size; sample += 1) {
      const other = columns[Math.floor(random() * (last + 1))] as Float64Array;
      const held = one[sample] ?? 0;
      one[sample] = other[sample] ?? 0;
      other[sample] = held;
    }
  }
};

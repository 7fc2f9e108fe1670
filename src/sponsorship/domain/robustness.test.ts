import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cornersOf, robustness, robustnessOf, type ValueMatrix } from './robustness.ts';
import { blocksOf, dealt, sortedSample, type WeightSample } from './weight-sample.ts';

const matrixOf = (rows: readonly (readonly number[])[]): ValueMatrix => ({
  count: rows.length,
  criteriaCount: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat()),
});

const sampleFor = (swings: readonly number[], space: 'ordered' | 'free' = 'ordered', size = 500, seed = 3) => {
  const blocks = blocksOf(swings, space);
  return { blocks, sample: dealt(sortedSample(blocks.flat().length, size, seed), blocks, swings.length, seed) };
};

/** Everybody tried in every sample, equals sharing. */
const bruteForce = (rows: readonly (readonly number[])[], { size, columns }: WeightSample): number[] => {
  const share = rows.map(() => 0);
  for (let s = 0; s < size; s += 1) {
    const scores = rows.map((row) => row.reduce((sum, value, j) => sum + value * (columns[j]?.[s] ?? 0), 0));
    const best = Math.max(...scores);
    const first = scores.flatMap((score, i) => (best - score < 1e-9 ? [i] : []));
    for (const i of first) share[i] = (share[i] ?? 0) + 1 / first.length / size;
  }
  return share;
};

const rowsOf = (most: number) =>
  fc.integer({ min: 2, max: 5 }).chain((width) =>
    fc.record({
      rows: fc.array(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: most,
      }),
      swings: fc
        .array(fc.constantFrom(0, 20, 40, 60, 80, 100), { minLength: width, maxLength: width })
        .filter((swings) => swings.some((swing) => swing > 0)),
      space: fc.constantFrom('ordered' as const, 'free' as const),
    }),
  );

describe('sampled weightings (R1)', () => {
  it('add up to 1 and keep the order of the swings; equal swings go either way', () => {
    const { sample } = sampleFor([40, 100, 80, 80, 0]);
    let firstOfEqualsAhead = 0;
    for (let s = 0; s < sample.size; s += 1) {
      const row = sample.columns.map((column) => column[s] ?? 0);
      const [a = 0, b = 0, c = 0, d = 0, e = 0] = row;
      expect(a + b + c + d + e).toBeCloseTo(1, 12);
      expect(b).toBeGreaterThanOrEqual(Math.max(c, d));
      expect(Math.min(c, d)).toBeGreaterThanOrEqual(a);
      expect(e).toBe(0);
      if (c > d) firstOfEqualsAhead += 1;
    }
    expect(firstOfEqualsAhead / sample.size).toBeGreaterThan(0.4);
    expect(firstOfEqualsAhead / sample.size).toBeLessThan(0.6);
  });

  it('lie evenly: three ordered weights average 11/18, 5/18, 2/18', () => {
    const { sample } = sampleFor([3, 2, 1], 'ordered', 40_000);
    const means = sample.columns.map((column) => column.reduce((sum, weight) => sum + weight, 0) / sample.size);
    expect(means[0]).toBeCloseTo(11 / 18, 2);
    expect(means[1]).toBeCloseTo(5 / 18, 2);
    expect(means[2]).toBeCloseTo(2 / 18, 2);
  });

  it('lie evenly over the whole space when free: each averages a third', () => {
    const { sample } = sampleFor([3, 2, 1], 'free', 40_000);
    for (const column of sample.columns) {
      expect(column.reduce((sum, weight) => sum + weight, 0) / sample.size).toBeCloseTo(1 / 3, 2);
    }
  });

  it('are the same for the same seed', () => {
    expect(sampleFor([2, 2, 1], 'ordered', 50, 9)).toEqual(sampleFor([2, 2, 1], 'ordered', 50, 9));
    expect(sampleFor([2, 2, 1], 'ordered', 50, 9)).not.toEqual(sampleFor([2, 2, 1], 'ordered', 50, 8));
  });

  it('are mixtures of the corners: without equal swings of the first, the first two, the first three', () => {
    expect(cornersOf(blocksOf([1, 3, 2], 'ordered'))).toEqual([[1], [1, 2], [1, 2, 0]]);
    expect(cornersOf(blocksOf([3, 2, 2], 'ordered'))).toEqual([[0], [0, 1], [0, 2], [0, 1, 2]]);
    expect(cornersOf(blocksOf([1, 3, 2], 'free'))).toEqual([[0], [1], [2]]);
  });
});

describe('SPO-9: b1, the share of weightings in which a candidate is first (R1)', () => {
  it('is known in closed form for two candidates and two ordered criteria', () => {
    // a leads when 10 w1 > 6 w1 + 8 w2, that is w1 > 2/3; w1 is even on [1/2, 1]: two thirds of it
    const rows = [
      [10, 0],
      [6, 8],
    ];
    const { firstRank } = robustnessOf(matrixOf(rows), blocksOf([2, 1], 'ordered'), 10_000, 1);
    expect(Math.abs((firstRank[0] ?? 0) - 2 / 3)).toBeLessThan(0.0098);
  });

  it('is known in closed form for any two: the sum over corners m where one leads of the product of m/(m - other)', () => {
    const lead = [-20, -5, -6.6, 20, 50, 50];
    const corners = lead.map((_, k) => lead.slice(0, k + 1).reduce((sum, d) => sum + d, 0) / (k + 1));
    const exact = corners.reduce((sum, m, k) => {
      const factors = corners.filter((_, other) => other !== k).map((other) => m / (m - other));
      return m > 0 ? sum + factors.reduce((product, factor) => product * factor, 1) : sum;
    }, 0);
    const blocks = blocksOf([100, 90, 80, 60, 50, 40], 'ordered');
    const { firstRank } = robustnessOf(matrixOf([lead.map((d) => 50 + d), lead.map(() => 50)]), blocks, 10_000, 1);
    expect(Math.abs((firstRank[0] ?? 0) - exact)).toBeLessThan(0.0098);
  });

  it('says what one would have to believe: the mean weights of the wins', () => {
    const { centralWeights } = robustnessOf(
      matrixOf([
        [10, 0],
        [6, 8],
        [1, 1],
      ]),
      blocksOf([2, 1], 'ordered'),
      10_000,
      1,
    );
    expect(centralWeights[0]?.[0]).toBeCloseTo(5 / 6, 2);
    expect(centralWeights[1]?.[0]).toBeCloseTo(7 / 12, 2);
    expect(centralWeights[2]).toBeNull();
  });

  it('is what trying everybody in every sample gives', () => {
    fc.assert(
      fc.property(rowsOf(25), ({ rows, swings, space }) => {
        const { blocks, sample } = sampleFor(swings, space, 120);
        const { firstRank } = robustness(matrixOf(rows), blocks, sample);
        for (const [i, share] of bruteForce(rows, sample).entries()) expect(firstRank[i]).toBeCloseTo(share, 9);
      }),
      { numRuns: 300 },
    );
  });

  it('is what trying everybody gives with many candidates over the whole default length of stretches', () => {
    const rows = Array.from({ length: 300 }, (_, i) =>
      [1, 7, 13, 19, 29, 31].map((step) => ((i + 1) * step * 37) % 101),
    );
    const { blocks, sample } = sampleFor([100, 90, 80, 60, 50, 40], 'ordered', 1300);
    const { firstRank } = robustness(matrixOf(rows), blocks, sample);
    for (const [i, share] of bruteForce(rows, sample).entries()) expect(firstRank[i]).toBeCloseTo(share, 9);
  });

  it('adds up to 1', () => {
    fc.assert(
      fc.property(rowsOf(12), ({ rows, swings, space }) => {
        const { blocks, sample } = sampleFor(swings, space, 60);
        const total = robustness(matrixOf(rows), blocks, sample).firstRank.reduce((sum, share) => sum + share, 0);
        expect(total).toBeCloseTo(1, 9);
      }),
    );
  });

  it('is 0 for a dominated candidate', () => {
    fc.assert(
      fc.property(rowsOf(8), fc.nat(), fc.nat(), ({ rows, swings, space }, which, where) => {
        const base = rows[which % rows.length] ?? [];
        const active = blocksOf(swings, space).flat();
        const worse = active[where % active.length];
        const dominated = base.map((value, j) => (j === worse ? value - 1 : value));
        const { blocks, sample } = sampleFor(swings, space, 60);
        expect(robustness(matrixOf([...rows, dominated]), blocks, sample).firstRank.at(-1)).toBe(0);
      }),
    );
  });

  it('is shared by equals', () => {
    const { firstRank } = robustnessOf(
      matrixOf([
        [5, 5],
        [5, 5],
        [9, 0],
      ]),
      blocksOf([1, 1], 'ordered'),
      1000,
      1,
    );
    expect(firstRank[0]).toBe(firstRank[1]);
    expect(firstRank.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });
});

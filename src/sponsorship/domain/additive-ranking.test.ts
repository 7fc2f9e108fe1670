import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AdditiveCandidate, prepareAdditive, rankAdditive, verdictOf } from './additive-ranking.ts';
import { levelWeight, smallestFlip } from './weight-flip.ts';

const settings = { samples: 200, seed: 1, clear: 0.8, depends: 0.5 };

const ranked = (
  swings: readonly number[],
  candidates: readonly AdditiveCandidate[],
  space: 'ordered' | 'free' = 'ordered',
) =>
  rankAdditive(
    prepareAdditive(
      swings.map((_, index) => `c${index}`),
      candidates,
      settings,
    ),
    swings,
    space,
  );

const points = fc.integer({ min: 0, max: 100 });
const given = fc.oneof(
  { weight: 4, arbitrary: points },
  fc.constant(null),
  fc.tuple(points, points).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const),
);
const problem = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.record({
    swings: fc
      .array(fc.integer({ min: 0, max: 100 }), { minLength: width, maxLength: width })
      .filter((swings) => swings.some((swing) => swing > 0)),
    candidates: fc
      .array(fc.array(given, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 })
      .map((rows) => rows.map((values, index) => ({ id: `p${index}`, values }))),
  }),
);

describe('the weighted sum (R1)', () => {
  it('SPO-7: weighs by w_j = s_j / sum of s and lists the best first', () => {
    const result = ranked(
      [50, 30, 20],
      [
        { id: 'b', values: [40, 100, 50] },
        { id: 'a', values: [80, 20, 50] },
      ],
    );
    expect(result.weights).toEqual([0.5, 0.3, 0.2]);
    expect(result.candidates.map(({ id, rank, score }) => [id, rank, score])).toEqual([
      ['b', 1, 60],
      ['a', 2, 56],
    ]);
    expect(result.candidates[1]?.contributions).toEqual([40, 6, 10]);
  });

  it('SPO-8: shows what is missing as a range and ranks by its middle: an interval, not a zero', () => {
    const result = ranked(
      [50, 50],
      [
        { id: 'known', values: [60, 40] },
        { id: 'unknown', values: [60, null] },
        { id: 'bounded', values: [60, [30, 34]] },
      ],
    );
    expect(result.candidates.map(({ id, score, range }) => [id, score, range])).toEqual([
      ['unknown', 55, [30, 80]],
      ['known', 50, [50, 50]],
      ['bounded', 46, [45, 47]],
    ]);
  });

  it('gives equal scores the same rank, in order of id', () => {
    const values = [10, 20];
    const result = ranked(
      [1, 2],
      [
        { id: 'z', values },
        { id: 'a', values },
        { id: 'last', values: [0, 0] },
      ],
    );
    expect(result.candidates.map(({ id, rank }) => [id, rank])).toEqual([
      ['a', 1],
      ['z', 1],
      ['last', 3],
    ]);
  });

  it('has contributions that add up to the score, within the range', () => {
    fc.assert(
      fc.property(problem, ({ swings, candidates }) => {
        for (const { contributions, score, range } of ranked(swings, candidates).candidates) {
          expect(contributions.reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 9);
          expect(score).toBeGreaterThanOrEqual(range[0] - 1e-9);
          expect(score).toBeLessThanOrEqual(range[1] + 1e-9);
        }
      }),
    );
  });

  it('never lowers a rank when a value rises', () => {
    fc.assert(
      fc.property(
        problem,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 50 }),
        ({ swings, candidates }, who, what, more) => {
          const chosen = candidates[who % candidates.length];
          const column = what % swings.length;
          const value = chosen?.values[column];
          fc.pre(typeof value === 'number');
          const raised = candidates.map((candidate) =>
            candidate === chosen
              ? {
                  ...candidate,
                  values: candidate.values.map((old, j) => (j === column ? Math.min(100, Number(old) + more) : old)),
                }
              : candidate,
          );
          const rankIn = (list: typeof candidates) =>
            ranked(swings, list).candidates.find(({ id }) => id === chosen?.id)?.rank ?? 0;
          expect(rankIn(raised)).toBeLessThanOrEqual(rankIn(candidates));
        },
      ),
    );
  });

  it("changes nobody else's score when a candidate comes or goes", () => {
    fc.assert(
      fc.property(problem, fc.nat(), ({ swings, candidates }, who) => {
        const gone = candidates[who % candidates.length]?.id;
        const scores = (list: typeof candidates) =>
          Object.fromEntries(
            ranked(swings, list)
              .candidates.filter(({ id }) => id !== gone)
              .map(({ id, score }) => [id, score]),
          );
        expect(scores(candidates.filter(({ id }) => id !== gone))).toEqual(scores(candidates));
      }),
    );
  });

  it('gives everybody a share of first places that adds up to 1, in either space', () => {
    fc.assert(
      fc.property(problem, fc.constantFrom('ordered' as const, 'free' as const), ({ swings, candidates }, space) => {
        const total = ranked(swings, candidates, space).candidates.reduce((sum, { firstRank }) => sum + firstRank, 0);
        expect(total).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('weight flip (R1)', () => {
  it('is t* = -R / (d_j - R)', () => {
    // winner leads by 40 on the first, is behind by 30 on the second, level on the third
    const weights = [0.5, 0.3, 0.2];
    const rest = (0.5 * 40) / 0.7;
    expect(levelWeight([40, -30, 0], weights, 1)).toBeCloseTo(-rest / (-30 - rest), 12);
    expect(levelWeight([40, 30, 0], weights, 0)).toBeNull();
    expect(levelWeight([40], [1], 0)).toBeNull();
  });

  it('SPO-10: really flips: the winner leads just before it, is level at it, and is behind just beyond it', () => {
    fc.assert(
      fc.property(problem, ({ swings, candidates }) => {
        const known = candidates.map(({ id, values }) => ({
          id,
          values: values.map((value) => (typeof value === 'number' ? value : 50)),
        }));
        const { candidates: placed, weights, flip } = ranked(swings, known);
        fc.pre(flip !== null && Math.abs(flip.to - flip.from) > 1e-6);
        if (!flip) return;
        const column = Number(flip.criterion.slice(1));
        const valuesOf = (id: string | undefined) => known.find((candidate) => candidate.id === id)?.values ?? [];
        const lead = (weight: number) => {
          const others = (1 - weight) / (1 - (weights[column] ?? 0));
          const changed = weights.map((old, j) => (j === column ? weight : old * others));
          const sumOf = (values: readonly number[]) =>
            values.reduce((sum, value, j) => sum + value * (changed[j] ?? 0), 0);
          return sumOf(valuesOf(placed[0]?.id)) - sumOf(valuesOf(flip.rival));
        };
        const step = Math.sign(flip.to - flip.from) * Math.min(1e-7, flip.to / 2, (1 - flip.to) / 2);
        expect(lead(flip.to - step)).toBeGreaterThan(0);
        expect(lead(flip.to)).toBeCloseTo(0, 9);
        expect(lead(flip.to + step)).toBeLessThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('is the smallest of all, and there is none against a dominated rival', () => {
    expect(smallestFlip([60, 60], [[50, 50]], [0.5, 0.5])).toBeNull();
    const flip = smallestFlip(
      [60, 60],
      [
        [70, 0],
        [0, 90],
      ],
      [0.5, 0.5],
    );
    expect(flip?.rival).toBe(1);
    expect(Math.abs((flip?.to ?? 0) - (flip?.from ?? 0))).toBeCloseTo(1 / 6, 12);
  });
});

describe('SPO-11: words for robustness (R1)', () => {
  it.each([
    [1, 'clear'],
    [0.8, 'clear'],
    [0.7999, 'depends'],
    [0.5, 'depends'],
    [0.4999, 'open'],
    [0, 'open'],
  ])('at b1 %d: %s', (firstRank, word) => {
    expect(verdictOf(firstRank, settings)).toBe(word);
  });
});

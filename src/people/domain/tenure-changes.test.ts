import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionalSurvival, expectedShare, survivalOf } from './tenure.ts';
import { sponsorChanges } from './tenure-changes.ts';
import { simulateChanges } from './tenure-simulation.ts';
import { sponsorshipOutlook, sponsorshipShare } from './tenure-sponsorship.ts';

const rotation = { shape: 4, mean: 3.5 };
const published = { role: rotation, exitRate: 0.05, horizon: 10 };

describe('changes of sponsor over the horizon (R2)', () => {
  it.each([
    [0, 2.7, 0.319],
    [0.85, 0.83, 0.688],
    [1, 0.5, 0.787],
  ])(
    'with k 4, mean 3.5, h 5%%, 10 years and kept %d: %d changes, the same sponsor for %d of the time',
    (kept, changes, share) => {
      const answer = sponsorChanges({ ...published, kept });
      expect(Number(answer.expectedChanges.toFixed(2))).toBe(changes);
      expect(Number(answer.share.toFixed(3))).toBe(share);
    },
  );

  it('has a closed form with shape 1: a constant rate h + (1 - kept) / mean', () => {
    for (const kept of [0, 0.5, 0.85, 1]) {
      const rate = 0.05 + (1 - kept) / 3.5;
      const answer = sponsorChanges({ role: { shape: 1, mean: 3.5 }, exitRate: 0.05, kept, horizon: 10, served: 7 });
      expect(answer.expectedChanges).toBeCloseTo(10 * rate, 7);
      expect(answer.noChange).toBeCloseTo(Math.exp(-10 * rate), 7);
      expect(answer.share).toBeCloseTo((1 - Math.exp(-10 * rate)) / (10 * rate), 7);
    }
  });

  it('never changes when nobody leaves and every move is kept', () => {
    expect(sponsorChanges({ role: rotation, exitRate: 0, kept: 1, horizon: 10 })).toEqual({
      expectedChanges: expect.closeTo(0, 9),
      noChange: expect.closeTo(1, 9),
      share: expect.closeTo(1, 9),
    });
  });

  it('expects a change soon with someone long overdue', () => {
    const fresh = sponsorChanges({ ...published, kept: 0 });
    const overdue = sponsorChanges({ ...published, kept: 0, served: 6 });
    expect(overdue.expectedChanges).toBeGreaterThan(fresh.expectedChanges);
    expect(overdue.share).toBeLessThan(0.05);
  });

  it.each([
    { ...published, kept: 0.85 },
    { ...published, kept: 0, served: 2 },
    { role: { shape: 1.5, mean: 6.7 }, exitRate: 0.05, kept: 0.5, horizon: 5, served: 3 },
    { role: { shape: 0.7, mean: 4 }, exitRate: 0.02, kept: 0.3, horizon: 8 },
    { role: rotation, exitRate: 0.05, kept: 0.4, horizon: 10, served: 9 },
  ])('agrees with a seeded simulation within 3 standard errors: %j', (question) => {
    const exact = sponsorChanges(question);
    const { standardErrors, ...simulated } = simulateChanges(question, 40_000, 7);
    for (const name of ['expectedChanges', 'noChange', 'share'] as const) {
      expect(Math.abs(simulated[name] - exact[name]), name).toBeLessThanOrEqual(3 * standardErrors[name] + 1e-9);
    }
  });

  it('plays the same paths for the same seed, other paths for another', () => {
    const question = { ...published, kept: 0.5 };
    expect(simulateChanges(question, 500, 3)).toEqual(simulateChanges(question, 500, 3));
    expect(simulateChanges(question, 500, 3)).not.toEqual(simulateChanges(question, 500, 4));
  });
});

describe('share of the horizon with the same sponsor (R2)', () => {
  const areaHead = { shape: 1.5, mean: 6.7 };

  it('is the plain share of the role and the exit when no move is kept', () => {
    for (const served of [0, 1, 5, 20]) {
      const outlook = sponsorshipOutlook({ role: areaHead, exitRate: 0.05, kept: 0 }, 5);
      const present = conditionalSurvival(areaHead, served);
      const expected = expectedShare((years) => Math.exp(-0.05 * years) * present(years), 5);
      expect(sponsorshipShare(outlook, present)).toBeCloseTo(expected, 8);
    }
  });

  it('gives ranking the same share as the finer computation', () => {
    for (const [role, served] of [
      [areaHead, 3],
      [rotation, 2],
      [rotation, 8],
      [{ shape: 0.8, mean: 5 }, 0],
    ] as const) {
      const spell = { role, exitRate: 0.05, kept: 0.85 };
      const fast = sponsorshipShare(sponsorshipOutlook(spell, 7), conditionalSurvival(role, served));
      expect(fast).toBeCloseTo(sponsorChanges({ ...spell, horizon: 7, served }).share, 4);
    }
  });

  it('drops at an announced date: q 1 at 2 of 6 years leaves a third of the two-year share', () => {
    const spell = { role: areaHead, exitRate: 0.05, kept: 0.5 };
    const present = survivalOf(areaHead);
    const cut = sponsorshipShare(sponsorshipOutlook(spell, 6), present, [{ at: 2, q: 1 }]);
    expect(cut).toBeCloseTo(sponsorshipShare(sponsorshipOutlook(spell, 2), present) / 3, 6);
    expect(sponsorshipShare(sponsorshipOutlook(spell, 6), present, [{ at: 0, q: 0.25 }])).toBeCloseTo(
      0.75 * sponsorshipShare(sponsorshipOutlook(spell, 6), present),
      6,
    );
  });

  it('rises with the chance that a move is kept, and falls with the rate of leaving', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(chance, chance, fc.double({ min: 0, max: 12, noNaN: true }), (one, other, served) => {
        const share = (kept: number, exitRate: number) =>
          sponsorshipShare(
            sponsorshipOutlook({ role: rotation, exitRate, kept }, 8),
            conditionalSurvival(rotation, served),
          );
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(share(more, 0.05)).toBeGreaterThanOrEqual(share(less, 0.05) - 1e-9);
        expect(share(0.5, less / 4)).toBeGreaterThanOrEqual(share(0.5, more / 4) - 1e-9);
      }),
      { numRuns: 25 },
    );
  });
});

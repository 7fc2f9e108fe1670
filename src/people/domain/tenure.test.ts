import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaussLegendre, integral } from './tenure-integral.ts';
import {
  conditionalSurvival,
  expectedShare,
  learnedSpell,
  learnFrom,
  meanElapsed,
  predictiveSurvival,
  priorBelief,
  scaleOf,
  survivalOf,
  tenure,
} from './tenure.ts';

const areaHead = { shape: 1.5, mean: 6.7 };
const rotation = { shape: 4, mean: 3.5 };
const founder = { shape: 1, mean: 14 };

/** A fine midpoint sum, a second way to the same integral. */
const plainSum = (f: (x: number) => number, to: number, pieces = 2_000_000) => {
  let sum = 0;
  for (let piece = 0; piece < pieces; piece += 1) sum += f(((piece + 0.5) / pieces) * to);
  return (sum * to) / pieces;
};

const role = fc.record({
  shape: fc.double({ min: 0.4, max: 8, noNaN: true }),
  mean: fc.double({ min: 0.5, max: 30, noNaN: true }),
});
const years = fc.double({ min: 0, max: 20, noNaN: true });

describe('integration', () => {
  it('is exact for polynomials up to degree 2n - 1', () => {
    const { nodes, weights } = gaussLegendre(5);
    for (let degree = 0; degree <= 9; degree += 1) {
      const sum = nodes.reduce((total, node, index) => total + (weights[index] ?? 0) * node ** degree, 0);
      expect(sum).toBeCloseTo(1 / (degree + 1), 14);
    }
  });

  it('keeps its error below 1e-9 at a root-like start and at a steep fall', () => {
    expect(Math.abs(integral((x) => Math.sqrt(x), 0, 1) - 2 / 3)).toBeLessThan(1e-9);
    expect(Math.abs(integral((x) => Math.exp(-1000 * x), 0, 10) - 0.001)).toBeLessThan(1e-9);
  });
});

describe('a spell in a role (R2)', () => {
  it('has the mean it was given: eta = mean / Gamma(1 + 1/k)', () => {
    for (const spell of [areaHead, rotation, founder]) {
      expect(integral(survivalOf(spell), 0, spell.mean * 60)).toBeCloseTo(spell.mean, 9);
    }
    expect(scaleOf(founder)).toBeCloseTo(14, 12);
  });

  it('has no memory with shape 1: a founder of 30 years stays as likely as a new one', () => {
    expect(conditionalSurvival(founder, 30)(5)).toBeCloseTo(Math.exp(-5 / 14), 12);
    expect(conditionalSurvival(founder, 0)(5)).toBeCloseTo(Math.exp(-5 / 14), 12);
  });

  it('is S(a + N) / S(a)', () => {
    const alone = survivalOf(areaHead);
    expect(conditionalSurvival(areaHead, 3)(2)).toBeCloseTo(alone(5) / alone(3), 12);
  });

  it('gives an area head of 3 years a share over 5 years that a plain sum confirms', () => {
    const survival = conditionalSurvival(areaHead, 3);
    expect(Math.abs(expectedShare(survival, 5) - plainSum(survival, 5) / 5)).toBeLessThan(1e-9);
  });

  it('gives a founder the share in closed form: (mean/H)(1 - e^(-H/mean))', () => {
    expect(
      Math.abs(tenure({ ...founder, served: 20, horizon: 10 }).share - 1.4 * (1 - Math.exp(-10 / 14))),
    ).toBeLessThan(1e-12);
  });

  it('says elapsed = mean (1 + cv^2) / 2: terms without variation are half over on average', () => {
    expect(meanElapsed(8, 0)).toBe(4);
    expect(meanElapsed(8, 1)).toBe(8);
  });

  it('falls with time, stays within 0 to 1, and its share lies between the end and 1', () => {
    fc.assert(
      fc.property(role, years, fc.double({ min: 0.1, max: 20, noNaN: true }), (spell, served, horizon) => {
        const { stays, share } = tenure({ ...spell, served, horizon });
        expect(stays).toBeGreaterThanOrEqual(0);
        expect(share).toBeGreaterThanOrEqual(stays - 1e-12);
        expect(share).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

describe('announced moves (R2)', () => {
  const question = { ...areaHead, served: 2, horizon: 6 };

  it('multiply the chance by 1 - q from the date on, and not before', () => {
    const plain = tenure(question).stays;
    expect(tenure({ ...question, announced: [{ at: 5.99, q: 0.4 }] }).stays).toBeCloseTo(plain * 0.6, 12);
    expect(tenure({ ...question, announced: [{ at: 6, q: 0.4 }] }).stays).toBeCloseTo(plain * 0.6, 12);
    expect(tenure({ ...question, announced: [{ at: 6.01, q: 0.4 }] }).stays).toBeCloseTo(plain, 12);
  });

  it('cut the share at the date: a sure move after 2 of 6 years leaves what the first 2 years hold', () => {
    const share = tenure({ ...question, announced: [{ at: 2, q: 1 }] }).share;
    expect(share).toBeCloseTo(tenure({ ...question, horizon: 2 }).share / 3, 12);
  });
});

describe("learning from the company's own spells (R2)", () => {
  const spells = [
    { entry: 0, exit: 3, ended: true },
    { entry: 2, exit: 5, ended: true },
    { entry: 0, exit: 4, ended: false },
  ];

  it('adds exits and exposure, with right-censoring and delayed entry', () => {
    const belief = learnFrom({ exits: 4, exposure: 10 }, 2, spells);
    expect(belief).toEqual({ exits: 6, exposure: 10 + 9 + (25 - 4) + 16 });
  });

  it('predicts (B / (B + (a+N)^k - a^k))^A with the own running spell in B', () => {
    expect(predictiveSurvival({ exits: 6, exposure: 56 }, 2, 2)(3)).toBeCloseTo((60 / (60 + 25 - 4)) ** 6, 12);
    const prior = 4 * scaleOf({ shape: 2, mean: 6 }) ** 2;
    const exposure = prior + 9 + 21 + 16 + 4;
    const answer = tenure({ shape: 2, mean: 6, served: 2, horizon: 3, history: { pseudoExits: 4, spells } });
    expect(answer.stays).toBeCloseTo((exposure / (exposure + 21)) ** 6, 12);
  });

  it('is the average of the survival over the believed rates', () => {
    const { exits, exposure } = { exits: 3, exposure: 20 };
    const density = (rate: number) => (exposure ** exits * rate ** (exits - 1) * Math.exp(-exposure * rate)) / 2;
    const average = integral((rate) => density(rate) * Math.exp(-rate * 2.5 ** 1.5), 0, 6);
    expect(predictiveSurvival({ exits, exposure }, 1.5, 0)(2.5)).toBeCloseTo(average, 9);
  });

  it('comes close to the plain spell when the history is long and fits it', () => {
    const belief = priorBelief(rotation, 1e6);
    expect(predictiveSurvival(belief, 4, 1)(2)).toBeCloseTo(conditionalSurvival(rotation, 1)(2), 4);
    expect(learnedSpell(belief, 4).mean).toBeCloseTo(3.5, 9);
  });

  it('expects longer terms after spells that ran on, shorter after many exits', () => {
    const [running = 0, over = 0] = [false, true].map((ended) => {
      const twenty = Array.from({ length: 20 }, () => ({ entry: 0, exit: 5, ended }));
      return learnedSpell(learnFrom(priorBelief(areaHead, 4), 1.5, twenty), 1.5).mean;
    });
    expect(running).toBeGreaterThan(6.7);
    expect(over).toBeLessThan(6.7);
  });
});

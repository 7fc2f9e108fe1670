import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier } from './survival.ts';

const from0 = (exit: number, ended: boolean) => ({ entry: 0, exit, ended });

/** Weeks in remission of 21 patients on 6-MP (Freireich and others, 1963), a textbook case; + marks those still in remission. */
const sixMp = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'
  .split(' ')
  .map((week) => from0(Number.parseInt(week, 10), !week.endsWith('+')));

const placebo = '1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23'.split(' ').map((week) => from0(Number(week), true));

describe('Kaplan-Meier (R2)', () => {
  it('gives the published table of the 6-MP arm, with Greenwood standard errors', () => {
    const { table, median } = kaplanMeier(sixMp);
    const rounded = table.map(({ time, atRisk, ended, survival, standardError }) => [
      time,
      atRisk,
      ended,
      Number(survival.toFixed(4)),
      Number(standardError.toFixed(4)),
    ]);
    expect(rounded).toEqual([
      [6, 21, 3, 0.8571, 0.0764],
      [7, 17, 1, 0.8067, 0.0869],
      [10, 15, 1, 0.7529, 0.0963],
      [13, 12, 1, 0.6902, 0.1068],
      [16, 11, 1, 0.6275, 0.1141],
      [22, 7, 1, 0.5378, 0.1282],
      [23, 6, 1, 0.4482, 0.1346],
    ]);
    expect(median).toBe(23);
  });

  it('gives the published table of the placebo arm, down to 0', () => {
    const { table, median } = kaplanMeier(placebo);
    expect(table.map((row) => Number(row.survival.toFixed(4)))).toEqual([
      0.9048, 0.8095, 0.7619, 0.6667, 0.5714, 0.381, 0.2857, 0.1905, 0.1429, 0.0952, 0.0476, 0,
    ]);
    expect(table.at(-1)?.standardError).toBe(0);
    expect(median).toBe(8);
  });

  it('counts a late entrant as at risk only after the entry', () => {
    const spells = [
      from0(2, true),
      { entry: 2, exit: 5, ended: true },
      { entry: 1, exit: 4, ended: true },
      from0(6, false),
    ];
    expect(kaplanMeier(spells).table.map(({ time, atRisk }) => [time, atRisk])).toEqual([
      [2, 3],
      [4, 3],
      [5, 2],
    ]);
  });

  it('calls exactly half the median, and none when fewer have ended', () => {
    expect(kaplanMeier([from0(1, true), from0(2, true), from0(3, false), from0(3, false)]).median).toBe(2);
    expect(kaplanMeier([from0(1, true), from0(2, false), from0(3, false)]).median).toBeNull();
    expect(kaplanMeier([])).toEqual({ table: [], median: null });
  });

  it('without censoring is the plain share still there, with the binomial standard error', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 40 }), (exits) => {
        for (const row of kaplanMeier(exits.map((exit) => from0(exit, true))).table) {
          const share = exits.filter((exit) => exit > row.time).length / exits.length;
          expect(row.survival).toBeCloseTo(share, 10);
          expect(row.standardError).toBeCloseTo(Math.sqrt((share * (1 - share)) / exits.length), 10);
        }
      }),
    );
  });
});

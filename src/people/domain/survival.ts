import type { Spell } from './tenure.ts';

/** One row a time at which a spell ended; `time` in years of age in the post, `survival` and its standard error from 0 to 1. */
export type SurvivalRow = {
  readonly time: number;
  readonly atRisk: number;
  readonly ended: number;
  readonly survival: number;
  readonly standardError: number;
};

/** `median`: the first time at which at most half are still there; null when the curve never comes down so far. */
export type SurvivalTable = { readonly table: readonly SurvivalRow[]; readonly median: number | null };

/**
 * Kaplan and Meier's curve (1958) of observed spells, with delayed entry: a spell counts as at risk at time t when
 * entry < t <= exit, so one still running at t counts with those at risk there. Standard error by Greenwood (1926); it is
 * given as 0 once the curve has reached 0. With delayed entry few may be at risk early on: the curve can then reach 0 while
 * later spells still run, which is a property of the method, not an error.
 */
export const kaplanMeier = (spells: readonly Spell[]): SurvivalTable => {
  const times = [...new Set(spells.filter((spell) => spell.ended).map((spell) => spell.exit))].toSorted(
    (a, b) => a - b,
  );
  const table: SurvivalRow[] = [];
  let survival = 1;
  let greenwood = 0;
  for (const time of times) {
    const atRisk = spells.filter((spell) => spell.entry < time && time <= spell.exit).length;
    const ended = spells.filter((spell) => spell.ended && spell.exit === time && spell.entry < time).length;
    if (atRisk === 0) continue;
    survival *= 1 - ended / atRisk;
    greenwood += ended / (atRisk * (atRisk - ended));
    const standardError = survival === 0 ? 0 : survival * Math.sqrt(greenwood);
    table.push({ time, atRisk, ended, survival, standardError });
  }
  // A half reached by multiplying may come out a hair above it.
  const median = table.find((row) => row.survival <= 0.5 + 1e-12)?.time ?? null;
  return { table, median };
};

import { conditionalSurvival, type RoleSpell, scaleOf, survivalOf } from './tenure.ts';
import { type Curve, curveOf, delayedCurve, renewalCurve } from './tenure-renewal.ts';
import { sponsorshipOutlook, sponsorshipShare } from './tenure-sponsorship.ts';

/** A role's spell, the rate of leaving the company, the chance that a role move keeps the sponsorship, years of horizon and served. */
export type ChangesQuestion = {
  readonly role: RoleSpell;
  readonly exitRate: number;
  readonly kept: number;
  readonly horizon: number;
  readonly served?: number;
};

/**
 * `expectedChanges`: how many times the sponsor changes within the horizon; `noChange`: the chance that it never does;
 * `share`: the expected share of the horizon with the first sponsor.
 */
export type ChangesAnswer = { readonly expectedChanges: number; readonly noChange: number; readonly share: number };

/**
 * How often the sponsor changes over the horizon: the delayed renewal function of the sponsorship's spell, whose survival is
 * S(t) = e^(-ht) E[kept^N(t)] (R2). Computed at one step and at half of it and extrapolated; error about 1e-6 for usual spells.
 */
export const sponsorChanges = (question: ChangesQuestion): ChangesAnswer => {
  const { role, horizon, served = 0 } = question;
  const steps = stepsFor(question);
  const coarse = onGrid(question, steps);
  const fine = onGrid(question, 2 * steps);
  const share = sponsorshipShare(sponsorshipOutlook(question, horizon, 24), conditionalSurvival(role, served));
  return {
    expectedChanges: (4 * fine.changes - coarse.changes) / 3,
    noChange: Math.min(1, Math.max(0, (4 * fine.noChange - coarse.noChange) / 3)),
    share,
  };
};

const onGrid = ({ role, exitRate, kept, horizon, served = 0 }: ChangesQuestion, steps: number) => {
  const unlessExit = (curve: Curve) => curve.map((value, n) => value * Math.exp((-exitRate * horizon * n) / steps));
  const fresh = curveOf(survivalOf(role), horizon, steps);
  const present = curveOf(conditionalSurvival(role, served), horizon, steps);
  // E[kept^N(t)]: no move yet, or a first move that kept the sponsorship and then the same again from a fresh role.
  const freshKept = renewalCurve(fresh, fresh, kept);
  const laterSponsor = unlessExit(freshKept);
  const firstSponsor = unlessExit(delayedCurve(present, present, kept, freshKept));
  const changes = renewalCurve(ended(laterSponsor), laterSponsor, 1);
  const all = delayedCurve(ended(firstSponsor), firstSponsor, 1, changes);
  return { changes: all[steps] ?? 0, noChange: firstSponsor[steps] ?? 0 };
};

const ended = (survival: Curve): Curve => survival.map((value) => 1 - value);

/** Enough steps to follow a role, also one long served and about to end, within what a request may cost. */
const stepsFor = ({ role, horizon, served = 0 }: ChangesQuestion): number => {
  const scale = scaleOf(role);
  const hazard = (role.shape / scale) * Math.max(served / scale, 1) ** Math.max(role.shape - 1, 0);
  return Math.ceil(Math.min(1600, Math.max(300, 40 * hazard * horizon)));
};

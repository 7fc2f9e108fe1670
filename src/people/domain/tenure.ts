import { gamma } from './tenure-gamma.ts';
import { integral } from './tenure-integral.ts';

/** A Weibull spell: `shape` k > 0 without a unit (1 = no ageing, above 1 = the longer served the likelier to go); `mean` in completed years. */
export type RoleSpell = { readonly shape: number; readonly mean: number };

/**
 * One observed spell in years of age in the post: seen from `entry` (0, or later if it was already running when records
 * begin) to `exit`; `ended` false means that it was still running then.
 */
export type Spell = { readonly entry: number; readonly exit: number; readonly ended: boolean };

/** From `at` years from now on, the chance of still being there is multiplied by 1 - `q`. */
export type AnnouncedChance = { readonly at: number; readonly q: number };

/** The chance, given the years already served, to stay at least `years` more; 1 at 0 and never rising. */
export type Survival = (years: number) => number;

/** Weibull's scale in years: eta = mean / Gamma(1 + 1/k) (R2). */
export const scaleOf = (role: RoleSpell): number => role.mean / gamma(1 + 1 / role.shape);

/** S(t) = exp(-(t/eta)^k): the chance that a spell lasts at least t years (R2). */
export const survivalOf = (role: RoleSpell): Survival => {
  const scale = scaleOf(role);
  return (years) => Math.exp(-((years / scale) ** role.shape));
};

/** S(a + N) / S(a): the chance of N more years after a years served (R2). */
export const conditionalSurvival = (role: RoleSpell, served: number): Survival => {
  const scale = scaleOf(role);
  const hazardSoFar = (served / scale) ** role.shape;
  return (years) => Math.exp(hazardSoFar - ((served + years) / scale) ** role.shape);
};

/**
 * What is believed of the rate lambda = eta^-k: Gamma distributed with `exits` (shape) and `exposure` (rate, in years to
 * the power of k), as if that many exits had been seen over that exposure.
 */
export type RateBelief = { readonly exits: number; readonly exposure: number };

/** The belief before any record of one's own: a0 pseudo-exits, b0 = a0 eta0^k (R2). */
export const priorBelief = (role: RoleSpell, pseudoExits: number): RateBelief => ({
  exits: pseudoExits,
  exposure: pseudoExits * scaleOf(role) ** role.shape,
});

/** Bayes' rule in closed form: each exit counts one, each spell adds exit^k - entry^k of exposure (R2). */
export const learnFrom = (belief: RateBelief, shape: number, spells: readonly Spell[]): RateBelief => ({
  exits: belief.exits + spells.filter((spell) => spell.ended).length,
  exposure: spells.reduce((sum, spell) => sum + spell.exit ** shape - spell.entry ** shape, belief.exposure),
});

/**
 * The chance of N more years when the rate itself is only believed: (B / (B + (a+N)^k - a^k))^A (R2). The candidate's own
 * running spell of a years is added here as a spell not ended: leave it out of the history that formed the belief.
 */
export const predictiveSurvival = (belief: RateBelief, shape: number, served: number): Survival => {
  const own = served ** shape;
  const exposure = belief.exposure + own;
  return (years) => (exposure / (exposure + (served + years) ** shape - own)) ** belief.exits;
};

/** The Weibull spell whose rate is the belief's mean: what to assume of posts not yet begun. */
export const learnedSpell = (belief: RateBelief, shape: number): RoleSpell => ({
  shape,
  mean: (belief.exits / belief.exposure) ** (-1 / shape) * gamma(1 + 1 / shape),
});

/** Multiplies a survival by 1 - q from each announced date on (R2). */
export const withAnnounced = (survival: Survival, announced: readonly AnnouncedChance[]): Survival =>
  announced.length === 0
    ? survival
    : (years) => announced.reduce((chance, { at, q }) => (years >= at ? chance * (1 - q) : chance), survival(years));

/**
 * Expected share of the horizon (years, above 0) still in place: (1/H) times the integral of the survival from 0 to H (R2);
 * L is 100 times this. `jumps` are the years at which the survival drops at once.
 */
export const expectedShare = (survival: Survival, horizon: number, jumps: readonly number[] = []): number => {
  const inside = jumps.filter((jump) => jump > 0 && jump < horizon).toSorted((one, other) => one - other);
  const edges = [0, ...inside, horizon];
  const years = edges.slice(1).reduce((sum, to, index) => sum + integral(survival, edges[index] ?? 0, to), 0);
  return years / horizon;
};

export type TenureQuestion = RoleSpell & {
  readonly served: number;
  readonly horizon: number;
  readonly announced?: readonly AnnouncedChance[];
  readonly history?: { readonly pseudoExits: number; readonly spells: readonly Spell[] };
};

/** `stays`: chance still in place at the horizon; `share`: expected share of the horizon in place; both 0 to 1. */
export type TenureAnswer = { readonly stays: number; readonly share: number };

/** How long someone can be expected to stay, by the given spell or, with a history, by what that history teaches (R2). */
export const tenure = (question: TenureQuestion): TenureAnswer => {
  const { served, horizon, shape, history, announced = [] } = question;
  const unannounced = history
    ? predictiveSurvival(learnFrom(priorBelief(question, history.pseudoExits), shape, history.spells), shape, served)
    : conditionalSurvival(question, served);
  const survival = withAnnounced(unannounced, announced);
  // The quadrature never asks at a panel's end, so a panel up to a jump sees only what holds before it.
  const jumps = announced.map(({ at }) => at);
  return { stays: survival(horizon), share: expectedShare(survival, horizon, jumps) };
};

/** Mean elapsed time of people still in post when completed terms have this mean and coefficient of variation (R2). */
export const meanElapsed = (mean: number, coefficientOfVariation: number): number =>
  (mean * (1 + coefficientOfVariation ** 2)) / 2;

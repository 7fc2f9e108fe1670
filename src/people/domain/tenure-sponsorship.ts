import type { AnnouncedChance, RoleSpell, Survival } from './tenure.ts';
import { survivalOf } from './tenure.ts';
import { gaussLegendre } from './tenure-integral.ts';
import { accumulated, type Curve, curveOf, extrapolated, renewalCurve, valueAt } from './tenure-renewal.ts';

/**
 * When a sponsorship ends (R2): at exit from the company (`exitRate` h, a year, constant) or at a role move that is not kept
 * (`kept` rho, 0 to 1: the chance that a move keeps it). `role` describes posts that the sponsor has not yet begun.
 */
export type SponsorshipSpell = { readonly role: RoleSpell; readonly exitRate: number; readonly kept: number };

/** What is common to all candidates of one spell and horizon, worked out once. */
export type SponsorshipOutlook = {
  readonly spell: SponsorshipSpell;
  readonly horizon: number;
  /** Years from the start at which a candidate's chance to stay in the present role is asked, with their weights. */
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
  /** Expected years of sponsorship after a kept move on the very first day. */
  readonly offset: number;
  readonly later: LaterRoles;
};

/** For a role begun at 0: E[rho^N(t)], and the integral of e^(-ht) E[rho^N(t)] up to each point. */
type LaterRoles = { readonly step: number; readonly kept: Curve; readonly years: Curve };

/** Enough for an error below one ten-thousandth of the horizon, even long after a role was due to end. */
const defaultPanels = 7;
const gridSteps = 400;
const perPanel = gaussLegendre(6);

export const sponsorshipOutlook = (
  spell: SponsorshipSpell,
  horizon: number,
  panels = defaultPanels,
): SponsorshipOutlook => {
  const later = laterRoles(spell, horizon);
  return { spell, horizon, later, ...weighted(spell, later, horizon, panels) };
};

/**
 * Expected share (0 to 1) of the horizon with this same sponsor: (1/H) times the integral of S(t) = e^(-ht) E[rho^N(t)] (R2),
 * where `present` is the chance to stay in the present role and N counts role moves. From an announced date on, S is multiplied
 * by 1 - q.
 */
export const sponsorshipShare = (
  outlook: SponsorshipOutlook,
  present: Survival,
  announced: readonly AnnouncedChance[] = [],
): number => {
  if (announced.length === 0) return yearsWith(outlook, present) / outlook.horizon;
  const { spell, later, horizon } = outlook;
  const dates = announced.map(({ at }) => Math.max(at, 0)).filter((at) => at < horizon);
  const edges = [...new Set([0, ...dates, horizon])].toSorted((one, other) => one - other);
  const yearsUntil = (until: number) =>
    until === 0 ? 0 : yearsWith(weighted(spell, later, until, defaultPanels), present);
  const years = edges.slice(1).reduce((sum, to, index) => {
    const from = edges[index] ?? 0;
    const chance = announced.reduce((left, { at, q }) => (at <= from ? left * (1 - q) : left), 1);
    return sum + chance * (yearsUntil(to) - yearsUntil(from));
  }, 0);
  return years / horizon;
};

type Weighted = Pick<SponsorshipOutlook, 'nodes' | 'weights' | 'offset'>;

const yearsWith = ({ nodes, weights, offset }: Weighted, present: Survival): number => {
  let years = offset;
  for (let index = 0; index < nodes.length; index += 1) years += (weights[index] ?? 0) * present(nodes[index] ?? 0);
  return years;
};

const laterRoles = ({ role, exitRate, kept }: SponsorshipSpell, horizon: number): LaterRoles => {
  const step = horizon / gridSteps;
  const solve = (steps: number): Curve => {
    const fresh = curveOf(survivalOf(role), horizon, steps);
    return renewalCurve(fresh, fresh, kept);
  };
  const chance = extrapolated(solve(gridSteps), solve(2 * gridSteps));
  return {
    step,
    kept: chance,
    years: accumulated(
      chance.map((value, n) => value * Math.exp(-exitRate * step * n)),
      step,
    ),
  };
};

/**
 * With f the density of the first move, the years up to T are the integral of e^(-hu) S(u), plus rho times the integral of
 * f(u) e^(-hu) K(T - u), K being the years from a fresh role. Integrating the second by parts leaves S alone (f may be
 * infinite at 0) with a weight that no candidate changes: so a candidate costs one sum.
 */
const weighted = ({ exitRate, kept }: SponsorshipSpell, later: LaterRoles, until: number, panels: number): Weighted => {
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let panel = 0; panel < panels; panel += 1) {
    // Panels double in width, since a steep fall or a root-like start sits at the beginning.
    const from = panel === 0 ? 0 : until * 2 ** (panel - panels);
    const width = until * 2 ** (panel + 1 - panels) - from;
    for (const [index, node] of perPanel.nodes.entries()) {
      const years = from + width * node;
      const left = (until - years) / later.step;
      const stay = Math.exp(-exitRate * years);
      const moved =
        exitRate * stay * valueAt(later.years, left) + Math.exp(-exitRate * until) * valueAt(later.kept, left);
      nodes.push(years);
      weights.push(width * (perPanel.weights[index] ?? 0) * (stay - kept * moved));
    }
  }
  return {
    nodes: Float64Array.from(nodes),
    weights: Float64Array.from(weights),
    offset: kept * valueAt(later.years, until / later.step),
  };
};

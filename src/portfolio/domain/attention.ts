import { isPastStrategy, type Phase, phases } from '#alliances/domain/alliance-phase.ts';
import type { SponsorshipState } from '#sponsorship/domain/sponsorship-state.ts';

/** What may need attention in a portfolio, worst first. */
export const attentionKinds = [
  'pastStrategyWithoutSponsor',
  'atRisk',
  'strategyWithoutSponsor',
  'nominated',
  'withoutManager',
] as const;

export type AttentionKind = (typeof attentionKinds)[number];

/** How many alliances are alike in what matters here. */
export type PortfolioCount = {
  readonly phase: Phase;
  readonly state: SponsorshipState;
  readonly hasSponsor: boolean;
  readonly hasManager: boolean;
  readonly alliances: number;
};

/** The list's filter that shows exactly the alliances a sentence counts. */
export type AttentionView = {
  readonly phase?: Phase[];
  readonly state?: SponsorshipState[];
  readonly sponsor?: 'none';
  readonly manager?: 'none';
};

export type Attention = { readonly kind: AttentionKind; readonly count: number; readonly view: AttentionView };

const views: { readonly [kind in AttentionKind]: AttentionView } = {
  pastStrategyWithoutSponsor: { phase: phases.filter(isPastStrategy), sponsor: 'none' },
  atRisk: { state: ['atRisk'] },
  strategyWithoutSponsor: { phase: ['strategy'], state: ['missing'] },
  nominated: { state: ['nominated'] },
  withoutManager: { manager: 'none' },
};

/** POR-1: what needs attention, worst first; what concerns no alliance is left out. */
export const attentionFor = (counts: readonly PortfolioCount[]): Attention[] =>
  attentionKinds
    .map((kind) => ({
      kind,
      view: views[kind],
      count: counts.filter((count) => isInView(count, views[kind])).reduce((sum, { alliances }) => sum + alliances, 0),
    }))
    .filter(({ count }) => count > 0);

/** Reads a view as the list reads the same filter. */
const isInView = (count: PortfolioCount, { phase, state, sponsor, manager }: AttentionView): boolean =>
  (phase === undefined || phase.includes(count.phase)) &&
  (state === undefined || state.includes(count.state)) &&
  (sponsor === undefined || !count.hasSponsor) &&
  (manager === undefined || !count.hasManager);

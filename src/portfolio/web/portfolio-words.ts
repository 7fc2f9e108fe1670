import type { Tier } from '#alliances/domain/alliance.ts';
import type { Phase } from '#alliances/domain/alliance-phase.ts';
import type { AttentionKind } from '#portfolio/domain/attention.ts';
import type { SponsorshipState } from '#sponsorship/domain/sponsorship-state.ts';

const alliances = (count: number): string => (count === 1 ? 'One alliance' : `${count} alliances`);
const is = (count: number): string => (count === 1 ? 'is' : 'are');
const has = (count: number): string => (count === 1 ? 'has' : 'have');

/** All that the list of alliances says. */
export const portfolioWords = {
  title: 'Alliances',
  register: 'Register an alliance',
  tableCaption: 'Alliances with their sponsors, state of sponsorship, phase, value and horizon',
  filterLabel: 'Filter alliances',
  search: 'Search',
  searchHint: 'Alliance, partner or sponsor',
  columns: {
    alliance: 'Alliance',
    sponsors: 'Sponsors',
    state: 'Sponsorship',
    phase: 'Phase',
    manager: 'Manager',
    value: 'Yearly value',
    end: 'Horizon',
  },
  phases: {
    strategy: 'Strategy',
    selection: 'Selection',
    negotiation: 'Negotiation',
    planning: 'Planning',
    governance: 'Governance',
    management: 'Management',
    transformation: 'Transformation',
  } satisfies Record<Phase, string>,
  tiers: { strategic: 'Strategic', core: 'Core', exploratory: 'Exploratory' } satisfies Record<Tier, string>,
  states: {
    missing: 'Missing',
    nominated: 'Nominated',
    ensured: 'Ensured',
    atRisk: 'At risk',
    inHandover: 'In handover',
    falseStart: 'False start',
    underTheRadar: 'Under the radar',
  } satisfies Record<SponsorshipState, string>,
  since: (day: string) => `Since ${day}`,
  nobody: 'Nobody',
  noSponsor: 'no sponsor',
  noCounterpart: 'no counterpart',
  pair: (ours: string, theirs: string) => `${ours} and ${theirs}`,
  filters: {
    phase: 'Phase',
    anyPhase: 'Any phase',
    pastStrategy: 'All past strategy',
    severalPhases: 'Several phases',
    tier: 'Tier',
    anyTier: 'Any tier',
    state: 'Sponsorship',
    anyState: 'Any state',
    several: 'Several',
    sponsor: 'Sponsor',
    manager: 'Manager',
    partner: 'Partner',
    anybody: 'Anybody',
    anyPartner: 'Any partner',
    none: 'Nobody',
    thisOne: 'This one',
  },
  emptyRegister: 'Every alliance of the company belongs here, with the executives who stand behind it on both sides.',
  bringIn: 'Bring in a spreadsheet',
  emptyReach: 'The alliances that you manage, sponsor or are asked to sponsor will be listed here.',
  emptyView: 'No alliance fits these filters.',
  showAll: 'Show all alliances',
  attentionTitle: 'What needs attention',
  sentences: {
    pastStrategyWithoutSponsor: (count: number) => `${alliances(count)} ${is(count)} past strategy without a sponsor.`,
    atRisk: (count: number) => `${alliances(count)} ${is(count)} at risk: the sponsor has gone or is about to go.`,
    strategyWithoutSponsor: (count: number) =>
      `${alliances(count)} in strategy ${has(count)} no sponsor yet; selection should wait for one.`,
    nominated: (count: number) => `${alliances(count)} ${is(count)} waiting for a nominee to answer.`,
    withoutManager: (count: number) => `${alliances(count)} ${has(count)} no alliance manager on our side.`,
  } satisfies Record<AttentionKind, (count: number) => string>,
  calm: (count: number) =>
    count === 1
      ? 'The one alliance has a sponsor and a manager.'
      : `All ${count} alliances have a sponsor and a manager.`,
  inAll: (count: number) => alliances(count),
};

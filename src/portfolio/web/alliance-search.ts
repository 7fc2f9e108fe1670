import { type Tier, tiers } from '#alliances/domain/alliance.ts';
import { isPastStrategy, type Phase, phases } from '#alliances/domain/alliance-phase.ts';
import { isUuid } from '#kernel/id.ts';
import { type AllianceSort, allianceSorts, statesByUrgency } from '#portfolio/domain/alliance-view.ts';
import type { SponsorshipState } from '#sponsorship/domain/sponsorship-state.ts';

/** A view of the list, as its link keeps it. */
export type AllianceSearch = {
  readonly q?: string;
  readonly phase?: Phase[];
  readonly tier?: Tier[];
  readonly state?: SponsorshipState[];
  readonly partner?: string;
  readonly manager?: string;
  readonly sponsor?: string;
  readonly sort?: AllianceSort;
};

/** Reads a link's search; what it does not understand is left out, so that an old or foreign link still opens the list. */
export const readAllianceSearch = (search: Record<string, unknown>): AllianceSearch => ({
  ...textOf('q', search.q),
  ...someOf('phase', search.phase, phases),
  ...someOf('tier', search.tier, tiers),
  ...someOf('state', search.state, statesByUrgency),
  ...idOf('partner', search.partner),
  ...somebodyOf('manager', search.manager),
  ...somebodyOf('sponsor', search.sponsor),
  ...(allianceSorts.includes(search.sort as AllianceSort) ? { sort: search.sort as AllianceSort } : {}),
});

/** How many filters a view sets; the order and the words searched for are none. */
export const filterCount = ({ q: _q, sort: _sort, ...filters }: AllianceSearch): number =>
  Object.values(filters).filter((value) => value !== undefined).length;

export const pastStrategy: Phase[] = phases.filter(isPastStrategy);

/** Whether a view asks for every phase but strategy. */
export const isAllPastStrategy = (chosen: readonly Phase[] | undefined): boolean =>
  chosen?.length === pastStrategy.length && pastStrategy.every((phase) => chosen.includes(phase));

const textOf = (name: string, value: unknown) => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? { [name]: text.trim().slice(0, 200) } : {};
};

const someOf = (name: string, value: unknown, known: readonly string[]) => {
  const chosen = known.filter((one) => (Array.isArray(value) ? value.includes(one) : value === one));
  return chosen.length ? { [name]: chosen } : {};
};

const idOf = (name: string, value: unknown) => (typeof value === 'string' && isUuid(value) ? { [name]: value } : {});

const somebodyOf = (name: string, value: unknown) => (value === 'none' ? { [name]: value } : idOf(name, value));

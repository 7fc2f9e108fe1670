import type { SponsorshipState } from '#sponsorship/domain/sponsorship-state.ts';

/** How the list of alliances can be sorted; a minus turns the order round. */
export const allianceSorts = ['phase', '-phase', 'name', '-name', 'value', '-value', 'end', '-end'] as const;

export type AllianceSort = (typeof allianceSorts)[number];

/** The states of sponsorship, those that need somebody's attention first. */
export const statesByUrgency = [
  'falseStart',
  'underTheRadar',
  'atRisk',
  'missing',
  'nominated',
  'inHandover',
  'ensured',
] as const satisfies readonly SponsorshipState[];

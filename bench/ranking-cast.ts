import { dateOnly } from '#kernel/date-only.ts';
import { seededRandom } from '#kernel/random.ts';
import type { AllianceFacts, CandidateFacts } from '#sponsorship/domain/candidate.ts';

const areaIds = Array.from({ length: 40 }, (_, index) => `area-${index}`);

export const benchAlliance: AllianceFacts = {
  id: 'alliance',
  name: 'Bench alliance',
  tier: 'exploratory',
  startsOn: '2026-01-01',
  horizonEndsOn: '2032-01-01',
  valueLines: areaIds.slice(0, 12).map((areaId, index) => ({
    areaId,
    areaName: areaId,
    areaPath: ['root', areaId],
    yearly: { amount: 400_000 * (index + 1), currency: 'EUR' },
  })),
  decisionsNeeded: ['pricing', 'budget', 'licence'].map((kind) => ({
    kind,
    label: kind,
    amount: { amount: 500_000, currency: 'EUR' },
  })),
  counterpart: { name: 'Counterpart', level: 2 },
  partnerFounderLed: true,
  allianceManager: null,
  managerLine: [],
  loadNeeded: 1,
};

/** Eligible executives with facts drawn by luck, a tenth of the network and stake facts missing. */
export const benchCandidates = (count: number, seed = 11): readonly CandidateFacts[] => {
  const random = seededRandom(seed);
  const oneOf = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  return Array.from({ length: count }, (_, index) => ({
    id: `person-${index}`,
    name: `Person ${index}`,
    employment: [{ from: '2005-01-01', to: null }],
    post: {
      title: 'Head',
      since: dateOnly(2014 + Math.floor(random() * 12), 1 + Math.floor(random() * 12), 1),
      until: null,
      function: 'other',
    },
    level: 1 + Math.floor(random() * 4),
    areas: [oneOf(areaIds), oneOf(areaIds)].map((id) => ({ id, name: id })),
    budgetPercentile: random() * 100,
    decisionRights: ['pricing', 'budget', 'licence']
      .filter(() => random() < 0.5)
      .map((kind) => ({ kind, upTo: { amount: Math.floor(random() * 1e6), currency: 'EUR' } })),
    networkPercentile: random() < 0.1 ? null : random() * 100,
    spell: oneOf(['areaHead', 'rotation', 'founder', null] as const),
    announcedMoves: random() < 0.02 ? [{ on: '2028-07-01', probability: 0.5, to: 'role' as const }] : [],
    stake: random() < 0.1 ? null : { rating: oneOf([0, 25, 50, 75, 100]), by: null, on: null, note: null },
    room: random() < 0.5 ? null : { rating: oneOf([0, 25, 50, 75, 100]), by: null, on: null, note: null },
    load: Math.floor(random() * 4),
    capacity: null,
    conflictOfInterest: null,
    partnerVeto: null,
  }));
};

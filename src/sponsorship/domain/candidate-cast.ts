import type { AllianceFacts, CandidateFacts, Rated } from './candidate.ts';

/** Examples for tests: everything about them is on record unless a test says otherwise. */
export const anAlliance = (differing: Partial<AllianceFacts> = {}): AllianceFacts => ({
  id: 'meridian-halden',
  name: 'Meridian with Halden',
  tier: 'core',
  startsOn: '2026-01-01',
  horizonEndsOn: '2031-01-01',
  valueLines: [
    {
      areaId: 'sensors',
      areaName: 'Sensors',
      areaPath: ['group', 'industry', 'sensors'],
      yearly: { amount: 4_000_000, currency: 'EUR' },
    },
    {
      areaId: 'services',
      areaName: 'Services',
      areaPath: ['group', 'services'],
      yearly: { amount: 2_000_000, currency: 'EUR' },
    },
  ],
  decisionsNeeded: [
    { kind: 'pricing', label: 'Joint prices', amount: { amount: 300_000, currency: 'EUR' } },
    { kind: 'investment', label: 'Shared test bench', amount: { amount: 2_000_000, currency: 'EUR' } },
  ],
  counterpart: { name: 'Sofie Halden', level: 2 },
  partnerFounderLed: false,
  allianceManager: { id: 'manager', name: 'Ruben Adeyemi' },
  managerLine: [
    { id: 'director', name: 'Clara Weiss' },
    { id: 'chief', name: 'Nora Lindqvist' },
  ],
  loadNeeded: 1,
  ...differing,
});

export const rated = (rating: number): Rated => ({ rating, by: 'Ruben Adeyemi', on: '2025-11-03', note: null });

export const anExecutive = (differing: Partial<CandidateFacts> = {}): CandidateFacts => ({
  id: 'maren',
  name: 'Maren Okafor',
  employment: [{ from: '2015-03-01', to: null }],
  post: { title: 'Head of Industry', since: '2023-01-01', until: null, function: 'other' },
  level: 2,
  areas: [{ id: 'industry', name: 'Industry' }],
  budgetPercentile: 70,
  decisionRights: [
    { kind: 'pricing', upTo: null },
    { kind: 'investment', upTo: { amount: 1_000_000, currency: 'EUR' } },
  ],
  networkPercentile: 60,
  spell: null,
  announcedMoves: [],
  stake: rated(75),
  room: null,
  load: 1,
  capacity: null,
  conflictOfInterest: null,
  partnerVeto: null,
  ...differing,
});

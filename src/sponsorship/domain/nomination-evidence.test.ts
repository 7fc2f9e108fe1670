import { expect, test } from 'vitest';
import type { AllianceFacts, CandidateFacts } from './candidate.ts';
import { askedOfSponsor, evidenceForNominee } from './nomination-evidence.ts';
import { settingsChanged } from './policy-changes.ts';
import { defaultPolicy } from './sponsorship-policy.ts';

const alliance: AllianceFacts = {
  id: 'wind',
  name: 'Wind power at sea',
  tier: 'strategic',
  startsOn: '2026-06-15',
  horizonEndsOn: '2031-01-01',
  valueLines: [
    {
      areaId: 'turbines',
      areaName: 'Turbines',
      areaPath: ['energy', 'turbines'],
      yearly: { amount: 3e6, currency: 'EUR' },
    },
    { areaId: 'rail', areaName: 'Rail', areaPath: ['rail'], yearly: { amount: 1e6, currency: 'EUR' } },
  ],
  decisionsNeeded: [
    { kind: 'investment', label: 'investment', amount: { amount: 2e6, currency: 'EUR' } },
    { kind: 'hiring', label: 'hiring', amount: null },
  ],
  counterpart: { name: 'Kenji Sato', level: 2 },
  partnerFounderLed: false,
  allianceManager: null,
  managerLine: [],
  loadNeeded: 1,
};

const ines: CandidateFacts = {
  id: 'ines',
  name: 'Ines Duarte',
  employment: [{ from: '2015-01-01', to: null }],
  post: { title: 'Head of energy', since: '2023-06-01', until: null, function: 'other' },
  level: 2,
  areas: [{ id: 'energy', name: 'Energy' }],
  budgetPercentile: null,
  decisionRights: [{ kind: 'investment', upTo: { amount: 2e6, currency: 'EUR' } }],
  networkPercentile: null,
  spell: null,
  announcedMoves: [],
  stake: { rating: 50, by: 'Objectives', on: null, note: null },
  room: null,
  load: 0,
  capacity: null,
  conflictOfInterest: null,
  partnerVeto: null,
};

test('what speaks for somebody is told from facts alone', () => {
  expect(evidenceForNominee(ines, alliance, defaultPolicy)).toEqual([
    "EUR 3,000,000 a year of this alliance's value lands where you answer for results: Turbines.",
    '1 of the 2 decisions that the alliance will need is yours to take: investment.',
    "You are at the same level as Kenji Sato, the sponsor on the partner's side.",
    "The alliance's result is part of your own objectives.",
    'You have held the post of Head of energy since 1 June 2023.',
  ]);
});

test('what is not on record is passed over in silence', () => {
  const unknown = { ...ines, post: null, level: null, areas: null, decisionRights: null, stake: null };
  expect(evidenceForNominee(unknown, alliance, defaultPolicy)).toEqual([]);
  const tooSmall = { ...ines, decisionRights: [{ kind: 'investment', upTo: { amount: 1e6, currency: 'EUR' } }] };
  expect(evidenceForNominee(tooSmall, alliance, defaultPolicy).join()).not.toContain('decisions');
});

test('what is asked names the people where they are known', () => {
  const named = askedOfSponsor({
    partners: ['Nara Robotics'],
    managerName: 'Ben Okoye',
    counterpartName: 'Kenji Sato',
  });
  expect(named.join()).toContain('Kenji Sato, the sponsor at Nara Robotics');
  expect(askedOfSponsor({ partners: [], managerName: null, counterpartName: null }).join()).toContain(
    'your counterpart at the partner, once one is named',
  );
});

test('SPO-35: a change of policy is told setting by setting', () => {
  const { neutral } = defaultPolicy.profiles;
  const after = {
    ...defaultPolicy,
    profiles: { ...defaultPolicy.profiles, neutral: { ...neutral, kept: 0.6 } },
    exchangeRates: { USD: 0.9 },
    anchors: { ...defaultPolicy.anchors, stake: [...defaultPolicy.anchors.stake, { at: 110, score: 100 }] },
  };
  expect(settingsChanged(defaultPolicy, after)).toEqual([
    'profiles.neutral.kept: 0.5 becomes 0.6',
    'exchangeRates.USD: nothing becomes 0.9',
    'anchors.stake[3].at: nothing becomes 110',
    'anchors.stake[3].score: nothing becomes 100',
  ]);
  expect(settingsChanged(defaultPolicy, defaultPolicy)).toEqual([]);
});

import type { Cast, CastCapacity, CastConflict, CastMove } from '../cast.ts';
import { automationAlliances } from './alliances-automation.ts';
import { energyAlliances } from './alliances-energy.ts';
import { healthAlliances } from './alliances-health.ts';
import { mobilityAlliances } from './alliances-mobility.ts';
import { regionAlliances } from './alliances-regions.ts';
import { alliancePeople, executives } from './executives.ts';
import { areas, organisations } from './organisations.ts';
import { partnerPeople, partnerPosts } from './partner-people.ts';
import { posts, rights } from './posts.ts';

/** Whom colleagues turn to, as a survey found: it does not follow the chart. Two were never asked about. */
const soughtOut = {
  margarethe: 6,
  tomasz: 5,
  sunniva: 8,
  rafael: 6,
  haruka: 3,
  abena: 4,
  lorcan: 9,
  camille: 2,
  henrik: 7,
  priya: 8,
  ottilie: 4,
  kwabena: 10,
  nadezhda: 3,
  junseo: 4,
  lucia: 2,
  pieter: 6,
  amarachi: 4,
  teodor: 2,
  wanjiru: 5,
  elif: 6,
  samir: 5,
  greta: 1,
  bao: 5,
  marisol: 2,
  callum: 6,
  francesca: 4,
  deshawn: 4,
  meilin: 5,
  yusuf: 7,
  anneke: 5,
  viktor: 4,
  signe: 2,
  bruno: 2,
  erin: 3,
  kenji: 4,
  farida: 3,
  paolo: 1,
  ngozi: 9,
  jakub: 2,
  roland: 3,
  saskia: 6,
};

const moves: readonly CastMove[] = [
  {
    person: 'priya',
    on: 2,
    probability: 0.9,
    source: 'Announced to the executive committee: she will lead Asia Pacific',
  },
  { person: 'teodor', on: 4, probability: 0.8, source: 'Announced in Energy: he takes over a plant start-up' },
  { person: 'meilin', on: 2, probability: 0.6, source: 'Follows from the announced move of Priya Venkataswamy' },
  { person: 'callum', on: 15, probability: 0.3, source: 'Named as a possible successor for Digital Services' },
];

// Read on pages after 'rated by'.
const survey = 'their own answer to the yearly question';
const assistant = 'their assistant, by telephone';

const capacities: { readonly [person: string]: CastCapacity } = {
  margarethe: [25, 'the supervisory board: one at a time', 1],
  tomasz: [50, survey, 2],
  sunniva: [50, survey, 3],
  rafael: [75, survey, 3],
  haruka: [50, survey],
  abena: [50, survey],
  lorcan: [50, assistant],
  camille: [75, survey],
  henrik: [0, 'himself: every week is a steering committee'],
  priya: [25, survey, 3],
  ottilie: [50, survey, 3],
  kwabena: [75, survey, 4],
  nadezhda: [75, survey],
  junseo: [50, survey],
  lucia: [75, survey],
  pieter: [50, survey, 2],
  amarachi: [50, survey],
  elif: [75, survey],
  samir: [25, survey, 2],
  bao: [50, survey],
  callum: [50, survey],
  francesca: [75, survey],
  deshawn: [75, survey],
  meilin: [25, survey, 3],
  yusuf: [25, assistant, 3],
  anneke: [25, survey, 2],
  viktor: [25, survey, 2],
  teodor: [50, survey],
  wanjiru: [50, survey],
  greta: [75, survey],
  marisol: [50, survey],
  signe: [75, survey],
  bruno: [75, survey],
  erin: [50, survey],
  kenji: [75, survey],
  farida: [50, survey],
  paolo: [75, survey],
  ngozi: [75, survey],
  tane: [75, survey],
  jakub: [50, survey],
};

/** Everybody who signed the running tender of Fernhollow Hospitals must keep away from its owner until the award. */
const tender = [
  'margarethe',
  'tomasz',
  'sunniva',
  'rafael',
  'lorcan',
  'camille',
  'henrik',
  'priya',
  'ottilie',
  'kwabena',
];

const conflicts: readonly CastConflict[] = [
  ...tender.map(
    (person): CastConflict => ({
      person,
      organisation: 'fernhollow',
      reason: 'Signed the running tender for hospital equipment: kept apart from its owner until the award.',
      source: 'Register of the compliance office',
      from: -5,
    }),
  ),
  {
    person: 'jakub',
    organisation: 'tannheim',
    reason: 'His sister is on the management of Tannheim Präzision.',
    source: 'His own declaration',
    from: -40,
  },
  {
    person: 'leila',
    organisation: 'voltamare',
    reason: 'Holds shares of Voltamare from an earlier employment.',
    source: 'Her own declaration',
    from: -27,
  },
  {
    person: 'anneke',
    organisation: 'polderwind',
    reason: 'Sits on the council of the cooperative as a private person.',
    source: 'Her own declaration',
    from: -50,
  },
];

/** Aurelia Industries and those it works with: large enough for every clause of the mission to be seen somewhere. */
export const aureliaCast: Cast = {
  company: 'Aurelia Industries',
  mailDomain: 'aurelia.example',
  headOfAlliances: 'saskia',
  seed: 1987,
  organisations,
  areas,
  posts: [...posts, ...partnerPosts],
  rights,
  persons: [...executives, ...alliancePeople, ...partnerPeople],
  soughtOut,
  moves,
  capacities,
  conflicts,
  alliances: [...mobilityAlliances, ...energyAlliances, ...healthAlliances, ...automationAlliances, ...regionAlliances],
};

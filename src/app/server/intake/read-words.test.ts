import { describe, expect, test } from 'vitest';
import { likenessIndex } from './likeness.ts';
import { nameKey, personKey, personName } from './name-key.ts';
import { functionOfTitle, levelOfTitle, readLevel, readPhase, readTier, readTruth } from './read-words.ts';

test.each([
  [1, 1],
  [6, 6],
  ['3', 3],
  ['L2', 2],
  ['Level 4', 4],
  ['N-1', 2],
  ['2 - ExCo', 2],
  ['Vorstand', 1],
  ['C-level', 2],
  ['CFO', 2],
  ['Finanzvorstand (CFO)', 1],
  ['CEO', 1],
  ['Board member', 1],
  ['Geschäftsführerin', 1],
  ['PDG', 1],
  ['EVP', 2],
  ['Executive Committee', 2],
  ['Erweiterter Vorstand', 2],
  ['SVP', 3],
  ['Bereichsvorstand', 3],
  ['Senior Vice President', 3],
  ['VP', 4],
  ['Vice President', 4],
  ['Director', 5],
  ['Abteilungsleiter', 5],
  ['Manager', 6],
  [0, null],
  [7, null],
  [2.5, null],
  ['purple', null],
  [true, null],
])('level %s', (written, level) => {
  expect(readLevel(written)).toBe(level);
});

test.each([
  ['Chief Executive Officer', 1],
  ['Chief Financial Officer', 2],
  ['Vorstandsvorsitzende', 1],
  ['Executive Vice President, Mobility', 2],
  ['SVP Alliances', 3],
  ['Vice President Sales', 4],
  ['Director of Partnerships', 5],
  ['Head of Alliances', 5],
  ['Executive Assistant to the CEO', 6],
  ['Vorstandsassistentin', 6],
  ['Engineer', 6],
])('level of the title %s', (title, level) => {
  expect(levelOfTitle(title)).toBe(level);
});

test('functions, phases, tiers and truths in several languages', () => {
  expect(['CFO', 'Chief Executive Officer', 'General Counsel', 'SVP Mobility'].map(functionOfTitle)).toEqual([
    'finance',
    'chiefExecutive',
    'generalCounsel',
    'other',
  ]);
  expect(['Negotiation', 'Verhandlung', 'Closed Won', '3 - Negotiation', 'odd'].map(readPhase)).toEqual([
    'negotiation',
    'negotiation',
    'management',
    'negotiation',
    null,
  ]);
  expect(['Tier 1', 'strategisch', 'Gold', 'C', 'odd'].map(readTier)).toEqual([
    'strategic',
    'strategic',
    'strategic',
    'exploratory',
    null,
  ]);
  expect(['yes', 'Ja', 'OUI', 'sí', 'x', '✓', 1, true].map(readTruth)).toEqual(Array(8).fill(true));
  expect(['no', 'nein', 'NON', 'falsch', 0, false].map(readTruth)).toEqual(Array(6).fill(false));
  expect(readTruth('maybe')).toBeNull();
});

describe('names', () => {
  test('keys ignore case, spaces and the order of last and first name, and nothing else', () => {
    expect(personKey('  Müller,   Anna ')).toBe(personKey('anna müller'));
    expect(nameKey('Müller')).not.toBe(nameKey('Muller'));
    expect([personName('Müller, Anna'), personName('Martin King, Jr.'), personName('Anna  Müller')]).toEqual([
      'Anna Müller',
      'Martin King, Jr.',
      'Anna Müller',
    ]);
  });

  const likes = (isPerson: boolean, known: string[], name: string) => {
    const index = likenessIndex<string>(isPerson);
    for (const each of known) index.add(each, each);
    return index.like(name).map(({ item }) => item);
  };

  test.each([
    ['Anna Müller', 'Anna Mueller'],
    ['Anna Müller', 'Müller Anna'],
    ['Anna Müller', 'A. Müller'],
    ['Dr. Anna Müller', 'Anna Muller'],
    ['Jon Smith', 'John Smith'],
    ['Katherine Brown', 'Katharine Brown'],
    ['Peter Schmidt', 'Peter Schmitt'],
  ])('persons %s and %s look alike', (one, other) => {
    expect(likes(true, [one], other)).toEqual([one]);
  });

  test.each([
    ['Siemens AG', 'Siemens'],
    ['Aurelia Industries', 'Aurelia Industries GmbH'],
    ['The Acme Company, Inc.', 'ACME'],
    ['Müller & Söhne', 'Mueller and Soehne KG'],
  ])('organisations %s and %s look alike', (one, other) => {
    expect(likes(false, [one], other)).toEqual([one]);
  });

  test.each([
    ['Anna Müller', 'Bernd Maier'],
    ['Plant 12', 'Plant 13'],
    ['Ada Lee', 'Odile Lu'],
    ['Peter Brown', 'Paul Brown'],
  ])('%s and %s do not', (one, other) => {
    expect(likes(true, [one], other)).toEqual([]);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterCount, isAllPastStrategy, pastStrategy, readAllianceSearch } from './alliance-search.ts';

const someone = '01890000-0000-7000-8000-000000000001';

test('a link keeps every filter, the words and the order', () => {
  const search = {
    q: 'wind',
    phase: ['strategy', 'selection'],
    tier: ['core'],
    state: ['missing'],
    partner: someone,
    manager: 'none',
    sponsor: someone,
    sort: '-value',
  };
  expect(readAllianceSearch(search)).toEqual(search);
  expect(filterCount(readAllianceSearch(search))).toBe(6);
});

test('one value stands for a list of one, and a number for its digits', () => {
  expect(readAllianceSearch({ phase: 'planning', q: 2026 })).toEqual({ phase: ['planning'], q: '2026' });
});

test('what a link does not understand is left out, whatever it is', () => {
  expect(readAllianceSearch({ phase: ['dreaming'], partner: 'none', sponsor: 'x', sort: 'age', other: 1 })).toEqual({});
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('q', 'phase', 'tier', 'state', 'partner', 'sort'), fc.anything()),
      (search) => {
        const read = readAllianceSearch(search);
        expect(readAllianceSearch(read)).toEqual(read);
      },
    ),
  );
});

test('past strategy is every phase but the first', () => {
  expect(isAllPastStrategy(pastStrategy)).toBe(true);
  expect(isAllPastStrategy(pastStrategy.slice(1))).toBe(false);
  expect(isAllPastStrategy(undefined)).toBe(false);
});

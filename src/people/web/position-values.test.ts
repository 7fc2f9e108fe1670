import { expect, test } from 'vitest';
import { inTreeOrder, withAllBelow } from './area-order.ts';
import { chartSearch, peopleSearch } from './people-search.ts';
import { newPosition, positionBody, typedNumber } from './position-values.ts';

test('amounts are read as people of several countries type them', () => {
  const typed: [string, number][] = [
    ['1500000', 1_500_000],
    ['1 500 000', 1_500_000],
    ['1.500.000', 1_500_000],
    ['1,500,000.5', 1_500_000.5],
    ['1.500.000,5', 1_500_000.5],
    ["1'500", 1500],
    ['1.500', 1500],
    ['2,5', 2.5],
    ['2.50', 2.5],
    ['-3', -3],
  ];
  for (const [text, amount] of typed) expect([text, typedNumber(text)]).toEqual([text, amount]);
  expect(typedNumber('a lot')).toBeNaN();
});

test('an empty budget or end is none, and a currency is written in capitals', () => {
  const values = { ...newPosition({ id: 'o', name: 'Aurelia' }, '2026-01-01'), budget: '12,5', currency: 'eur' };
  expect(positionBody(values)).toMatchObject({
    organisationId: 'o',
    to: null,
    budget: { amount: 12.5, currency: 'EUR' },
  });
  expect(positionBody({ ...values, budget: ' ' }).budget).toBeNull();
});

const area = (id: string, parentId: string | null) => ({
  id,
  name: id,
  parentId,
  externalId: null,
  organisationId: 'o',
  kind: 'region' as const,
  results: [],
  heads: [],
});

test('areas read as a tree: each followed by those below it, an unknown parent counts as none', () => {
  const areas = [area('a', null), area('b', null), area('a1', 'a'), area('lost', 'gone'), area('a11', 'a1')];
  expect(inTreeOrder(areas).map(({ id, depth }) => `${depth}${id}`)).toEqual(['0a', '1a1', '2a11', '0b', '0lost']);
  expect([...withAllBelow(areas, 'a')]).toEqual(['a', 'a1', 'a11']);
});

test('a foreign link may carry anything: only what the page knows is taken', () => {
  expect(peopleSearch({ q: 7, level: '3', sort: 'mail', organisation: '' })).toEqual({ level: 3 });
  expect(peopleSearch({ level: 9, sort: '-level' })).toEqual({ sort: '-level' });
  expect(chartSearch({ person: 'p', other: 1 })).toEqual({ person: 'p' });
});

import { expect, test } from 'vitest';
import { addressOf, queryString, refused } from './ask.ts';
import { dateInWords } from './DateText.tsx';
import { initials } from './Face.tsx';
import { fieldErrors, formPath } from './field-errors.ts';
import { moneyInWords } from './MoneyText.tsx';
import { barInWords } from './StackedBar.tsx';
import { nextSort, sortName } from './sorting.ts';

const one = { method: 'get', path: '/api/things/{thingId}', summary: 'One thing' } as const;

test('an address has its parameters and its query filled in, without what is not set', () => {
  expect(
    addressOf(one, { params: { thingId: 'a/b' }, query: { q: 'x y', after: undefined, phase: ['one', 'two'] } }),
  ).toBe('/api/things/a%2Fb?q=x+y&phase=one&phase=two');
  expect(queryString({ q: '' })).toBe('');
});

test('a refusal stands beside its field where the form has one, and above the form where not', () => {
  const error = refused(400, [
    { rule: 'FORM', field: 'values[1].amount', message: 'values[1].amount: give a number' },
    { rule: 'ALL-3', field: 'elsewhere', message: 'Something else is wrong.' },
    { rule: 'ALL-4', message: 'No field is at fault.' },
  ]);
  const { fields, rest } = fieldErrors({ values: [{ amount: 1 }, { amount: '' }] }, error);
  expect(fields).toEqual({ 'values.1.amount': 'Give a number' });
  expect(rest.map(({ rule }) => rule)).toEqual(['ALL-3', 'ALL-4']);
  expect(formPath('a[0][2].b')).toBe('a.0.2.b');
});

test('whatever was thrown becomes a sentence', () => {
  const { rest } = fieldErrors({}, new TypeError('x is not a function'));
  expect(rest).toHaveLength(1);
  expect(rest[0]?.message).not.toContain('x is not a function');
});

test('a column sorts upwards first, then downwards', () => {
  expect(nextSort(undefined, 'name')).toBe('name');
  expect(nextSort('name', 'name')).toBe('-name');
  expect(nextSort('-name', 'name')).toBe('name');
  expect(sortName('-value')).toBe('value');
});

test('initials are those of the first and the last word', () => {
  expect(initials('Ada Lindqvist')).toBe('AL');
  expect(initials('Émile de la Tour')).toBe('ÉT');
  expect(initials('Li')).toBe('L');
  expect(initials('  ')).toBe('');
});

test('a bar is told in words: every part, their sum, and the range where there is one', () => {
  const segments = [
    { label: 'Value', value: 21 },
    { label: 'Clout', value: 18 },
  ];
  expect(barInWords({ segments, range: [35, 61] })).toBe('Value 21, Clout 18, together 39, between 35 and 61');
});

test('amounts keep their currency, and a day does not move with the zone', () => {
  expect(moneyInWords({ amount: 1200, currency: 'CHF' })).toContain('CHF');
  expect(dateInWords('2026-01-01')).toContain('2026');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AllianceDescription,
  changedParts,
  describeAlliance,
  type KnownParties,
  yearlyValue,
} from './alliance.ts';

const orbis = '00000000-0000-7000-8000-000000000001';
const aurelia = '00000000-0000-7000-8000-000000000002';
const turbines = '00000000-0000-7000-8000-000000000003';
const grid = '00000000-0000-7000-8000-000000000004';

const known: KnownParties = {
  organisations: [
    { id: orbis, name: 'Orbis Systems', kind: 'partner' },
    { id: aurelia, name: 'Aurelia Industries', kind: 'own' },
  ],
  areaIds: [turbines, grid],
  externalIdTakenBy: null,
  objectiveIds: ['kept'],
};

const windPower: AllianceDescription = {
  name: 'Wind power at sea',
  externalId: null,
  purpose: 'Turbines and grid from one hand.',
  tier: 'strategic',
  startsOn: '2026-01-01',
  endsOn: '2031-01-01',
  currency: 'EUR',
  partnerIds: [orbis],
  values: [{ areaId: turbines, amount: 4_000_000 }],
  decisions: [{ decision: 'investment', amount: 2_000_000 }],
  objectives: [{ id: null, sentence: 'Win three parks by 2028.' }],
};

const refusalsOf = (change: Partial<AllianceDescription>, facts: KnownParties = known) => {
  const decision = describeAlliance({ ...windPower, ...change }, facts);
  return decision.ok ? [] : decision.refusals.map(({ rule, field }) => [rule, field]);
};

test('a sound description is accepted with its texts trimmed', () => {
  const decision = describeAlliance({ ...windPower, name: '  Wind   power at sea ', externalId: ' ' }, known);
  expect(decision).toEqual({ ok: true, value: windPower });
});

describe('ALL-1 at least one partner, each a partner or a candidate', () => {
  test('none', () => expect(refusalsOf({ partnerIds: [] })).toEqual([['ALL-1', 'partnerIds']]));
  test('our own company', () => expect(refusalsOf({ partnerIds: [aurelia] })).toEqual([['ALL-1', 'partnerIds']]));
  test('unknown', () => expect(refusalsOf({ partnerIds: [turbines] })).toEqual([['ALL-1', 'partnerIds']]));
  test('twice', () => expect(refusalsOf({ partnerIds: [orbis, orbis] })).toEqual([['ALL-1', 'partnerIds']]));
  test('a candidate', () => {
    const facts: KnownParties = { ...known, organisations: [{ id: orbis, name: 'Orbis', kind: 'candidate' }] };
    expect(refusalsOf({}, facts)).toEqual([]);
  });
});

describe('ALL-2 the horizon begins before it ends', () => {
  test('the day before', () => expect(refusalsOf({ endsOn: '2025-12-31' })).toEqual([['ALL-2', 'endsOn']]));
  test('the same day', () => expect(refusalsOf({ endsOn: '2026-01-01' })).toEqual([['ALL-2', 'endsOn']]));
  test('the day after', () => expect(refusalsOf({ endsOn: '2026-01-02' })).toEqual([]));
});

test('ALL-3 one currency, by its three letters', () => {
  expect(refusalsOf({ currency: 'Eur' })).toEqual([['ALL-3', 'currency']]);
  expect(refusalsOf({ currency: 'CHF' })).toEqual([]);
});

describe('ALL-4 a yearly value is zero or more, each area once', () => {
  const value = (amount: number, areaId = turbines) => ({ areaId, amount });
  test('below zero', () => expect(refusalsOf({ values: [value(-0.01)] })).toEqual([['ALL-4', 'values[0].amount']]));
  test('at zero', () => expect(refusalsOf({ values: [value(0)] })).toEqual([]));
  test('at and above what can be counted', () => {
    expect(refusalsOf({ values: [value(1e15)] })).toEqual([]);
    expect(refusalsOf({ values: [value(1.1e15)] })).toEqual([['ALL-4', 'values[0].amount']]);
  });
  test('no number', () => expect(refusalsOf({ values: [value(Number.NaN)] })).toEqual([['ALL-4', 'values[0].amount']]));
  test('the second time', () =>
    expect(refusalsOf({ values: [value(1), value(2, grid), value(3)] })).toEqual([['ALL-4', 'values[2].areaId']]));
  test('an unknown area', () =>
    expect(refusalsOf({ values: [value(1, orbis)] })).toEqual([['ALL-4', 'values[0].areaId']]));
});

describe('ALL-5 an objective is one sentence', () => {
  const objective = (sentence: string) => refusalsOf({ objectives: [{ id: null, sentence }] });
  const refused = [['ALL-5', 'objectives[0].sentence']];
  test.each(['', '   ', 'Win parks now. Then build them.', 'Why? Because.', 'Win\nparks', 'x'.repeat(241)])(
    'refuses %j',
    (text) => expect(objective(text)).toEqual(refused),
  );
  test.each([
    'Win parks',
    'Grow 3.5% vs. Last year.',
    'Enter the U.S. Market by 2028.',
    'Buy from Orbis Inc. Europe.',
    'x'.repeat(240),
  ])('accepts %j', (text) => expect(objective(text)).toEqual([]));
  test('an id of another alliance counts as a new objective', () => {
    const objectives = ['kept', 'kept', 'foreign'].map((id) => ({ id, sentence: 'Win parks.' }));
    const decision = describeAlliance({ ...windPower, objectives }, known);
    expect(decision.ok && decision.value.objectives.map(({ id }) => id)).toEqual(['kept', null, null]);
  });
});

test('ALL-8 a decision needed is named, once, with an amount of zero or more', () => {
  const decisions = [
    { decision: 'Investment', amount: null },
    { decision: ' investment ', amount: -1 },
    { decision: ' ', amount: 0 },
  ];
  expect(refusalsOf({ decisions })).toEqual([
    ['ALL-8', 'decisions[1].decision'],
    ['ALL-8', 'decisions[1].amount'],
    ['ALL-8', 'decisions[2].decision'],
  ]);
});

test('ALL-9 a name within 200 characters, and an external id of its own', () => {
  expect(refusalsOf({ name: ' ' })).toEqual([['ALL-9', 'name']]);
  expect(refusalsOf({ name: 'x'.repeat(201) })).toEqual([['ALL-9', 'name']]);
  expect(refusalsOf({ name: 'x'.repeat(200) })).toEqual([]);
  expect(refusalsOf({ purpose: 'x'.repeat(2001) })).toEqual([['ALL-9', 'purpose']]);
  const taken = { ...known, externalIdTakenBy: 'Hydrogen valley' };
  expect(refusalsOf({ externalId: 'A-1' }, taken)).toEqual([['ALL-9', 'externalId']]);
});

test('every refusal comes at once, and each is a sentence', () => {
  const decision = describeAlliance(
    { ...windPower, name: '', partnerIds: [], endsOn: '2020-01-01', currency: '' },
    known,
  );
  if (decision.ok) throw new Error('accepted');
  expect(decision.refusals.map(({ rule }) => rule)).toEqual(['ALL-9', 'ALL-1', 'ALL-2', 'ALL-3']);
  for (const { message } of decision.refusals) expect(message).toMatch(/^[A-Z'].*\.$/);
});

const amounts = fc.array(fc.integer({ min: 0, max: 1e9 }), { maxLength: 20 });

test('the yearly value is the sum of what lands in the areas, in any order', () => {
  fc.assert(
    fc.property(amounts, (list) => {
      const values = list.map((amount, place) => ({ areaId: String(place), amount }));
      expect(yearlyValue(values)).toBe(list.reduce((sum, amount) => sum + amount, 0));
      expect(yearlyValue([...values].reverse())).toBe(yearlyValue(values));
    }),
  );
});

test('changed parts: partners, values and decisions are sets, objectives have an order', () => {
  const before: AllianceDescription = {
    ...windPower,
    partnerIds: [orbis, aurelia],
    objectives: [
      { id: 'a', sentence: 'One.' },
      { id: 'b', sentence: 'Two.' },
    ],
  };
  expect(changedParts(before, { ...before, partnerIds: [aurelia, orbis] })).toEqual([]);
  expect(changedParts(before, { ...before, objectives: [...before.objectives].reverse() })).toEqual(['objectives']);
  expect(changedParts(before, { ...before, name: 'Wind', tier: 'core' })).toEqual(['name', 'tier']);
});

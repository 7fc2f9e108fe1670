import { expect, test } from 'vitest';
import {
  decideEnd,
  decidePosition,
  levelRefusals,
  type PositionDraft,
  type PositionFacts,
  periodRefusals,
} from './position.ts';

const draft: PositionDraft = {
  title: ' Head of Cloud ',
  function: 'other',
  level: 2,
  organisationId: 'aurelia',
  areaId: 'cloud',
  reportsTo: 'ada',
  budget: { amount: 12_000_000, currency: 'EUR' },
  from: '2024-03-01',
  to: null,
  externalId: '',
};

const facts: PositionFacts = {
  personId: 'ben',
  personIsErased: false,
  organisationExists: true,
  areaOrganisationId: 'aurelia',
  managerExists: true,
  linesAbove: [],
  nameOf: (id) => ({ ada: 'Ada Berg', ben: 'Ben Okafor' })[id] ?? id,
  externalIdUsedBy: null,
};

const rulesOf = (changes: Partial<PositionDraft>, known: Partial<PositionFacts> = {}): string[] => {
  const decision = decidePosition({ ...draft, ...changes }, { ...facts, ...known });
  return decision.ok ? [] : decision.refusals.map(({ rule, field }) => `${rule} ${field}`);
};

test('a post in order is accepted, its words trimmed', () => {
  expect(decidePosition(draft, facts)).toEqual({
    ok: true,
    value: { ...draft, title: 'Head of Cloud', externalId: null },
  });
});

test('PEO-1 a post ends after it begins', () => {
  expect(periodRefusals('2024-03-01', '2024-02-29')).toHaveLength(1);
  expect(periodRefusals('2024-03-01', '2024-03-01')).toHaveLength(1);
  expect(periodRefusals('2024-03-01', '2024-03-02')).toEqual([]);
  expect(periodRefusals('2024-03-01', null)).toEqual([]);
});

test('PEO-2 nobody reports to themselves', () => {
  expect(rulesOf({ reportsTo: 'ben' })).toEqual(['PEO-2 reportsTo']);
});

test('PEO-3 the refusal names the circle', () => {
  const above = [{ personId: 'ada', reportsTo: 'ben', from: '2020-01-01', to: null }];
  const decision = decidePosition(draft, { ...facts, linesAbove: above });
  expect(decision.ok ? '' : decision.refusals[0]?.message).toContain(
    'Ben Okafor reports to Ada Berg reports to Ben Okafor',
  );
});

test('PEO-4 levels run from 1 to 6 in whole steps', () => {
  expect([0, 1, 6, 7, 2.5, Number.NaN].map((level) => levelRefusals(level).length)).toEqual([1, 0, 0, 1, 1, 1]);
});

test('PEO-7 a budget is not negative and has a currency', () => {
  expect(rulesOf({ budget: { amount: -1, currency: 'EUR' } })).toEqual(['PEO-7 budget']);
  expect(rulesOf({ budget: { amount: 0, currency: 'EUR' } })).toEqual([]);
  expect(rulesOf({ budget: { amount: 1, currency: 'eur' } })).toEqual(['PEO-7 budget']);
});

test('PEO-10 a post is left once, after it began', () => {
  const running = { from: '2024-03-01', to: null };
  expect(decideEnd(running, '2024-03-01', '2026-01-01').ok).toBe(false);
  expect(decideEnd(running, '2024-03-02', '2026-01-01')).toEqual({ ok: true, value: '2024-03-02' });
  expect(decideEnd({ ...running, to: '2026-01-01' }, '2025-01-01', '2026-01-01').ok).toBe(false);
  expect(decideEnd({ ...running, to: '2026-01-02' }, '2025-01-01', '2026-01-01').ok).toBe(true);
});

test('PEO-11 the area belongs to the organisation of the post', () => {
  expect(rulesOf({}, { areaOrganisationId: 'nordwind' })).toEqual(['PEO-11 areaId']);
  expect(rulesOf({}, { areaOrganisationId: null })).toEqual(['PEO-11 areaId']);
  expect(rulesOf({ areaId: null }, { areaOrganisationId: null })).toEqual([]);
});

test('PEO-14 nothing is recorded about an erased person', () => {
  expect(rulesOf({}, { personIsErased: true })).toEqual(['PEO-14 undefined']);
});

test('all that is wrong is said at once', () => {
  expect(rulesOf({ title: ' ', level: 9, to: '2020-01-01', reportsTo: 'ben' })).toEqual([
    'PEO-8 title',
    'PEO-4 level',
    'PEO-1 to',
    'PEO-2 reportsTo',
  ]);
});

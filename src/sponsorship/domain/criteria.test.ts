import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedShare, conditionalSurvival } from '#people/domain/tenure.ts';
import { yearsBetween } from '#kernel/date-only.ts';
import { scoreOn } from './anchor-scale.ts';
import type { AllianceFacts, CandidateFacts } from './candidate.ts';
import { anAlliance, anExecutive, rated } from './candidate-cast.ts';
import { criterionScorer } from './criteria.ts';
import { type Criterion, criteria } from './criterion.ts';
import { outlooksFor } from './longevity.ts';
import { defaultPolicy, type SponsorshipPolicy } from './sponsorship-policy.ts';

const scoreFor = (
  criterion: Criterion,
  executive: Partial<CandidateFacts> = {},
  alliance: Partial<AllianceFacts> = {},
  { policy = defaultPolicy, kept = 0.5, history = {} } = {},
) => {
  const facts = anAlliance(alliance);
  const scores = criterionScorer(facts, policy, outlooksFor(facts, policy, kept, history))(anExecutive(executive));
  const score = scores[criteria.indexOf(criterion)];
  if (!score) throw new Error('No such criterion');
  return score;
};

const missingIn = (
  criterion: Criterion,
  executive: Partial<CandidateFacts> = {},
  alliance: Partial<AllianceFacts> = {},
) => scoreFor(criterion, executive, alliance).parts.flatMap(({ missing }) => (missing ? [missing.fact] : []));

const line = (amount: number) => ({
  valueLines: [{ areaId: 'x', areaName: 'X', areaPath: ['industry', 'x'], yearly: { amount, currency: 'EUR' } }],
});

const needed = (amount: { amount: number; currency: string } | null) => ({
  decisionsNeeded: [{ kind: 'investment', label: '', amount }],
});

const maybe = <T>(value: T) => fc.option(fc.constant(value), { nil: null });

describe('value to the own area (R1)', () => {
  it('counts what lands in the areas answered for and below them, against the reference value', () => {
    expect(scoreFor('valueToArea').value).toBe(40);
    expect(scoreFor('valueToArea', { areas: [{ id: 'group', name: 'Group' }] }).value).toBe(60);
    expect(scoreFor('valueToArea', { areas: [{ id: 'sensors', name: 'Sensors' }] }).value).toBe(40);
  });

  it('counts a line once, however many areas above it someone answers for', () => {
    const areas = ['group', 'industry', 'sensors'].map((id) => ({ id, name: id }));
    expect(scoreFor('valueToArea', { areas }).value).toBe(60);
  });

  it('is 0 when none of it lands there, and says so', () => {
    const score = scoreFor('valueToArea', { areas: [] });
    expect(score.value).toBe(0);
    expect(score.parts[0]?.evidence).toMatch(/None/);
  });

  it('is full from the reference value on', () => {
    expect(scoreFor('valueToArea', {}, line(9_999_000)).value).toBeCloseTo(99.99, 9);
    expect(scoreFor('valueToArea', {}, line(10_000_000)).value).toBe(100);
    expect(scoreFor('valueToArea', {}, line(30_000_000)).value).toBe(100);
  });

  it('is an interval where areas or value are not on record, or no rate is', () => {
    expect(scoreFor('valueToArea', { areas: null })).toMatchObject({ value: null, interval: [0, 100] });
    expect(missingIn('valueToArea', {}, { valueLines: [] })).toEqual(['valueByArea']);
    const valueLines = anAlliance().valueLines.map((line, index) => ({
      ...line,
      yearly: { ...line.yearly, currency: index === 0 ? 'EUR' : 'USD' },
    }));
    const everywhere = { areas: [{ id: 'group', name: 'Group' }] };
    expect(scoreFor('valueToArea', everywhere, { valueLines }).interval).toEqual([40, 100]);
    const policy: SponsorshipPolicy = { ...defaultPolicy, exchangeRates: { USD: 0.5 } };
    expect(scoreFor('valueToArea', everywhere, { valueLines }, { policy }).value).toBe(50);
  });

  it('keeps the evidence: what lands where', () => {
    expect(scoreFor('valueToArea').parts).toEqual([
      { name: 'Sensors', value: 4_000_000, evidence: 'EUR 4,000,000 a year lands in Sensors, part of Industry.' },
    ]);
  });
});

describe('clout (R1)', () => {
  // level 2 is 85, budget 70, one of two decisions 50: authority is their mean
  const authority = (85 + 70 + 50) / 3;

  it('is half authority, half network, both shown apart', () => {
    const score = scoreFor('clout');
    expect(score.value).toBeCloseTo((authority + 60) / 2, 9);
    const part = (name: string) => score.parts.find((one) => one.name === name)?.value;
    expect(part('authority')).toBeCloseTo(authority, 9);
    expect(part('network')).toBe(60);
  });

  it('without a network is authority alone, and says so', () => {
    const score = scoreFor('clout', { networkPercentile: null });
    expect(score.value).toBeCloseTo(authority, 9);
    expect(score.parts.at(-1)?.evidence).toMatch(/authority alone/);
    expect(score.parts.at(-1)?.missing?.could[0]).toBeCloseTo(authority / 2, 9);
    expect(score.parts.at(-1)?.missing?.could[1]).toBeCloseTo(authority / 2 + 50, 9);
  });

  it('takes the mean of what is known of authority', () => {
    expect(scoreFor('clout', { budgetPercentile: null, decisionRights: null }).value).toBeCloseTo((85 + 60) / 2, 9);
    expect(scoreFor('clout', {}, { decisionsNeeded: [] }).value).toBeCloseTo(((85 + 70) / 2 + 60) / 2, 9);
    expect(missingIn('clout', { budgetPercentile: null }, { decisionsNeeded: [] })).toEqual([
      'budget',
      'decisionsNeeded',
    ]);
  });

  it('is an interval when nothing of authority is known', () => {
    const nothing = { level: null, budgetPercentile: null, decisionRights: null };
    expect(scoreFor('clout', nothing)).toMatchObject({ value: null, interval: [30, 80] });
    expect(scoreFor('clout', { ...nothing, networkPercentile: null }).interval).toEqual([0, 100]);
  });

  it.each([
    [999_999, 1],
    [1_000_000, 1],
    [1_000_001, 0],
  ])('counts a decision of %d within a right up to 1,000,000 as %d', (amount, within) => {
    const decisionsNeeded = [{ kind: ' Investment', label: '', amount: { amount, currency: 'EUR' } }];
    const known = { level: null, budgetPercentile: null, networkPercentile: null };
    expect(scoreFor('clout', known, { decisionsNeeded }).value).toBe(100 * within);
  });

  it('leaves open a decision whose amount cannot be compared with the limit', () => {
    const known = { level: null, budgetPercentile: null, networkPercentile: null };
    expect(scoreFor('clout', known, needed(null)).interval).toEqual([0, 100]);
    expect(scoreFor('clout', known, needed({ amount: 1, currency: 'JPY' })).interval).toEqual([0, 100]);
    const unlimited = { ...known, decisionRights: [{ kind: 'investment', upTo: null }] };
    expect(scoreFor('clout', unlimited, needed(null)).value).toBe(100);
    expect(scoreFor('clout', { ...known, decisionRights: [] }, needed(null)).value).toBe(0);
  });
});

describe('longevity (R1, R2)', () => {
  const horizon = yearsBetween('2026-01-01', '2031-01-01');
  const served = yearsBetween('2023-01-01', '2026-01-01');

  it('is 100 x the expected share of the horizon when no move is kept', () => {
    const present = conditionalSurvival({ shape: 1.5, mean: 6.7 }, served);
    const share = expectedShare((years) => Math.exp(-0.05 * years) * present(years), horizon);
    expect(scoreFor('longevity', {}, {}, { kept: 0 }).value).toBeCloseTo(100 * share, 6);
  });

  it('has a closed form for a founder: rate h + (1 - kept) / 14', () => {
    const rate = 0.05 + 0.5 / 14;
    const share = (1 - Math.exp(-rate * horizon)) / (rate * horizon);
    expect(scoreFor('longevity', { spell: 'founder' }).value).toBeCloseTo(100 * share, 5);
  });

  it('is higher the likelier a move keeps the sponsorship', () => {
    const values = [0, 0.5, 0.85].map((kept) => scoreFor('longevity', {}, {}, { kept }).value ?? 0);
    expect(values).toEqual(values.toSorted((one, other) => one - other));
    expect(new Set(values).size).toBe(3);
  });

  it('takes the usual horizon where none is on record, and says so', () => {
    const score = scoreFor('longevity', {}, { horizonEndsOn: null });
    expect(score.parts[0]?.evidence).toMatch(/usual horizon/);
    expect(score.value).toBeCloseTo(scoreFor('longevity').value ?? 0, 1);
  });

  it('drops with an announced move: fully when leaving, less when a role move may keep it', () => {
    const plain = scoreFor('longevity').value ?? 0;
    for (const [to, left] of [
      ['exit', 0.6],
      [null, 0.6],
      ['role', 0.8],
    ] as const) {
      const announcedMoves = [{ on: '2026-01-01', probability: 0.4, to }];
      expect(scoreFor('longevity', { announcedMoves }).value).toBeCloseTo(plain * left, 5);
    }
  });

  it('knows an end on record: of the post, or of the time with the company', () => {
    const plain = scoreFor('longevity').value ?? 0;
    const until = { title: 'Head', since: '2023-01-01', until: '2026-01-01', function: 'other' } as const;
    expect(scoreFor('longevity', { post: until }).value).toBeCloseTo(plain * 0.5, 5);
    expect(scoreFor('longevity', { employment: [{ from: '2015-03-01', to: '2026-01-02' }] }).value).toBeLessThan(0.2);
  });

  it('is an interval for someone without a post on record', () => {
    expect(scoreFor('longevity', { post: null })).toMatchObject({ value: null, interval: [0, 100] });
  });

  it("learns from the company's own spells, counting nobody's running spell twice", () => {
    const spells = Array.from({ length: 30 }, () => ({ entry: 0, exit: 2, ended: true, personId: null }));
    const hasty = scoreFor('longevity', {}, {}, { history: { areaHead: spells } });
    expect(hasty.value).toBeLessThan(scoreFor('longevity').value ?? 0);
    expect(hasty.parts.find(({ name }) => name === 'spell')?.evidence).toMatch(/30 spells/);
    const own = { entry: 0, exit: served, ended: false, personId: 'maren' };
    const withOwn = scoreFor('longevity', {}, {}, { kept: 0, history: { areaHead: [...spells, own] } });
    expect(withOwn.value).toBeCloseTo(
      scoreFor('longevity', {}, {}, { kept: 0, history: { areaHead: spells } }).value ?? 0,
      9,
    );
  });
});

describe('seniority (R1)', () => {
  it.each([
    [2, 2, 100],
    [1, 2, 80],
    [3, 2, 60],
    [1, 3, 30],
    [4, 2, 30],
    [1, 4, 0],
    [5, 2, 0],
    [6, 1, 0],
  ])('of level %d against %d is %d', (level, theirs, value) => {
    expect(scoreFor('seniority', { level }, { counterpart: { name: 'Sofie Halden', level: theirs } }).value).toBe(
      value,
    );
  });

  it('is an interval as long as the counterpart is not known, with a case for each level', () => {
    const score = scoreFor('seniority', {}, { counterpart: null });
    expect(score).toMatchObject({ value: null, interval: [0, 100] });
    expect(score.parts.at(-1)?.missing?.cases).toEqual([60, 100, 80, 30, 0, 0]);
    expect(scoreFor('seniority', { level: null }).interval).toEqual([0, 100]);
  });
});

describe('stake and capacity (R1)', () => {
  it('take ratings as they are', () => {
    expect(scoreFor('stake').value).toBe(75);
    expect(scoreFor('capacity', { room: rated(25) }).value).toBe(25);
    expect(scoreFor('stake', { stake: null })).toMatchObject({ value: null, interval: [0, 100] });
  });

  it.each([
    [0, 100],
    [1, 75],
    [2, 50],
    [3, 25],
    [4, 0],
  ])('without a rating capacity follows from a load of %d: %d', (load, value) => {
    expect(scoreFor('capacity', { load }).value).toBeCloseTo(value, 9);
  });
});

describe('scales', () => {
  it('are linear between anchors and level beyond them', () => {
    const anchors = [
      { at: 0, score: 10 },
      { at: 2, score: 30 },
      { at: 3, score: 100 },
    ];
    expect([-1, 0, 1, 2, 2.5, 3, 9].map((at) => scoreOn(anchors, at))).toEqual([10, 10, 20, 30, 65, 100, 100]);
  });
});

describe('all criteria', () => {
  it('lie between 0 and 100, within their interval, whatever is missing', () => {
    const { areas, decisionRights, post, stake } = anExecutive();
    const facts = fc.record({
      level: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
      budgetPercentile: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
      networkPercentile: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
      areas: maybe(areas),
      decisionRights: maybe(decisionRights),
      post: maybe(post),
      stake: maybe(stake),
      load: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(facts, fc.boolean(), (differing, hasCounterpart) => {
        for (const criterion of criteria) {
          const { value, interval, parts } = scoreFor(
            criterion,
            differing,
            hasCounterpart ? {} : { counterpart: null },
          );
          expect(interval[0]).toBeGreaterThanOrEqual(0);
          expect(interval[1]).toBeLessThanOrEqual(100);
          expect(interval[0]).toBeLessThanOrEqual(interval[1]);
          if (value !== null) expect(interval).toEqual([value, value]);
          if (value === null) expect(parts.some(({ missing }) => missing)).toBe(true);
          for (const { evidence } of parts) expect(evidence).toMatch(/[.]$/);
        }
      }),
      { numRuns: 60 },
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phases } from '#alliances/domain/alliance-phase.ts';
import { addDays, addMonths, type DateOnly } from '#kernel/date-only.ts';
import { contains } from '#kernel/period.ts';
import { type SponsorshipFacts, type SponsorTerm, sponsorshipState, warningOf } from './sponsorship-state.ts';

const today = '2026-06-15';

const facts = (changes: Partial<SponsorshipFacts> = {}): SponsorshipFacts => ({
  phase: 'strategy',
  registeredPhase: 'strategy',
  endsOn: '2031-01-01',
  sponsors: [],
  nomination: null,
  warning: warningOf(12),
  ...changes,
});

const ines = (changes: Partial<SponsorTerm> = {}): SponsorTerm => ({
  personId: 'ines',
  name: 'Ines Duarte',
  kind: 'sponsor',
  period: { from: '2025-01-01', to: '2028-01-01' },
  posts: [{ from: '2020-01-01', to: null }],
  moves: [],
  ...changes,
});

const tomas: SponsorTerm = {
  ...ines(),
  personId: 'tomas',
  name: 'Tomas Lind',
  period: { from: '2028-01-01', to: null },
};
const asked = { name: 'Tomas Lind', until: '2026-06-29' };
const stateOf = (changes: Partial<SponsorshipFacts>, on = today) => sponsorshipState(facts(changes), on).state;

test('SPO-32: without anybody, strategy is missing, and nominated once somebody is asked', () => {
  expect(stateOf({})).toBe('missing');
  expect(stateOf({ nomination: asked })).toBe('nominated');
  expect(stateOf({ nomination: asked }, '2026-06-29')).toBe('nominated');
  expect(stateOf({ nomination: asked }, '2026-06-30')).toBe('missing');
});

test('SPO-32: an alliance that moves on without a sponsor is at a false start until one has accepted', () => {
  expect(stateOf({ phase: 'selection' })).toBe('falseStart');
  expect(stateOf({ phase: 'selection', nomination: asked })).toBe('falseStart');
  expect(stateOf({ phase: 'selection', sponsors: [ines()] })).toBe('ensured');
});

test('SPO-32: an alliance registered in a later phase without a sponsor is under the radar until somebody is asked', () => {
  expect(stateOf({ phase: 'management', registeredPhase: 'management' })).toBe('underTheRadar');
  expect(stateOf({ phase: 'management', registeredPhase: 'planning' })).toBe('underTheRadar');
  expect(stateOf({ phase: 'management', registeredPhase: 'management', nomination: asked })).toBe('nominated');
});

test('SPO-32: losing the sponsor past strategy is a risk, whoever is asked; in strategy the search starts again', () => {
  const lost = [ines({ period: { from: '2024-01-01', to: '2026-06-15' } })];
  expect(stateOf({ phase: 'management', sponsors: lost })).toBe('atRisk');
  expect(stateOf({ phase: 'management', sponsors: lost, nomination: asked })).toBe('atRisk');
  expect(stateOf({ sponsors: lost })).toBe('missing');
  expect(stateOf({ sponsors: lost, nomination: asked })).toBe('nominated');
});

test('SPO-32: a successor who has accepted for a later day is a handover, before and after the gap', () => {
  expect(stateOf({ phase: 'management', sponsors: [ines(), tomas] })).toBe('inHandover');
  const gap = [ines({ period: { from: '2024-01-01', to: '2026-06-01' } }), tomas];
  expect(stateOf({ phase: 'management', sponsors: gap })).toBe('inHandover');
  expect(stateOf({ sponsors: [tomas] })).toBe('ensured');
});

test('SPO-32: a renewed term of the same person is no handover', () => {
  const renewed = ines({ period: { from: '2028-01-01', to: '2031-01-01' } });
  expect(stateOf({ sponsors: [ines(), renewed] }, '2027-12-01')).toBe('ensured');
});

test.each([
  ['an interim sponsor', ines({ kind: 'interim' }), 'atRisk'],
  ['no post any more', ines({ posts: [{ from: '2020-01-01', to: today }] }), 'atRisk'],
  ['a post that ends tomorrow', ines({ posts: [{ from: '2020-01-01', to: addDays(today, 1) }] }), 'ensured'],
  ['no post on record at all', ines({ posts: [] }), 'ensured'],
  ['a move in less than twelve months', ines({ moves: ['2027-06-14'] }), 'atRisk'],
  ['a move in exactly twelve months', ines({ moves: ['2027-06-15'] }), 'atRisk'],
  ['a move in more than twelve months', ines({ moves: ['2027-06-16'] }), 'ensured'],
  ['a move announced for tomorrow', ines({ moves: [addDays(today, 1)] }), 'atRisk'],
  ['a move announced for today', ines({ moves: [today] }), 'ensured'],
  ['a term that ends in six months', ines({ period: { from: '2024-01-01', to: '2026-12-15' } }), 'atRisk'],
  ['a term that ends in six months and a day', ines({ period: { from: '2024-01-01', to: '2026-12-16' } }), 'ensured'],
  ['a term without an end', ines({ period: { from: '2024-01-01', to: null } }), 'ensured'],
])('SPO-32: a sponsor with %s', (_, sponsor, state) => {
  expect(stateOf({ phase: 'management', sponsors: [sponsor] })).toBe(state);
});

test('SPO-32: a term that lasts as long as the alliance is no risk when it ends', () => {
  const sponsor = ines({ period: { from: '2024-01-01', to: '2026-12-01' } });
  expect(stateOf({ phase: 'management', endsOn: '2026-12-01', sponsors: [sponsor] })).toBe('ensured');
  expect(stateOf({ phase: 'management', endsOn: '2026-12-02', sponsors: [sponsor] })).toBe('atRisk');
});

test('SPO-32: the reason names the person and the day', () => {
  const standing = sponsorshipState(facts({ phase: 'management', sponsors: [ines({ moves: ['2027-01-01'] })] }), today);
  expect(standing.why).toBe('A move of Ines Duarte is announced for 1 January 2027, and no successor has accepted.');
  expect(standing.sponsorId).toBe('ines');
});

const anyDay = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2020-01-01', days));
const anyPeriod = fc
  .tuple(anyDay, fc.option(fc.integer({ min: 1, max: 2_000 })))
  .map(([from, length]) => ({ from, to: length === null ? null : addDays(from, length) }));
const anySponsor: fc.Arbitrary<SponsorTerm> = fc.record({
  personId: fc.constantFrom('ines', 'tomas', 'aiko'),
  name: fc.constantFrom('Ines Duarte', 'Tomas Lind', 'Aiko Mori'),
  kind: fc.constantFrom('sponsor' as const, 'interim' as const),
  period: anyPeriod,
  posts: fc.array(anyPeriod, { maxLength: 3 }),
  moves: fc.array(anyDay, { maxLength: 2 }),
});

/** Appointments of one side never overlap: the database sees to that. */
const apart = (sponsors: readonly SponsorTerm[]): SponsorTerm[] =>
  [...sponsors]
    .sort((one, other) => (one.period.from < other.period.from ? -1 : 1))
    .reduce<SponsorTerm[]>((kept, one) => {
      const last = kept.at(-1);
      return !last || (last.period.to !== null && last.period.to <= one.period.from) ? [...kept, one] : kept;
    }, []);

const anyFacts: fc.Arbitrary<SponsorshipFacts> = fc.record({
  phase: fc.constantFrom(...phases),
  registeredPhase: fc.constantFrom(...phases),
  endsOn: anyDay,
  sponsors: fc.array(anySponsor, { maxLength: 4 }).map(apart),
  nomination: fc.option(fc.record({ name: fc.constant('Aiko Mori'), until: anyDay })),
  warning: fc.integer({ min: 0, max: 24 }).map(warningOf),
});

const check = (property: (given: SponsorshipFacts, day: DateOnly) => void) =>
  fc.assert(fc.property(anyFacts, anyDay, property), { numRuns: 2_000 });

test('SPO-33: nothing changes before the next look', () => {
  check((given, day) => {
    const { nextLookOn, ...now } = sponsorshipState(given, day);
    const last = addDays(nextLookOn ?? addMonths(day, 120), -1);
    for (const later of [addDays(day, 1), last]) {
      if (later < day || later > last) continue;
      const { nextLookOn: _, ...then } = sponsorshipState(given, later);
      expect(then).toEqual(now);
    }
    if (nextLookOn !== null) expect(nextLookOn > day).toBe(true);
  });
});

test('SPO-32: ensured and in handover always rest on somebody who accepted; the rest never have a sound sponsor', () => {
  check((given, day) => {
    const { state, sponsorId } = sponsorshipState(given, day);
    const accepted = given.sponsors.filter(({ period }) => period.to === null || day < period.to);
    if (state === 'ensured' || state === 'inHandover') expect(accepted.length).toBeGreaterThan(0);
    if (['missing', 'nominated', 'falseStart', 'underTheRadar'].includes(state)) expect(accepted).toEqual([]);
    const present = given.sponsors.find(({ period }) => contains(period, day));
    expect(sponsorId).toBe(present?.personId ?? accepted[0]?.personId ?? null);
  });
});

test('SPO-32: asking somebody never makes a state worse, and never ensures anything', () => {
  check((given, day) => {
    const without = sponsorshipState({ ...given, nomination: null }, day).state;
    const asking = sponsorshipState({ ...given, nomination: { name: 'Aiko Mori', until: day } }, day).state;
    expect(asking === without || (asking === 'nominated' && ['missing', 'underTheRadar'].includes(without))).toBe(true);
  });
});

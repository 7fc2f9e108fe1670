import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#kernel/date-only.ts';
import { overlaps, type Period } from '#kernel/period.ts';
import {
  endManagerTerm,
  type ManagerPerson,
  type ManagerTerm,
  managerOn,
  setManager,
} from './alliance-manager-term.ts';

const ida: ManagerPerson = {
  id: 'ida',
  name: 'Ida Brandt',
  organisationId: 'aurelia',
  organisationName: 'Aurelia Industries',
  organisationKind: 'own',
};
const omar: ManagerPerson = {
  id: 'omar',
  name: 'Omar Said',
  organisationId: 'orbis',
  organisationName: 'Orbis Systems',
  organisationKind: 'partner',
};

const term = (id: string, from: string, to: string | null, side: ManagerTerm['side'] = 'ours'): ManagerTerm => ({
  id,
  side,
  personId: `person of ${id}`,
  personName: `Manager ${id}`,
  period: { from, to },
});

const ours = (from: string, to: string | null = null) => ({
  side: 'ours' as const,
  personId: 'ida',
  period: { from, to },
});

test('the first manager of a side begins, and nothing stops', () => {
  const decision = setManager([term('a', '2020-01-01', null, 'theirs')], ours('2026-03-01'), ida, ['orbis']);
  expect(decision).toEqual({ ok: true, value: { stops: null, begins: ours('2026-03-01') } });
});

describe('ALL-10 terms of one side do not overlap', () => {
  const running = term('a', '2025-01-01', null);
  test('a running term stops on the day the new one begins', () => {
    const decision = setManager([running], ours('2026-03-01'), ida, ['orbis']);
    expect(decision.ok && decision.value.stops).toEqual({ termId: 'a', on: '2026-03-01' });
  });
  test('on the very day the other began there is nothing to stop', () => {
    const decision = setManager([running], ours('2025-01-01'), ida, ['orbis']);
    expect(!decision.ok && decision.refusals.map(({ rule, field }) => [rule, field])).toEqual([['ALL-10', 'from']]);
  });
  test('a later term is not cut short', () => {
    const later = term('b', '2027-01-01', null);
    expect(setManager([later], ours('2026-01-01'), ida, ['orbis']).ok).toBe(false);
    expect(setManager([later], ours('2026-01-01', '2027-01-01'), ida, ['orbis']).ok).toBe(true);
  });
  test('an end on or before the beginning', () => {
    const decision = setManager([], ours('2026-01-01', '2026-01-01'), ida, ['orbis']);
    expect(!decision.ok && decision.refusals.map(({ field }) => field)).toEqual(['to']);
  });
  test('the same person again', () => {
    const same = { ...running, personId: 'ida' };
    expect(setManager([same], ours('2026-01-01'), ida, ['orbis']).ok).toBe(false);
  });

  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days));
  const asked = fc
    .tuple(day, fc.option(fc.integer({ min: 1, max: 200 })))
    .map(([from, days]): Period => ({ from, to: days === null ? null : addDays(from, days) }));

  test('whatever is asked in whatever order, no two terms on record overlap and every day has one manager at most', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 12 }), (periods) => {
        let terms: ManagerTerm[] = [];
        periods.forEach((period, place) => {
          const decision = setManager(terms, { side: 'ours', personId: `p${place}`, period }, ida, ['orbis']);
          if (!decision.ok) return;
          const { stops, begins } = decision.value;
          terms = terms.map((one) =>
            one.id === stops?.termId ? { ...one, period: { ...one.period, to: stops.on } } : one,
          );
          terms.push({ ...term(`t${place}`, begins.period.from, begins.period.to), personId: begins.personId });
          expect(managerOn(terms, 'ours', period.from)?.personId).toBe(`p${place}`);
        });
        for (const [place, one] of terms.entries()) {
          for (const other of terms.slice(place + 1)) expect(overlaps(one.period, other.period)).toBe(false);
        }
      }),
    );
  });
});

describe('ALL-11 a manager belongs to the side', () => {
  const rules = (side: 'ours' | 'theirs', person: ManagerPerson | null, partners = ['orbis']) => {
    const decision = setManager([], { ...ours('2026-01-01'), side }, person, partners);
    return decision.ok ? [] : decision.refusals.map(({ rule }) => rule);
  };
  test('ours is somebody of our own company', () => {
    expect(rules('ours', ida)).toEqual([]);
    expect(rules('ours', omar)).toEqual(['ALL-11']);
  });
  test('theirs is somebody of a partner of this alliance', () => {
    expect(rules('theirs', omar)).toEqual([]);
    expect(rules('theirs', ida)).toEqual(['ALL-11']);
    expect(rules('theirs', omar, ['another partner'])).toEqual(['ALL-11']);
  });
  test('nobody', () => expect(rules('ours', null)).toEqual(['ALL-11']));
});

describe('ALL-10 a term ends after it began and not later than it would', () => {
  const bounded = term('a', '2026-01-01', '2027-01-01');
  test.each(['2025-12-31', '2026-01-01', '2027-01-01'])('refuses %s', (on) =>
    expect(endManagerTerm(bounded, on).ok).toBe(false),
  );
  test.each(['2026-01-02', '2026-12-31'])('accepts %s', (on) =>
    expect(endManagerTerm(bounded, on)).toEqual({ ok: true, value: on }),
  );
});

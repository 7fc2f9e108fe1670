import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dateOnly, daysBetween, isDateOnly, yearsBetween } from './date-only.ts';
import { isUuid, uuidAt } from './id.ts';
import { canonicalJson } from './ledger-entry.ts';
import { addMoney } from './money.ts';
import { contains, overlaps } from './period.ts';
import { exponentialDraw, seededRandom } from './random.ts';

const day = fc
  .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => dateOnly(year, month, date));
const period = fc.tuple(day, fc.option(fc.integer({ min: 1, max: 4000 }))).map(([from, length]) => ({
  from,
  to: length === null ? null : addDays(from, length),
}));

describe('days', () => {
  it('knows which texts are days', () => {
    expect(['2024-02-29', '2026-11-24'].every(isDateOnly)).toBe(true);
    expect(['2023-02-29', '2026-13-01', '2026-1-1', '24.11.2026', ''].some(isDateOnly)).toBe(false);
  });

  it('adds days and months as a calendar does', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-11-24', -12)).toBe('2025-11-24');
    fc.assert(
      fc.property(day, fc.integer({ min: -9999, max: 9999 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  it('measures years by the mean year', () => {
    expect(yearsBetween('2000-01-01', '2400-01-01')).toBeCloseTo(400, 10);
  });
});

describe('periods', () => {
  it('are half-open', () => {
    const year = { from: '2025-01-01', to: '2026-01-01' };
    expect([contains(year, '2025-01-01'), contains(year, '2025-12-31'), contains(year, '2026-01-01')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(overlaps(year, { from: '2026-01-01', to: null })).toBe(false);
  });

  it('overlap when, and only when, they share a day', () => {
    fc.assert(
      fc.property(period, period, (one, other) => {
        const later = one.from > other.from ? one.from : other.from;
        expect(overlaps(one, other)).toBe(contains(one, later) && contains(other, later));
        expect(overlaps(one, other)).toBe(overlaps(other, one));
      }),
    );
  });
});

describe('ids', () => {
  it('are UUIDs of version 7 that sort by time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 47 }),
        fc.uint8Array({ minLength: 10, maxLength: 10 }),
        (time, luck) => {
          const id = uuidAt(time, luck);
          expect(isUuid(id)).toBe(true);
          expect(id[14]).toBe('7');
          expect('89ab').toContain(id[19]);
          expect(id < uuidAt(time + 1, new Uint8Array(10))).toBe(true);
        },
      ),
    );
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order of keys, and reads back as the same content', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
    expect(canonicalJson({ b: 1, a: { d: undefined, c: [null, 'x'] } })).toBe('{"a":{"c":[null,"x"]},"b":1}');
  });
});

describe('luck', () => {
  it('is the same for the same seed, and evenly spread', () => {
    const draws = (seed: number) => Array.from({ length: 20_000 }, seededRandom(seed));
    expect(draws(7)).toEqual(draws(7));
    const mean = draws(7).reduce((sum, draw) => sum + draw, 0) / 20_000;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01);
    const random = seededRandom(3);
    const waits = Array.from({ length: 20_000 }, () => exponentialDraw(random));
    expect(Math.abs(waits.reduce((sum, wait) => sum + wait, 0) / 20_000 - 1)).toBeLessThan(0.03);
  });
});

describe('money', () => {
  it('adds one currency and never two', () => {
    expect(addMoney({ amount: 2, currency: 'EUR' }, { amount: 3, currency: 'EUR' })).toEqual({
      amount: 5,
      currency: 'EUR',
    });
    expect(() => addMoney({ amount: 2, currency: 'EUR' }, { amount: 3, currency: 'USD' })).toThrow('USD');
  });
});

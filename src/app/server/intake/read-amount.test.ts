import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatList, formatNamedAmount, readList, readNamedAmount } from './list-cell.ts';
import { type AmountReading, readAmount, readHeaderUnit } from './read-amount.ts';

const unsure: AmountReading = { decimal: '.', isSure: false, scale: 1, currency: null };
const comma: AmountReading = { ...unsure, decimal: ',', isSure: true };
const point: AmountReading = { ...unsure, isSure: true };

describe('amounts', () => {
  test.each([
    ['1234', 1234, null],
    ['1.234,56', 1234.56, null],
    ['1,234.56', 1234.56, null],
    ['1 234,56', 1234.56, null],
    ['1\u202f234\u00a0567', 1_234_567, null],
    ["1'234'567.50", 1_234_567.5, null],
    ['1.234.567', 1_234_567, null],
    ['12,34,567', 1_234_567, null],
    ['1.234', 1234, null],
    ['1,234', 1234, null],
    ['0,125', 0.125, null],
    ['12,5', 12.5, null],
    ['12k', 12_000, null],
    ['1.5m', 1_500_000, null],
    ['€ 12.5 Mio.', 12_500_000, 'EUR'],
    ['2,3 Mrd. EUR', 2_300_000_000, 'EUR'],
    ['$1,200', 1200, 'USD'],
    ['CHF 1’200.00', 1200, 'CHF'],
    ['(1,200)', -1200, null],
    ['-5', -5, null],
    ['5-', -5, null],
    ['1200 EUR', 1200, 'EUR'],
    [1234.5, 1234.5, null],
  ])('%s', (written, amount, currency) => {
    expect(readAmount(written, unsure)).toEqual({ amount, currency });
  });

  test.each(['', 'many', '1.2.3', '1,2,3', '12 apples', '1 23', true, '1.234,567.8'])('%s is no amount', (written) => {
    expect(readAmount(written, unsure)).toBeNull();
  });

  test('one column, one decimal mark', () => {
    expect(readAmount('1.234', comma)?.amount).toBe(1234);
    expect(readAmount('1,234', comma)?.amount).toBe(1.234);
    expect(readAmount('1.234', point)?.amount).toBe(1.234);
    expect(readAmount('1,234', point)?.amount).toBe(1234);
  });

  test.each([
    ['Budget (TEUR)', 1e3, 'EUR'],
    ['Umsatz in Mio. €', 1e6, 'EUR'],
    ['Value [USD m]', 1e6, 'USD'],
    ['Budget in k EUR', 1e3, 'EUR'],
    ['Budget EUR', 1, 'EUR'],
    ['Budget', 1, null],
    ['T Budget', 1, null],
  ])('the header %s', (header, scale, currency) => {
    expect(readHeaderUnit(header)).toEqual({ scale, currency });
  });
});

describe('lists in a cell', () => {
  test('divided by bars, semicolons and lines', () => {
    expect(readList('Acme; "B; C" | D\nE ;; ')).toEqual(['Acme', 'B; C', 'D', 'E']);
  });

  test('what is written is read again, whatever it is', () => {
    const item = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(fc.array(item, { minLength: 1 }), (items) => {
        expect(readList(formatList(items) ?? '')).toEqual(items);
      }),
    );
  });

  test('named amounts', () => {
    expect(readNamedAmount('Mobility: 5 Mio. EUR', unsure)).toEqual({
      name: 'Mobility',
      amount: 5_000_000,
      currency: 'EUR',
    });
    expect(readNamedAmount('Contracts <= 5000', unsure)).toEqual({ name: 'Contracts', amount: 5000, currency: null });
    expect(readNamedAmount('Hiring', unsure)).toEqual({ name: 'Hiring', amount: null, currency: null });
    expect(readNamedAmount('Energy: much', unsure)).toBeNull();
    for (const named of [
      { name: 'a: b', amount: null, currency: null },
      { name: 'a: b', amount: 5, currency: 'EUR' },
    ]) {
      expect(readNamedAmount(formatNamedAmount(named), unsure)).toEqual(named);
    }
  });
});

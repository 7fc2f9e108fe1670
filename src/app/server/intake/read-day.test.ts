import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#kernel/date-only.ts';
import { readDay } from './read-day.ts';

const day = (cell: string | number | boolean, dayFirst = true) => {
  const read = readDay(cell, dayFirst);
  return read === null || read === 'open'
    ? read
    : read.first === read.last
      ? read.first
      : `${read.first}..${read.last}`;
};

describe('days as people and systems write them', () => {
  test.each([
    ['2024-02-29', '2024-02-29'],
    ['2024-02-29T13:45:00Z', '2024-02-29'],
    ['2024/2/9', '2024-02-09'],
    ['2024-02-29 00:00:00', '2024-02-29'],
    ['20240229', '2024-02-29'],
    [20240229, '2024-02-29'],
    ['29.02.2024', '2024-02-29'],
    ['1.2.24', '2024-02-01'],
    ['1. 2. 2024', '2024-02-01'],
    ['25/03/2021', '2021-03-25'],
    ['25-03-99', '1999-03-25'],
    ['12 March 2020', '2020-03-12'],
    ['March 12, 2020', '2020-03-12'],
    ['Thursday, March 12, 2020', '2020-03-12'],
    ['12. März 2020', '2020-03-12'],
    ['1er février 2021', '2021-02-01'],
    ['3 de enero de 2022', '2022-01-03'],
    ['12-Mar-2020', '2020-03-12'],
    ['12-mrt-2020', '2020-03-12'],
    ['Mar 2020', '2020-03-01..2020-03-31'],
    ['03/2020', '2020-03-01..2020-03-31'],
    ['2020-02', '2020-02-01..2020-02-29'],
    ['2019', '2019-01-01..2019-12-31'],
    [2019, '2019-01-01..2019-12-31'],
    [45351, '2024-02-29'],
    ['45351', '2024-02-29'],
    ['present', 'open'],
    ['heute', 'open'],
    ['31.12.9999', 'open'],
    ['9999-12-31', 'open'],
  ])('%s', (written, read) => {
    expect(day(written)).toBe(read);
  });

  test.each(['', '30.02.2024', '2023-02-29', '32/01/2020', '13/13/2020', 'soon', 'Q1 2020', '1/2', 'March', 12, true])(
    '%s is no day',
    (written) => {
      expect(day(written)).toBeNull();
    },
  );

  test('the column decides 03/04/2021; dots are always day first', () => {
    expect([day('03/04/2021', true), day('03/04/2021', false)]).toEqual(['2021-04-03', '2021-03-04']);
    expect([day('03.04.2021', false), day('25/03/2021', false)]).toEqual(['2021-04-03', null]);
  });

  test('every day comes back from every form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (offset) => {
        const iso = addDays('1950-01-01', offset);
        const [year, month, date] = iso.split('-');
        for (const written of [iso, `${date}.${month}.${year}`, `${date}/${month}/${year}`, `${year}${month}${date}`])
          expect(day(written)).toBe(iso);
        expect(day(`${month}/${date}/${year}`, false)).toBe(iso);
      }),
    );
  });
});

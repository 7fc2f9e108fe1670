import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#kernel/date-only.ts';
import { linesThatCloseCircles, type ReportingLine, reportingCycle } from './reporting-line.ts';

const line = (personId: string, reportsTo: string, from = '2020-01-01', to: string | null = null): ReportingLine => ({
  personId,
  reportsTo,
  from,
  to,
});

test('PEO-3 the circle is named from the person up and around', () => {
  const others = [line('ben', 'cleo'), line('cleo', 'ada')];
  expect(reportingCycle(line('ada', 'ben'), others)).toEqual(['ada', 'ben', 'cleo', 'ada']);
});

test('PEO-3 two people may swap places: their lines never hold on one day', () => {
  const before = line('ben', 'ada', '2020-01-01', '2023-01-01');
  expect(reportingCycle(line('ada', 'ben', '2023-01-01'), [before])).toBeNull();
  expect(reportingCycle(line('ada', 'ben', '2022-12-31'), [before])).toEqual(['ada', 'ben', 'ada']);
});

test('PEO-3 a circle needs one day on which all of its lines hold, not a day for each pair', () => {
  const others = [line('ben', 'cleo', '2020-01-01', '2021-01-01'), line('cleo', 'ada', '2021-01-01')];
  expect(reportingCycle(line('ada', 'ben'), others)).toBeNull();
});

const people = ['a', 'b', 'c', 'd', 'e'];
const firstDay = '2020-01-01';
const anyLine = fc
  .record({
    personId: fc.constantFrom(...people),
    reportsTo: fc.constantFrom(...people),
    start: fc.integer({ min: 0, max: 20 }),
    length: fc.option(fc.integer({ min: 1, max: 12 })),
  })
  .filter(({ personId, reportsTo }) => personId !== reportsTo)
  .map(({ personId, reportsTo, start, length }) =>
    line(personId, reportsTo, addDays(firstDay, start), length === null ? null : addDays(firstDay, start + length)),
  );

/** The plain way: look at every single day and walk the graph of that day. */
const closesOnSomeDay = (candidate: ReportingLine, others: readonly ReportingLine[]): boolean =>
  Array.from({ length: 40 }, (_, index) => addDays(firstDay, index)).some((day) => {
    const holds = ({ from, to }: ReportingLine): boolean => from <= day && (to === null || day < to);
    if (!holds(candidate)) return false;
    const reached = new Set([candidate.reportsTo]);
    for (const at of reached) {
      for (const other of others) if (other.personId === at && holds(other)) reached.add(other.reportsTo);
    }
    return reached.has(candidate.personId);
  });

test('PEO-3 agrees with a look at every day, for any lines', () => {
  fc.assert(
    fc.property(anyLine, fc.array(anyLine, { maxLength: 8 }), (candidate, others) => {
      const circle = reportingCycle(candidate, others);
      expect(circle !== null).toBe(closesOnSomeDay(candidate, others));
      if (circle) expect([circle[0], circle.at(-1)]).toEqual([candidate.personId, candidate.personId]);
    }),
    { numRuns: 2000 },
  );
});

test('PEO-3 of many lines those are refused that close a circle with the ones accepted before', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 12 }), (lines) => {
      const refused = new Set(linesThatCloseCircles(lines).map((found) => found.line));
      const accepted: ReportingLine[] = [];
      for (const one of lines) {
        expect(refused.has(one)).toBe(closesOnSomeDay(one, accepted));
        if (!refused.has(one)) accepted.push(one);
      }
    }),
    { numRuns: 500 },
  );
});

test('PEO-3 fifty thousand lines without a circle are all accepted', () => {
  const lines = Array.from({ length: 50_000 }, (_, index) => line(`p${index + 1}`, `p${Math.floor(index / 8)}`));
  expect(linesThatCloseCircles(lines)).toEqual([]);
});

import type { DateOnly } from '#kernel/date-only.ts';

/** Somebody reports to somebody from a day until the day before `to`. */
export type ReportingLine = {
  readonly personId: string;
  readonly reportsTo: string;
  readonly from: DateOnly;
  readonly to: DateOnly | null;
};

type Span = { readonly from: DateOnly; readonly to: DateOnly | null };

const shared = (one: Span, other: Span): Span | null => {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to === null ? other.to : other.to === null || one.to < other.to ? one.to : other.to;
  return to === null || from < to ? { from, to } : null;
};

/**
 * The circle that a new line would close: from its person up over managers and back to that person, all on one same day;
 * null when there is none. Lines that never hold on one day do not make a circle: two people may swap places (PEO-3).
 */
export const reportingCycle = (line: ReportingLine, others: readonly ReportingLine[]): readonly string[] | null => {
  const above = new Map<string, ReportingLine[]>();
  for (const other of others) above.set(other.personId, [...(above.get(other.personId) ?? []), other]);
  const seen = new Map<string, Span[]>();
  const climb = (personId: string, span: Span, path: readonly string[]): readonly string[] | null => {
    if (personId === line.personId) return path;
    const before = seen.get(personId) ?? [];
    if (before.some((earlier) => covers(earlier, span))) return null;
    seen.set(personId, [...before, span]);
    for (const next of above.get(personId) ?? []) {
      const together = shared(span, next);
      const circle = together && climb(next.reportsTo, together, [...path, next.reportsTo]);
      if (circle) return circle;
    }
    return null;
  };
  return climb(line.reportsTo, line, [line.personId, line.reportsTo]);
};

const covers = (outer: Span, inner: Span): boolean =>
  outer.from <= inner.from && (outer.to === null || (inner.to !== null && inner.to <= outer.to));

/**
 * Every line, in the order given, that would close a circle with the lines accepted before it; for bringing in many at
 * once. Lines that start from a person nobody reports to cost one look.
 */
export const linesThatCloseCircles = (
  lines: readonly ReportingLine[],
): { readonly line: ReportingLine; readonly circle: readonly string[] }[] => {
  const accepted = new Map<string, ReportingLine[]>();
  const managers = new Set<string>();
  const refused: { line: ReportingLine; circle: readonly string[] }[] = [];
  for (const line of lines) {
    const circle = managers.has(line.personId) ? reportingCycle(line, linesAbove(line.reportsTo, accepted)) : null;
    if (circle) {
      refused.push({ line, circle });
      continue;
    }
    managers.add(line.reportsTo);
    accepted.set(line.personId, [...(accepted.get(line.personId) ?? []), line]);
  }
  return refused;
};

const linesAbove = (personId: string, accepted: ReadonlyMap<string, readonly ReportingLine[]>): ReportingLine[] => {
  const found: ReportingLine[] = [];
  const visited = new Set([personId]);
  for (const at of visited) {
    for (const line of accepted.get(at) ?? []) {
      found.push(line);
      visited.add(line.reportsTo);
    }
  }
  return found;
};

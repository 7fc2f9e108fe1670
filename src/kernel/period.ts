import type { DateOnly } from './date-only.ts';

/** A half-open period of days: `from` belongs to it, `to` does not; null means that no end is known. */
export type Period = { readonly from: DateOnly; readonly to: DateOnly | null };

export const contains = (period: Period, day: DateOnly): boolean =>
  period.from <= day && (period.to === null || day < period.to);

export const overlaps = (one: Period, other: Period): boolean =>
  (other.to === null || one.from < other.to) && (one.to === null || other.from < one.to);

export const isInOrder = (period: Period): boolean => period.to === null || period.from < period.to;

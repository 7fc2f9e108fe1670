/** A calendar day without a clock or a zone, as 'YYYY-MM-DD'; strings compare in order of time. */
export type DateOnly = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const millisecondsPerDay = 86_400_000;

export const isDateOnly = (text: string): boolean => {
  const parts = pattern.exec(text);
  if (!parts) return false;
  const date = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
  return date.toISOString().slice(0, 10) === text;
};

const dayNumber = (day: DateOnly): number => Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay;

export const dateOnly = (year: number, month: number, day: number): DateOnly =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The day it is in UTC at an instant. */
export const dayOf = (instant: Date): DateOnly => instant.toISOString().slice(0, 10);

export const addDays = (day: DateOnly, days: number): DateOnly =>
  new Date((dayNumber(day) + days) * millisecondsPerDay).toISOString().slice(0, 10);

/** Adds whole months; a day that the month does not have becomes its last day. */
export const addMonths = (day: DateOnly, months: number): DateOnly => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const lastDay = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return dateOnly(Math.floor(index / 12), (index % 12) + 1, Math.min(date, lastDay));
};

/** Whole days from one day to another, negative when the second is earlier. */
export const daysBetween = (from: DateOnly, to: DateOnly): number => dayNumber(to) - dayNumber(from);

/** Years as a fraction of the mean Gregorian year (365.2425 days), as tenures are measured. */
export const yearsBetween = (from: DateOnly, to: DateOnly): number => daysBetween(from, to) / 365.2425;

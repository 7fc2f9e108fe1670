import { addDays, addMonths, type DateOnly } from '#kernel/date-only.ts';

/** Turns the story's 'so many months from today' into days and instants. */
export type StoryTime = {
  readonly today: DateOnly;
  readonly now: Date;
  /** The first day of the month that lies so many months from this one. */
  month(months: number): DateOnly;
  /** The first day of the month so many months from this one, and some days on or back. */
  aroundMonth(months: number, days: number): DateOnly;
  /** So many days from now, at an hour of the working day; never in the future when `days` is not. */
  instant(days: number, hour?: number): Date;
};

/** Working hours start here, so that every story happens by daylight. */
const usualHour = 9;

export const storyTime = (now: Date): StoryTime => {
  const today = now.toISOString().slice(0, 10);
  const month = (months: number): DateOnly => `${addMonths(today, months).slice(0, 7)}-01`;
  return {
    today,
    now,
    month,
    aroundMonth: (months, days) => addDays(month(months), days),
    instant: (days, hour = usualHour) => instantOn(addDays(today, days), hour, now),
  };
};

/** An instant of a day, but not after `latest`. */
export const instantOn = (day: DateOnly, hour: number, latest: Date): Date => {
  const instant = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  return instant <= latest ? instant : latest;
};

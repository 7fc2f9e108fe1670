import { type DateOnly, isDateOnly } from '#kernel/date-only.ts';

export type DateTextProps = {
  /** A day ('2026-04-01') or an instant (ISO 8601 or a Date). */
  readonly at: DateOnly | Date | null | undefined;
  /** With the time of day; only for instants. */
  readonly withTime?: boolean;
};

const isDay = (at: string | Date): at is DateOnly => typeof at === 'string' && isDateOnly(at);

/** A day as it is written where the reader is; an instant in the reader's own zone. */
export const dateInWords = (at: DateOnly | Date, withTime = false): string =>
  isDay(at)
    ? new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${at}T00:00:00Z`))
    : new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', ...(withTime ? { timeStyle: 'short' } : {}) }).format(
        new Date(at),
      );

export const DateText = ({ at, withTime }: DateTextProps) =>
  at ? (
    <time dateTime={at instanceof Date ? at.toISOString() : at} style={{ whiteSpace: 'nowrap' }}>
      {dateInWords(at, withTime)}
    </time>
  ) : null;

import { type DateOnly, dateOnly } from '#kernel/date-only.ts';

/** The day it is where the reader is. */
export const today = (): DateOnly => {
  const now = new Date();
  return dateOnly(now.getFullYear(), now.getMonth() + 1, now.getDate());
};

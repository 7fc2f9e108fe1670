import { type DateOnly, yearsBetween } from '#kernel/date-only.ts';
import { type ExecutiveFunction, type TypicalTenures, typicalTenures } from './tenure-typical.ts';

/** A fact, not a forecast: years in the post so far, or in all, beside what surveys give for such posts. */
export type TimeInPost = { readonly years: number; readonly typicalYears: number; readonly isRunning: boolean };

/** Null for a post that has not begun. */
export const timeInPost = (
  post: { readonly from: DateOnly; readonly to: DateOnly | null; readonly function: ExecutiveFunction },
  today: DateOnly,
  typical: TypicalTenures = typicalTenures,
): TimeInPost | null => {
  if (post.from > today) return null;
  const isRunning = post.to === null || today < post.to;
  const until = isRunning ? today : (post.to ?? today);
  return { years: yearsBetween(post.from, until), typicalYears: typical[post.function], isRunning };
};

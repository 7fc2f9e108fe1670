import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';

/** Who did something, as a row keeps it: the seat's id, or the software's name where no seat is involved. */
export const actorKey = (actor: Actor): string => actor.seatId ?? actor.name;

/** The name to show for such a column, where the query joins seats as `seat`. */
export const nameOfActor = (column: string): RawBuilder<string> => sql<string>`coalesce(seat.name, ${sql.ref(column)})`;

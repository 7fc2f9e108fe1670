import type { Context } from '#platform/context.ts';

/** Where somebody with an executive's seat can be reached when no address is on their page. */
export const seatMailOf = async ({ db }: Context, personId: string): Promise<string | null> => {
  const seat = await db
    .selectFrom('seats')
    .select('mail')
    .where('person_id', '=', personId)
    .where('role', '=', 'executiveSponsor')
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return seat?.mail ?? null;
};

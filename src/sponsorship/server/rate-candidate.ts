import { findAlliance } from '#alliances/server/alliance-queries.ts';
import { type DateOnly, dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import type { Json, Subject } from '#kernel/event.ts';
import { findPersons } from '#people/server/people-queries.ts';
import type { Context } from '#platform/context.ts';
import { against } from '#sponsorship/domain/sponsorship-abilities.ts';

export type Rating = 0 | 25 | 50 | 75 | 100;
type Sourced = { readonly source: string };

/** Who rates whom with regard to what; refused, missing, or the subjects of the ledger's entry. */
const ratingOf = async (context: Context, personId: string, allianceId?: string): Promise<Decision<Subject[]>> => {
  const refusals = against(context.actor, 'candidates.rate');
  if (refusals.length) return forbidden(...refusals);
  if (!(await findPersons(context.db, [personId])).has(personId)) return missing('person');
  if (allianceId === undefined) return accept([{ kind: 'person', id: personId }]);
  if (!(await findAlliance(context.db, allianceId))) return missing('alliance');
  return accept([
    { kind: 'alliance', id: allianceId },
    { kind: 'person', id: personId },
  ]);
};

const recordRating = (
  context: Context,
  type: string,
  subjects: Subject[],
  detail: { [key: string]: Json | undefined },
) => context.record([{ type: `sponsorship.${type}`, subjects, detail }]);

export const rateStakeOf = async (
  context: Context,
  allianceId: string,
  personId: string,
  { rating, source, ratedOn = dayOf(context.now) }: Sourced & { rating: Rating; ratedOn?: DateOnly | undefined },
): Promise<Decision<{ rating: number }>> => {
  const subjects = await ratingOf(context, personId, allianceId);
  if (!subjects.ok) return subjects;
  const row = { rating, source, rated_on: ratedOn };
  await context.db
    .insertInto('stake_ratings')
    .values({ workspace_id: context.workspaceId, alliance_id: allianceId, person_id: personId, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'alliance_id', 'person_id']).doUpdateSet(row))
    .execute();
  await recordRating(context, 'stakeRated', subjects.value, { rating, source, ratedOn });
  return accept({ rating });
};

export const clearStakeOf = async (context: Context, allianceId: string, personId: string): Promise<Decision<null>> => {
  const subjects = await ratingOf(context, personId, allianceId);
  if (!subjects.ok) return subjects;
  const gone = await context.db
    .deleteFrom('stake_ratings')
    .where('alliance_id', '=', allianceId)
    .where('person_id', '=', personId)
    .returning(['rating', 'source'])
    .executeTakeFirst();
  if (gone) await recordRating(context, 'stakeCleared', subjects.value, gone);
  return accept(null);
};

export const rateCapacityOf = async (
  context: Context,
  personId: string,
  {
    rating,
    most,
    source,
    ratedOn = dayOf(context.now),
  }: Sourced & { rating: Rating; most: number | null; ratedOn?: DateOnly | undefined },
): Promise<Decision<{ rating: number }>> => {
  const subjects = await ratingOf(context, personId);
  if (!subjects.ok) return subjects;
  const row = { rating, most, source, rated_on: ratedOn };
  await context.db
    .insertInto('capacity_ratings')
    .values({ workspace_id: context.workspaceId, person_id: personId, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'person_id']).doUpdateSet(row))
    .execute();
  await recordRating(context, 'capacityRated', subjects.value, { rating, most, source, ratedOn });
  return accept({ rating });
};

export const clearCapacityOf = async (context: Context, personId: string): Promise<Decision<null>> => {
  const subjects = await ratingOf(context, personId);
  if (!subjects.ok) return subjects;
  const gone = await context.db
    .deleteFrom('capacity_ratings')
    .where('person_id', '=', personId)
    .returning(['rating', 'most', 'source'])
    .executeTakeFirst();
  if (gone) await recordRating(context, 'capacityCleared', subjects.value, gone);
  return accept(null);
};

export const recordVetoOf = async (
  context: Context,
  allianceId: string,
  personId: string,
  { reason, source, statedOn = dayOf(context.now) }: Sourced & { reason: string; statedOn?: DateOnly | undefined },
): Promise<Decision<{ reason: string }>> => {
  const subjects = await ratingOf(context, personId, allianceId);
  if (!subjects.ok) return subjects;
  const row = { reason, source, stated_on: statedOn };
  await context.db
    .insertInto('partner_vetoes')
    .values({ workspace_id: context.workspaceId, alliance_id: allianceId, person_id: personId, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'alliance_id', 'person_id']).doUpdateSet(row))
    .execute();
  await recordRating(context, 'vetoRecorded', subjects.value, { reason, source, statedOn });
  return accept({ reason });
};

export const clearVetoOf = async (context: Context, allianceId: string, personId: string): Promise<Decision<null>> => {
  const subjects = await ratingOf(context, personId, allianceId);
  if (!subjects.ok) return subjects;
  const gone = await context.db
    .deleteFrom('partner_vetoes')
    .where('alliance_id', '=', allianceId)
    .where('person_id', '=', personId)
    .returning(['reason', 'source'])
    .executeTakeFirst();
  if (gone) await recordRating(context, 'vetoCleared', subjects.value, gone);
  return accept(null);
};

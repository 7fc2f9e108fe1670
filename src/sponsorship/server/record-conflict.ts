import { type DateOnly, dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, forbidden, missing, refuse } from '#kernel/decision.ts';
import { findOrganisations, findPersons } from '#people/server/people-queries.ts';
import type { Context } from '#platform/context.ts';
import { against, mayOrWhy } from '#sponsorship/domain/sponsorship-abilities.ts';

export type ConflictStated = {
  readonly organisationId: string;
  readonly reason: string;
  readonly source: string;
  readonly from?: DateOnly | undefined;
  readonly to?: DateOnly | null | undefined;
};

/** A person has a conflict of interest with an organisation, for as long as it is stated. */
export const recordConflictOf = async (
  context: Context,
  personId: string,
  { organisationId, reason, source, from = dayOf(context.now), to = null }: ConflictStated,
): Promise<Decision<{ id: string }>> => {
  const { db, actor, workspaceId } = context;
  const refusals = against(actor, 'candidates.rate');
  if (refusals.length) return forbidden(...refusals);
  if (!(await findPersons(db, [personId])).has(personId)) return missing('person');
  if (!(await findOrganisations(db, [organisationId])).has(organisationId)) return missing('organisation');
  if (to !== null && to <= from) {
    return refuse({
      rule: 'SPO-38',
      field: 'to',
      message: 'It ends on or before the day it begins. Choose a later end.',
    });
  }
  const id = context.newId();
  await db
    .insertInto('conflicts_of_interest')
    .values({
      workspace_id: workspaceId,
      id,
      person_id: personId,
      organisation_id: organisationId,
      reason,
      source,
      from_day: from,
      to_day: to,
    })
    .execute();
  await context.record([
    {
      type: 'sponsorship.conflictRecorded',
      subjects: [
        { kind: 'person', id: personId },
        { kind: 'organisation', id: organisationId },
      ],
      detail: { reason, source, from, to },
    },
  ]);
  return accept({ id });
};

/** The conflict no longer holds from a day on; what was stated stays on record. */
export const endConflictOn = async (
  context: Context,
  conflictId: string,
  on: DateOnly,
): Promise<Decision<{ id: string }>> => {
  const refusals = against(context.actor, 'candidates.rate');
  if (refusals.length) return forbidden(...refusals);
  const conflict = await context.db
    .selectFrom('conflicts_of_interest')
    .selectAll()
    .where('id', '=', conflictId)
    .forUpdate()
    .executeTakeFirst();
  if (!conflict) return missing('conflict of interest');
  if (on < conflict.from_day) {
    return refuse({
      rule: 'SPO-38',
      field: 'on',
      message: `It began on ${conflict.from_day}. Choose that day or a later one.`,
    });
  }
  await context.db.updateTable('conflicts_of_interest').set({ to_day: on }).where('id', '=', conflictId).execute();
  await context.record([
    {
      type: 'sponsorship.conflictEnded',
      subjects: [
        { kind: 'person', id: conflict.person_id },
        { kind: 'organisation', id: conflict.organisation_id },
      ],
      detail: { on },
    },
  ]);
  return accept({ id: conflictId });
};

/** What is on record that could keep a person from sponsoring, and how much room they have. */
export const readConflicts = async (context: Context, personId: string) => {
  const { db, actor } = context;
  const refusals = against(actor, 'candidates.read');
  if (refusals.length) return forbidden(...refusals);
  const rows = await db
    .selectFrom('conflicts_of_interest as conflict')
    .innerJoin('organisations as organisation', 'organisation.id', 'conflict.organisation_id')
    .select([
      'conflict.id',
      'organisation.id as organisationId',
      'organisation.name',
      'conflict.reason',
      'conflict.source',
      'conflict.from_day as from',
      'conflict.to_day as to',
    ])
    .where('conflict.person_id', '=', personId)
    .orderBy('conflict.from_day', 'desc')
    .execute();
  const capacity = await db
    .selectFrom('capacity_ratings')
    .select(['rating', 'most', 'source', 'rated_on as ratedOn'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return accept({
    items: rows.map(({ organisationId, name, ...conflict }) => ({
      ...conflict,
      organisation: { id: organisationId, name },
    })),
    capacity: capacity ?? null,
    may: { edit: mayOrWhy(against(actor, 'candidates.rate')) },
  });
};

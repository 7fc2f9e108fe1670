import type { Context } from '#platform/context.ts';
import type { Queries } from '#platform/db/database.ts';
import {
  type AllianceDescription,
  type KnownParties,
  type OrganisationKind,
  type Tier,
  yearlyValue,
} from '#alliances/domain/alliance.ts';
import type { Phase, PhaseMove } from '#alliances/domain/alliance-phase.ts';

/** An alliance as the use cases change it. */
export type StoredAlliance = {
  readonly id: string;
  readonly phase: Phase;
  readonly description: AllianceDescription;
};

/** Reads an alliance and holds its row until the transaction ends, so that two edits follow each other. */
export const loadAlliance = async (db: Queries, id: string): Promise<StoredAlliance | null> => {
  const row = await db.selectFrom('alliances').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) return null;
  const partners = await db
    .selectFrom('alliance_partners')
    .select('organisation_id')
    .where('alliance_id', '=', id)
    .orderBy('organisation_id')
    .execute();
  const values = await db
    .selectFrom('alliance_area_values')
    .select(['area_id as areaId', 'yearly_amount as amount'])
    .where('alliance_id', '=', id)
    .orderBy('area_id')
    .execute();
  const decisions = await db
    .selectFrom('alliance_decisions')
    .select(['decision', 'amount'])
    .where('alliance_id', '=', id)
    .orderBy('decision')
    .execute();
  const objectives = await db
    .selectFrom('alliance_objectives')
    .select(['id', 'sentence'])
    .where('alliance_id', '=', id)
    .orderBy('place')
    .execute();
  return {
    id,
    phase: row.phase as Phase,
    description: {
      name: row.name,
      externalId: row.external_id,
      purpose: row.purpose,
      tier: row.tier as Tier,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      currency: row.currency,
      partnerIds: partners.map(({ organisation_id }) => organisation_id),
      values,
      decisions,
      objectives,
    },
  };
};

/** What the workspace knows about the ids in a description; `alliance` is the one it describes, null for a new one. */
export const findKnownParties = async (
  db: Queries,
  description: AllianceDescription,
  alliance: StoredAlliance | null,
): Promise<KnownParties> => {
  const { partnerIds, values, externalId } = description;
  const organisations = partnerIds.length
    ? await db.selectFrom('organisations').select(['id', 'name', 'kind']).where('id', 'in', partnerIds).execute()
    : [];
  const areaIds = values.map(({ areaId }) => areaId);
  const areas = areaIds.length
    ? await db.selectFrom('business_areas').select('id').where('id', 'in', areaIds).execute()
    : [];
  const taken = externalId
    ? await db
        .selectFrom('alliances')
        .select(['id', 'name'])
        .where('external_id', '=', externalId.trim())
        .executeTakeFirst()
    : undefined;
  return {
    organisations: organisations.map((row) => ({ ...row, kind: row.kind as OrganisationKind })),
    areaIds: areas.map((area) => area.id),
    externalIdTakenBy: taken && taken.id !== alliance?.id ? taken.name : null,
    objectiveIds: alliance?.description.objectives.flatMap(({ id }) => id ?? []) ?? [],
  };
};

const columnsOf = (description: AllianceDescription) => ({
  external_id: description.externalId,
  name: description.name,
  purpose: description.purpose,
  tier: description.tier,
  starts_on: description.startsOn,
  ends_on: description.endsOn,
  currency: description.currency,
  yearly_value: yearlyValue(description.values),
});

export const insertAlliance = async (
  context: Context,
  id: string,
  description: AllianceDescription,
  phase: Phase,
): Promise<void> => {
  await context.db
    .insertInto('alliances')
    .values({
      workspace_id: context.workspaceId,
      id,
      phase,
      registered_phase: phase,
      registered_at: context.now,
      ...columnsOf(description),
    })
    .execute();
  await insertParts(context, id, description);
  await insertPhaseEntry(context, id, phase, '');
};

/**
 * Replaces what is written down. Partners and objectives that stay keep their rows: an objective its id, and both
 * whether the partner sees them.
 */
export const updateAlliance = async (context: Context, id: string, description: AllianceDescription): Promise<void> => {
  const { db } = context;
  const { partnerIds, objectives } = description;
  const kept = objectives.flatMap((objective) => objective.id ?? []);
  await db.updateTable('alliances').set(columnsOf(description)).where('id', '=', id).execute();
  await db
    .deleteFrom('alliance_partners')
    .where('alliance_id', '=', id)
    .where('organisation_id', 'not in', partnerIds)
    .execute();
  await db.deleteFrom('alliance_area_values').where('alliance_id', '=', id).execute();
  await db.deleteFrom('alliance_decisions').where('alliance_id', '=', id).execute();
  await db
    .deleteFrom('alliance_objectives')
    .where('alliance_id', '=', id)
    .$if(kept.length > 0, (query) => query.where('id', 'not in', kept))
    .execute();
  await insertParts(context, id, description);
};

const insertParts = async (context: Context, allianceId: string, description: AllianceDescription): Promise<void> => {
  const { db, workspaceId, newId } = context;
  const { partnerIds, values, decisions, objectives, currency } = description;
  const ofAlliance = { workspace_id: workspaceId, alliance_id: allianceId };
  await db
    .insertInto('alliance_partners')
    .values(partnerIds.map((organisation_id) => ({ ...ofAlliance, organisation_id })))
    .onConflict((conflict) => conflict.columns(['workspace_id', 'alliance_id', 'organisation_id']).doNothing())
    .execute();
  if (values.length) {
    await db
      .insertInto('alliance_area_values')
      .values(values.map(({ areaId, amount }) => ({ ...ofAlliance, area_id: areaId, yearly_amount: amount, currency })))
      .execute();
  }
  if (decisions.length) {
    const rows = decisions.map(({ decision, amount }) => ({
      ...ofAlliance,
      decision,
      amount,
      currency: amount === null ? null : currency,
    }));
    await db.insertInto('alliance_decisions').values(rows).execute();
  }
  if (objectives.length) {
    const rows = objectives.map(({ id, sentence }, place) => ({ ...ofAlliance, id: id ?? newId(), place, sentence }));
    await db
      .insertInto('alliance_objectives')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'id']).doUpdateSet((row) => ({
          place: row.ref('excluded.place'),
          sentence: row.ref('excluded.sentence'),
        })),
      )
      .execute();
  }
};

const insertPhaseEntry = async (
  { db, workspaceId, newId, now, actor }: Context,
  allianceId: string,
  phase: Phase,
  reason: string,
): Promise<void> => {
  await db
    .insertInto('alliance_phase_entries')
    .values({
      workspace_id: workspaceId,
      id: newId(),
      alliance_id: allianceId,
      phase,
      entered_at: now,
      entered_by: actor.seatId ?? actor.name,
      reason,
    })
    .execute();
};

export const recordPhaseMove = async (context: Context, allianceId: string, move: PhaseMove): Promise<void> => {
  await context.db.updateTable('alliances').set({ phase: move.to }).where('id', '=', allianceId).execute();
  await insertPhaseEntry(context, allianceId, move.to, move.reason);
};

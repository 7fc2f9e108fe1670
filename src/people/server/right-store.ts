import type { z } from 'zod';
import type { AnnouncedMoveDraft } from '#people/domain/announced-move.ts';
import type { DecisionRightDraft } from '#people/domain/decision-right.ts';
import type { announcedMoveView, decisionRightView } from '#people/position-contract.ts';
import type { Context } from '#platform/context.ts';
import type { Queries } from '#platform/db/database.ts';

type RightView = z.infer<typeof decisionRightView>;
type MoveView = z.infer<typeof announcedMoveView>;

export const findRightViews = async (db: Queries, personId: string): Promise<RightView[]> => {
  const rows = await db
    .selectFrom('decision_rights')
    .select(['id', 'decision', 'up_to', 'currency', 'source'])
    .where('person_id', '=', personId)
    .orderBy('decision')
    .execute();
  return rows.map(({ id, decision, up_to, currency, source }) => ({
    id,
    decision,
    upTo: up_to === null || currency === null ? null : { amount: Number(up_to), currency },
    source,
  }));
};

export const findMoveViews = async (db: Queries, personId: string): Promise<MoveView[]> => {
  const rows = await db
    .selectFrom('announced_moves')
    .select(['id', 'on_day', 'probability', 'source'])
    .where('person_id', '=', personId)
    .orderBy('on_day')
    .execute();
  return rows.map((row) => ({ id: row.id, on: row.on_day, probability: Number(row.probability), source: row.source }));
};

/** One entry for each kind of decision: a second one takes the place of the first and keeps its id. */
export const putRight = async (context: Context, personId: string, draft: DecisionRightDraft): Promise<string> => {
  const row = {
    up_to: draft.upTo?.amount ?? null,
    currency: draft.upTo?.currency ?? null,
    source: draft.source,
    recorded_at: context.now,
  };
  const { id } = await context.db
    .insertInto('decision_rights')
    .values({
      workspace_id: context.workspaceId,
      id: context.newId(),
      person_id: personId,
      decision: draft.decision,
      ...row,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'person_id', 'decision']).doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const insertMove = async (context: Context, personId: string, draft: AnnouncedMoveDraft): Promise<string> => {
  const id = context.newId();
  await context.db
    .insertInto('announced_moves')
    .values({
      workspace_id: context.workspaceId,
      id,
      person_id: personId,
      on_day: draft.on,
      probability: draft.probability,
      source: draft.source,
      recorded_at: context.now,
    })
    .execute();
  return id;
};

/** Removes one row and tells whose it was and what it said; null when there was none. */
export const deleteRight = async (db: Queries, id: string) =>
  (await db
    .deleteFrom('decision_rights')
    .where('id', '=', id)
    .returning(['person_id', 'decision'])
    .executeTakeFirst()) ?? null;

export const deleteMove = async (db: Queries, id: string) =>
  (await db.deleteFrom('announced_moves').where('id', '=', id).returning(['person_id', 'on_day']).executeTakeFirst()) ??
  null;

import { accept, type Decision } from '#kernel/decision.ts';
import type { Visit } from '#platform/context.ts';
import { mayAdminister, maySeeOutbox } from '#access/domain/access-policy.ts';
import type { Me } from '#access/access-contract.ts';

const nobody: Me = {
  seat: null,
  workspace: null,
  workspaces: [],
  may: { writeAlliances: false, administer: false, seeOutbox: false },
};

export const readMe = async (visit: Visit): Promise<Decision<Me>> => {
  const decision = await visit.inWorkspace<Me>(async ({ db, actor, workspaceId }) => {
    const seat = await db
      .selectFrom('seats')
      .select(['id', 'name', 'mail'])
      .where('id', '=', actor.seatId)
      .executeTakeFirstOrThrow();
    const rows = await db
      .selectFrom('workspaces as w')
      .innerJoin('seats as s', 's.workspace_id', 'w.id')
      .select(['w.id', 'w.name', 'w.is_demo', 'w.currency'])
      .where('s.user_id', '=', actor.userId)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('seat_ends as e').select('e.seat_id').whereRef('e.seat_id', '=', 's.id'))),
      )
      .orderBy('w.created_at')
      .execute();
    const workspaces = rows.map((row) => ({ id: row.id, name: row.name, isDemo: row.is_demo, currency: row.currency }));
    return accept({
      seat: { ...seat, role: actor.role as never, isOwner: actor.isOwner, personId: actor.personId },
      workspace: workspaces.find(({ id }) => id === workspaceId) ?? null,
      workspaces,
      may: {
        writeAlliances: actor.role === 'headOfAlliances' || actor.role === 'allianceManager',
        administer: mayAdminister(actor).length === 0,
        seeOutbox: maySeeOutbox(actor, visit.services.mailGoesToOutbox).length === 0,
      },
    });
  });
  return !decision.ok && decision.kind === 'forbidden' ? accept(nobody) : decision;
};

import { accept, forbidden, missing, refuse } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import { mayAdminister, mayChangeSeat } from '#access/domain/access-policy.ts';
import { refusalsOfInvitation } from '#access/domain/invitation.ts';
import { findInvitation, findSeat } from './access-store.ts';
import { refusalsOfSeat } from './invite-member.ts';

const done = accept({ done: true as const });

export const revoke = async (context: Context, invitationId: string) => {
  const against = mayAdminister(context.actor);
  if (against.length > 0) return forbidden(...against);
  const invitation = await findInvitation(context.db, invitationId);
  if (!invitation) return missing('invitation');
  const end = invitation.end_kind ? { kind: invitation.end_kind as 'accepted' } : null;
  const refusals = refusalsOfInvitation({ expiresAt: invitation.expires_at, end }, context.now);
  if (refusals.length > 0) return refuse(...refusals);
  await context.db
    .insertInto('invitation_ends')
    .values({
      workspace_id: context.workspaceId,
      invitation_id: invitationId,
      kind: 'revoked',
      ended_at: context.now,
      ended_by: context.actor.name,
    })
    .execute();
  await context.record([{ type: 'access.invitationRevoked', subjects: [], detail: { mail: invitation.mail } }]);
  return done;
};

export const changeSeatOf = async (
  context: Context,
  seatId: string,
  input: { role: string; personId: string | null },
) => {
  const seat = await findSeat(context.db, seatId);
  if (!seat) return missing('member');
  const against = mayChangeSeat(context.actor, { id: seat.id, isOwner: seat.is_owner && input.role !== seat.role });
  if (against.length > 0) return forbidden(...against);
  const refusals = await refusalsOfSeat(context, input.role, input.personId);
  if (refusals.length > 0) return refuse(...refusals);
  await context.db
    .updateTable('seats')
    .set({ role: input.role, person_id: input.personId })
    .where('id', '=', seatId)
    .execute();
  await context.record([
    {
      type: 'access.seatChanged',
      subjects: [{ kind: 'seat', id: seatId }],
      detail: { role: input.role, was: seat.role },
    },
  ]);
  return done;
};

export const endSeatOf = async (context: Context, seatId: string, reason: string) => {
  const seat = await findSeat(context.db, seatId);
  if (!seat) return missing('member');
  const against = mayChangeSeat(context.actor, { id: seat.id, isOwner: seat.is_owner });
  if (against.length > 0) return forbidden(...against);
  await context.db
    .insertInto('seat_ends')
    .values({
      workspace_id: context.workspaceId,
      seat_id: seatId,
      ended_at: context.now,
      ended_by: context.actor.name,
      reason,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await context.record([
    { type: 'access.seatEnded', subjects: [{ kind: 'seat', id: seatId }], detail: { name: seat.name, reason } },
  ]);
  return done;
};

export const rename = async (context: Context, input: { name: string; currency: string }) => {
  const against = mayAdminister(context.actor);
  if (against.length > 0) return forbidden(...against);
  await context.db.updateTable('workspaces').set(input).where('id', '=', context.workspaceId).execute();
  await context.record([
    { type: 'workspace.changed', subjects: [{ kind: 'workspace', id: context.workspaceId }], detail: input },
  ]);
  return done;
};

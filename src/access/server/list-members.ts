import { accept } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import { mayAdminister } from '#access/domain/access-policy.ts';
import { invitationState } from '#access/domain/invitation.ts';
import { seatsInForce } from './access-store.ts';

export const listMembersOf = async ({ db, actor, now, workspaceId }: Context) => {
  const seats = await seatsInForce(db)
    .leftJoin('persons as p', (join) =>
      join.onRef('p.workspace_id', '=', 's.workspace_id').onRef('p.id', '=', 's.person_id'),
    )
    .selectAll('s')
    .select('p.name as person_name')
    // One's own seats in other workspaces are within reach too, so that one can go there; they are not members here.
    .where('s.workspace_id', '=', workspaceId)
    .orderBy('s.name')
    .execute();
  const invitations = await db
    .selectFrom('invitations as i')
    .leftJoin('invitation_ends as e', (join) =>
      join.onRef('e.workspace_id', '=', 'i.workspace_id').onRef('e.invitation_id', '=', 'i.id'),
    )
    .leftJoin('persons as p', (join) =>
      join.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.person_id'),
    )
    .selectAll('i')
    .select(['e.kind as end_kind', 'p.name as person_name'])
    .orderBy('i.invited_at', 'desc')
    .limit(100)
    .execute();
  const against = mayAdminister(actor);
  return accept({
    members: seats.map((seat) => ({
      seatId: seat.id,
      name: seat.name,
      mail: seat.mail,
      role: seat.role as never,
      isOwner: seat.is_owner,
      personId: seat.person_id,
      personName: seat.person_name,
      since: seat.created_at.toISOString(),
    })),
    invitations: invitations.map((row) => ({
      id: row.id,
      name: row.name,
      mail: row.mail,
      role: row.role as never,
      personName: row.person_name,
      invitedAt: row.invited_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      state: invitationState(
        { expiresAt: row.expires_at, end: row.end_kind ? { kind: row.end_kind as 'accepted' } : null },
        now,
      ),
    })),
    may: { invite: against[0]?.message ?? (true as const) },
  });
};

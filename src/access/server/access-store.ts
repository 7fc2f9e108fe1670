import type { Queries } from '#platform/db/database.ts';

export const findInvitation = (db: Queries, invitationId: string) =>
  db
    .selectFrom('invitations as i')
    .leftJoin('invitation_ends as e', (join) =>
      join.onRef('e.workspace_id', '=', 'i.workspace_id').onRef('e.invitation_id', '=', 'i.id'),
    )
    .innerJoin('workspaces as w', 'w.id', 'i.workspace_id')
    .selectAll('i')
    .select(['e.kind as end_kind', 'w.name as workspace_name'])
    .where('i.id', '=', invitationId)
    .executeTakeFirst();

export const findSeat = (db: Queries, seatId: string) =>
  db.selectFrom('seats').selectAll().where('id', '=', seatId).executeTakeFirst();

export const seatsInForce = (db: Queries) =>
  db
    .selectFrom('seats as s')
    .leftJoin('seat_ends as e', (join) =>
      join.onRef('e.workspace_id', '=', 's.workspace_id').onRef('e.seat_id', '=', 's.id'),
    )
    .where('e.seat_id', 'is', null);

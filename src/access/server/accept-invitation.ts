import { accept, type Decision, refuse } from '#kernel/decision.ts';
import { type Context, type Services, visitAsSystem } from '#platform/context.ts';
import { readLink } from '#platform/links/signed-link.ts';
import { refusalsOfInvitation } from '#access/domain/invitation.ts';
import { findInvitation } from './access-store.ts';
import type { Identity } from './identity.ts';

const openInvitation = <T>(
  services: Services,
  token: string,
  work: (context: Context, invitation: NonNullable<Awaited<ReturnType<typeof findInvitation>>>) => Promise<Decision<T>>,
): Promise<Decision<T>> => {
  const link = readLink(services.linkSecret, token, 'join', services.clock());
  if (!link.ok) return Promise.resolve(refuse({ rule: 'ACC-6', message: link.why }));
  return visitAsSystem(services, link.claim.workspaceId, 'Invitation').inWorkspace(async (context) => {
    const invitation = await findInvitation(context.db, link.claim.subjectId);
    if (!invitation) return refuse({ rule: 'ACC-6', message: 'This invitation no longer exists.' });
    const end = invitation.end_kind ? { kind: invitation.end_kind as 'accepted' } : null;
    const refusals = refusalsOfInvitation({ expiresAt: invitation.expires_at, end }, context.now);
    return refusals.length > 0 ? refuse(...refusals) : work(context, invitation);
  });
};

export const readInvitationBy = (services: Services, identity: Identity, token: string) =>
  openInvitation(services, token, async (_context, invitation) =>
    accept({
      workspaceName: invitation.workspace_name,
      name: invitation.name,
      mail: invitation.mail,
      role: invitation.role as never,
      invitedBy: invitation.invited_by,
      hasAccount: (await identity.findUser(invitation.mail)) !== null,
    }),
  );

/** Takes the seat. The invitation came by mail, so the address is known to be theirs. */
export const acceptInvitationBy = (
  services: Services,
  identity: Identity,
  token: string,
  input: { readonly name: string; readonly password: string },
): Promise<Decision<{ mail: string; workspaceId: string }>> =>
  openInvitation(services, token, async (context, invitation) => {
    const known = await identity.findUser(invitation.mail);
    if (known && !(await identity.isPassword(known, input.password))) {
      return refuse({
        rule: 'ACC-10',
        field: 'password',
        message: 'You have a password here already, and this is not it.',
      });
    }
    const claimed = await context.db
      .insertInto('invitation_ends')
      .values({
        workspace_id: context.workspaceId,
        invitation_id: invitation.id,
        kind: 'accepted',
        ended_at: context.now,
        ended_by: input.name,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (Number(claimed.numInsertedOrUpdatedRows ?? 0) === 0) {
      return refuse({
        rule: 'ACC-6',
        message: 'This invitation has been accepted already. Sign in with your mail and password.',
      });
    }
    const userId = known ?? (await identity.createUser(input.name, invitation.mail, input.password));
    try {
      await takeSeat(context, invitation, userId, input.name);
    } catch (error) {
      if (!known) await identity.deleteUser(userId);
      throw error;
    }
    return accept({ mail: invitation.mail, workspaceId: context.workspaceId });
  });

const takeSeat = async (
  context: Context,
  invitation: { id: string; mail: string; role: string; person_id: string | null },
  userId: string,
  name: string,
): Promise<void> => {
  const former = await context.db.selectFrom('seats').select('id').where('user_id', '=', userId).executeTakeFirst();
  const seatId = former?.id ?? context.newId();
  if (former) {
    await context.db.deleteFrom('seat_ends').where('seat_id', '=', seatId).execute();
    await context.db
      .updateTable('seats')
      .set({ name, role: invitation.role, person_id: invitation.person_id })
      .where('id', '=', seatId)
      .execute();
  } else {
    await context.db
      .insertInto('seats')
      .values({
        workspace_id: context.workspaceId,
        id: seatId,
        user_id: userId,
        name,
        mail: invitation.mail,
        role: invitation.role,
        person_id: invitation.person_id,
        created_at: context.now,
      })
      .execute();
  }
  await context.record([
    {
      type: 'access.joined',
      subjects: [{ kind: 'seat', id: seatId }],
      detail: { name, mail: invitation.mail, role: invitation.role },
    },
  ]);
};

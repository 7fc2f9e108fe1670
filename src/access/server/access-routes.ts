import { accept } from '#kernel/decision.ts';
import { publicRoute, type Route, route } from '#platform/http/route.ts';
import * as contract from '#access/access-contract.ts';
import { acceptInvitationBy, readInvitationBy } from './accept-invitation.ts';
import { changeSeatOf, endSeatOf, rename, revoke } from './change-members.ts';
import type { Identity } from './identity.ts';
import { invite } from './invite-member.ts';
import { listMembersOf } from './list-members.ts';
import { readMe } from './read-me.ts';
import { listOutboxOf, readMailOf } from './read-outbox.ts';
import { checkSetupLink, isSetUp } from './set-up.ts';
import { workspaceCookie } from './workspace-cookie.ts';

export const accessRoutes = (identity: Identity): Route[] => [
  publicRoute(contract.getGround, async ({ services }) =>
    accept({ isSetUp: await isSetUp(services), mailGoesToOutbox: services.mailGoesToOutbox, version: '0.1.0' }),
  ),
  publicRoute(contract.checkSetup, ({ params, services }) => checkSetupLink(services, params.token)),
  route(contract.getMe, ({ visit }) => readMe(visit)),
  route(contract.enterWorkspace, async ({ body, visit, services, http }) => {
    const me = await readMe(visit);
    if (!me.ok) return me;
    if (me.value.workspaces.some(({ id }) => id === body.workspaceId)) {
      http.header('Set-Cookie', workspaceCookie(body.workspaceId, services.baseUrl.startsWith('https:')), {
        append: true,
      });
    }
    return accept({ done: true as const });
  }),
  route(contract.listMembers, ({ visit }) => visit.inWorkspace(listMembersOf)),
  route(contract.inviteMember, ({ visit, body }) => visit.inWorkspace((context) => invite(context, body))),
  route(contract.revokeInvitation, ({ visit, params }) =>
    visit.inWorkspace((context) => revoke(context, params.invitationId)),
  ),
  route(contract.changeSeat, ({ visit, params, body }) =>
    visit.inWorkspace((context) => changeSeatOf(context, params.seatId, body)),
  ),
  route(contract.endSeat, ({ visit, params, body }) =>
    visit.inWorkspace((context) => endSeatOf(context, params.seatId, body.reason)),
  ),
  publicRoute(contract.readInvitation, ({ params, services }) => readInvitationBy(services, identity, params.token)),
  publicRoute(contract.acceptInvitation, async ({ params, body, services, http }) => {
    const accepted = await acceptInvitationBy(services, identity, params.token, body);
    if (!accepted.ok) return accepted;
    const { mail, workspaceId } = accepted.value;
    for (const cookie of await identity.signIn(mail, body.password, http.req.raw.headers)) {
      http.header('Set-Cookie', cookie, { append: true });
    }
    http.header('Set-Cookie', workspaceCookie(workspaceId, services.baseUrl.startsWith('https:')), { append: true });
    return accept({ done: true as const });
  }),
  route(contract.renameWorkspace, ({ visit, body }) => visit.inWorkspace((context) => rename(context, body))),
  route(contract.listOutbox, ({ visit, query, services }) =>
    visit.inWorkspace((context) => listOutboxOf(context, services.mailGoesToOutbox, query.after)),
  ),
  route(contract.readOutboxMail, ({ visit, params, services }) =>
    visit.inWorkspace((context) => readMailOf(context, services.mailGoesToOutbox, params.mailId)),
  ),
];

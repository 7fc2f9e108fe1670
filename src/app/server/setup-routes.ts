import type { Context as HttpContext } from 'hono';
import { deleteDemo, leaveDemo, setUp, startDemo } from '#access/access-contract.ts';
import type { Identity } from '#access/server/identity.ts';
import { readMe } from '#access/server/read-me.ts';
import { setUp as makeWorkspace } from '#access/server/set-up.ts';
import { workspaceCookie } from '#access/server/workspace-cookie.ts';
import { accept, type Decision, forbidden, refuse } from '#kernel/decision.ts';
import { enterOrganisation } from '#people/server/create-organisation.ts';
import { type Services, type Visit, visitAsSystem, visitAsUser } from '#platform/context.ts';
import { type HttpEnvironment, publicRoute, type Route, route } from '#platform/http/route.ts';
import { deleteDemo as removeDemo } from './demo/delete-demo.ts';
import { startDemo as openDemo } from './demo/start-demo.ts';

const blankOrganisation = {
  kind: 'own',
  isFounderLed: false,
  founderLedSince: null,
  country: null,
  externalId: null,
} as const;

const onlyItsOwner = { rule: 'DEMO-4', message: 'Only the owner of the demo may delete it. Leave it instead.' };

const done = accept({ done: true as const });

const goTo = (http: HttpContext<HttpEnvironment>, services: Services, workspaceId: string): void =>
  http.header('Set-Cookie', workspaceCookie(workspaceId, services.baseUrl.startsWith('https:')), { append: true });

type Visitor = {
  readonly userId: string;
  readonly name: string;
  readonly mail: string;
  readonly current: { readonly id: string; readonly isDemo: boolean };
  readonly own: { readonly id: string } | null;
  readonly demo: { readonly id: string } | null;
};

const visitorOf = async (visit: Visit): Promise<Decision<Visitor>> => {
  const me = await readMe(visit);
  if (!me.ok) return me;
  const { seat, workspace, workspaces } = me.value;
  if (!seat || !workspace) return forbidden({ rule: 'ACC-1', message: 'You have no seat in a workspace.' });
  return visit.inWorkspace(async ({ actor }) =>
    accept({
      userId: actor.userId ?? '',
      name: seat.name,
      mail: seat.mail,
      current: workspace,
      own: workspaces.find(({ isDemo }) => !isDemo) ?? null,
      demo: workspaces.find(({ isDemo }) => isDemo) ?? null,
    }),
  );
};

/** Setting up, and the way into the demo and out of it. */
export const setupRoutes = (identity: Identity): Route[] => [
  publicRoute(setUp, async ({ params, body, services, http }) => {
    const made = await makeWorkspace(services, identity, params.token, body);
    if (!made.ok) return made;
    const { userId, workspaceId } = made.value;
    // The company whose record this is: everybody's posts and areas hang on it, an import's as well.
    const own = await visitAsSystem(services, workspaceId, body.ownerName).inWorkspace((context) =>
      enterOrganisation(context, { ...blankOrganisation, name: body.workspaceName }),
    );
    if (!own.ok) return own;
    for (const cookie of await identity.signIn(body.mail, body.password, http.req.raw.headers)) {
      http.header('Set-Cookie', cookie, { append: true });
    }
    if (body.start === 'empty') {
      goTo(http, services, workspaceId);
      return done;
    }
    const demo = await openDemo(services, { userId, name: body.ownerName, mail: body.mail });
    goTo(http, services, demo.ok ? demo.value.workspaceId : workspaceId);
    return demo.ok ? done : demo;
  }),
  route(startDemo, async ({ visit, services, http }) => {
    const visitor = await visitorOf(visit);
    if (!visitor.ok) return visitor;
    const { demo } = visitor.value;
    const opened = demo ? accept({ workspaceId: demo.id }) : await openDemo(services, visitor.value);
    if (!opened.ok) return opened;
    goTo(http, services, opened.value.workspaceId);
    return done;
  }),
  route(leaveDemo, async ({ visit, services, http }) => {
    const visitor = await visitorOf(visit);
    if (!visitor.ok) return visitor;
    const { own } = visitor.value;
    if (!own)
      return refuse({
        rule: 'DEMO-2',
        message: 'There is no workspace of your own to go to. Ask its owner for an invitation.',
      });
    goTo(http, services, own.id);
    return done;
  }),
  route(deleteDemo, async ({ visit, services, http }) => {
    const visitor = await visitorOf(visit);
    if (!visitor.ok) return visitor;
    const { userId, current, demo, own } = visitor.value;
    const target = current.isDemo ? current : demo;
    if (!target) return refuse({ rule: 'DEMO-3', message: 'There is no demo to delete.' });
    const mayDelete = await visitAsUser(services, userId, target.id).inWorkspace(async ({ actor }) =>
      actor.isOwner ? accept(null) : forbidden(onlyItsOwner),
    );
    if (!mayDelete.ok) return mayDelete;
    const removed = await removeDemo(services, target.id);
    if (!removed.ok) return removed;
    if (own) goTo(http, services, own.id);
    return done;
  }),
];

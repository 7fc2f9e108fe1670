import { accept, type Decision } from '#kernel/decision.ts';
import { type Services, visitAsSystem } from '#platform/context.ts';
import { newId } from '#platform/new-id.ts';
import { aureliaCast } from '#seed/aurelia/aurelia-cast.ts';
import type { Cast } from '#seed/cast.ts';
import { fillDemo } from './fill-demo.ts';

export type DemoVisitor = { readonly userId: string; readonly name: string; readonly mail: string };

/** Makes a workspace with the cast in it, marked as a demo, and a seat there for somebody who may do everything. */
export const startDemo = (
  services: Services,
  visitor: DemoVisitor,
  cast: Cast = aureliaCast,
): Promise<Decision<{ readonly workspaceId: string }>> => {
  const workspaceId = newId();
  return visitAsSystem(services, workspaceId, visitor.name).inWorkspace(async (context) => {
    await context.db
      .insertInto('workspaces')
      .values({ id: workspaceId, name: cast.company, is_demo: true, created_at: context.now })
      .execute();
    await context.db
      .insertInto('seats')
      .values({
        workspace_id: workspaceId,
        id: context.newId(),
        user_id: visitor.userId,
        name: visitor.name,
        mail: visitor.mail.toLowerCase(),
        role: 'headOfAlliances',
        is_owner: true,
        created_at: context.now,
      })
      .execute();
    await fillDemo(context, cast);
    await context.record([
      {
        type: 'workspace.created',
        subjects: [{ kind: 'workspace', id: workspaceId }],
        detail: { name: cast.company, isDemo: true, owner: visitor.name },
      },
    ]);
    return accept({ workspaceId });
  });
};

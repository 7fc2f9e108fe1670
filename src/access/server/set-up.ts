import { sql } from 'kysely';
import { accept, type Decision, refuse } from '#kernel/decision.ts';
import { type Services, visitAsSystem } from '#platform/context.ts';
import { readLink, signLink } from '#platform/links/signed-link.ts';
import { newId } from '#platform/new-id.ts';
import type { Identity } from './identity.ts';

export type SetUpInput = {
  readonly workspaceName: string;
  readonly currency: string;
  readonly ownerName: string;
  readonly mail: string;
  readonly password: string;
};

const nobody = '00000000-0000-0000-0000-000000000000';
const lockNumber = 4_736_823_684;

export const isSetUp = async (services: Services): Promise<boolean> => {
  const found = await services.database.pool.query('select 1 from workspaces limit 1');
  return (found.rowCount ?? 0) > 0;
};

/** The address printed in the terminal of a new server; good for a day, and until the first workspace is made. */
export const setupLink = (services: Services): string => {
  const expiresAt = new Date(services.clock().getTime() + 24 * 3_600_000);
  const token = signLink(services.linkSecret, { purpose: 'setup', workspaceId: nobody, subjectId: nobody, expiresAt });
  return `${services.baseUrl}/setup/${token}`;
};

/** ACC-7: set up once, by whoever can read the server's terminal. */
export const checkSetupLink = async (services: Services, token: string): Promise<Decision<{ done: true }>> => {
  if (await isSetUp(services)) {
    return refuse({ rule: 'ACC-7', message: 'This server has been set up already. Sign in instead.' });
  }
  const link = readLink(services.linkSecret, token, 'setup', services.clock());
  if (!link.ok) return refuse({ rule: 'ACC-7', message: `${link.why} The newest one is in the server's terminal.` });
  return accept({ done: true });
};

/** Makes the workspace and its owner. Of two at once, one wins and the other is told. */
export const setUp = async (
  services: Services,
  identity: Identity,
  token: string,
  input: SetUpInput,
): Promise<Decision<{ userId: string; workspaceId: string }>> => {
  const checked = await checkSetupLink(services, token);
  if (!checked.ok) return checked;
  const workspaceId = newId();
  return visitAsSystem(services, workspaceId, input.ownerName).inWorkspace(async (context) => {
    await sql`select pg_advisory_xact_lock(${lockNumber})`.execute(context.db);
    const again = await checkSetupLink(services, token);
    if (!again.ok) return again;
    const userId = await identity.createUser(input.ownerName, input.mail, input.password);
    try {
      await context.db
        .insertInto('workspaces')
        .values({ id: workspaceId, name: input.workspaceName, currency: input.currency, created_at: context.now })
        .execute();
      await context.db
        .insertInto('seats')
        .values({
          workspace_id: workspaceId,
          id: context.newId(),
          user_id: userId,
          name: input.ownerName,
          mail: input.mail.toLowerCase(),
          role: 'headOfAlliances',
          is_owner: true,
          created_at: context.now,
        })
        .execute();
      await context.record([
        {
          type: 'workspace.created',
          subjects: [{ kind: 'workspace', id: workspaceId }],
          detail: { name: input.workspaceName, owner: input.ownerName },
        },
      ]);
    } catch (error) {
      await identity.deleteUser(userId);
      throw error;
    }
    return accept({ userId, workspaceId });
  });
};

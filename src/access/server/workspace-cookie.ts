import { isUuid } from '#kernel/id.ts';

const cookieName = 'entente.workspace';

/** Which of their workspaces somebody was in last. It grants nothing: the seat decides. */
export const chosenWorkspace = (headers: Headers): string | null => {
  const found = /(?:^|;\s*)entente\.workspace=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1];
  return found && isUuid(found) ? found : null;
};

export const workspaceCookie = (workspaceId: string, isSecure: boolean): string =>
  `${cookieName}=${workspaceId}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;

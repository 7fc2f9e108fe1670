import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { enterWorkspace, getGround, getMe, leaveDemo, startDemo } from '#access/access-contract.ts';
import { ask, isRefused, type Refused, refused } from '#ui/ask.ts';
import { reading, useAct } from '#ui/asking.ts';
import { accessWords } from './access-words.ts';
import { signOut } from './identity-requests.ts';

/** Who is signed in; undefined while not known yet. */
export const useMe = () => useQuery({ ...reading(getMe), staleTime: 60_000 }).data;

export const useGround = () => useQuery({ ...reading(getGround), staleTime: 60_000 }).data;

/** Forgets all that was read, for another person or another workspace, and goes somewhere. */
export const useStartAfresh = () => {
  const client = useQueryClient();
  const router = useRouter();
  return async (href: string): Promise<void> => {
    await router.navigate({ href, replace: true });
    client.removeQueries({ type: 'inactive' });
    await client.resetQueries();
  };
};

export const useSignOut = () => {
  const startAfresh = useStartAfresh();
  return async (): Promise<void> => {
    await ask(signOut, { body: {} });
    await startAfresh('/sign-in');
  };
};

export const useEnterWorkspace = () => {
  const startAfresh = useStartAfresh();
  return useAct(enterWorkspace, { onDone: () => startAfresh('/alliances') });
};

export const useStartDemo = () => {
  const startAfresh = useStartAfresh();
  return useAct(startDemo, { onDone: () => startAfresh('/alliances') });
};

export const useLeaveDemo = () => {
  const startAfresh = useStartAfresh();
  return useAct(leaveDemo, { onDone: () => startAfresh('/alliances') });
};

/** Only a place of our own may follow signing in: '//elsewhere.example' would leave this address. */
export const safePlace = (next: string | undefined): string =>
  next?.startsWith('/') && !next.startsWith('//') && !next.startsWith('/\\') && !next.startsWith('/sign-in')
    ? next
    : '/alliances';

/** The identity library answers in codes of its own: said in our words, beside the field where it belongs. */
export const inOurWords = (error: unknown, wrong: { readonly message: string; readonly field?: string }): Refused => {
  const status = isRefused(error) ? error.status : 0;
  if (status === 429) return refused(status, [{ rule: 'ACC-2', message: accessWords.signIn.tooMany }]);
  if (status >= 400 && status < 500) return refused(status, [{ rule: 'ACC-2', ...wrong }]);
  return isRefused(error) ? error : refused(0, [{ rule: 'BUG', message: String(error) }]);
};

import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isRefused } from '#ui/ask.ts';

const isSignedOut = (error: unknown): boolean => isRefused(error) && error.status === 401;

/** A refusal is an answer and is not asked again; a server that does not answer is, twice. */
const mayHelp = (tries: number, error: unknown): boolean =>
  tries < 2 && (!isRefused(error) || error.status === 0 || error.status >= 502);

/** @param onSignedOut called when the server says that nobody is signed in (any more) */
export const createQueryClient = (onSignedOut: () => void): QueryClient => {
  const onError = (error: unknown) => {
    if (isSignedOut(error)) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 15_000, retry: mayHelp, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
};

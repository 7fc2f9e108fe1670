import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type { Endpoint, InputOf, ReplyOf } from '#kernel/endpoint.ts';
import { type Asked, ask, type Refused } from './ask.ts';
import { notifyDone, notifyRefused } from './notices.ts';

type Parts = { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown };
type Send<E extends Endpoint> = (endpoint: E, asked: Parts & { readonly signal?: AbortSignal }) => Promise<ReplyOf<E>>;

const send = ask as unknown as <E extends Endpoint>(...request: Parameters<Send<E>>) => ReturnType<Send<E>>;

/** One reading of the server for useQuery or a route's loader; its key is the path, the parameters and the query. */
export const reading = <const E extends Endpoint>(
  endpoint: E,
  ...[asked]: Record<string, never> extends Asked<E> ? [asked?: Asked<E>] : [asked: Asked<E>]
) => {
  const { params, query } = (asked ?? {}) as Parts;
  return queryOptions<ReplyOf<E>, Refused>({
    queryKey: [endpoint.path, params ?? null, query ?? null],
    queryFn: ({ signal }) => send(endpoint, { params, query, signal }),
  });
};

type Paged = { readonly items: readonly unknown[]; readonly next: string | null };

/**
 * A keyset-paged list: `rows` is undefined until the first page is there; `more` goes to DataTable as it is. The rows shown
 * stay until a new filter's rows have come, so that nothing jumps.
 */
export const usePages = <const E extends Endpoint>(
  endpoint: E,
  asked: { readonly params?: InputOf<E['params']>; readonly query?: Omit<InputOf<E['query']> & object, 'after'> } = {},
) => {
  type Row = ReplyOf<E> extends { items: readonly (infer R)[] } ? R : never;
  const pages = useInfiniteQuery(
    infiniteQueryOptions({
      queryKey: [endpoint.path, asked.params ?? null, asked.query ?? null, 'pages'],
      queryFn: ({ pageParam, signal }) =>
        send(endpoint, { params: asked.params, query: { ...asked.query, after: pageParam }, signal }) as Promise<Paged>,
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  return {
    rows: pages.data?.pages.flatMap(({ items }) => items as readonly Row[]),
    first: pages.data?.pages[0] as ReplyOf<E> | undefined,
    error: pages.error,
    isStale: pages.isPlaceholderData,
    more: { has: pages.hasNextPage, isLoading: pages.isFetchingNextPage, load: () => void pages.fetchNextPage() },
  };
};

export type ActOptions<E extends Endpoint> = {
  /** Said in a notice when the server has accepted. */
  readonly done?: string | ((reply: ReplyOf<E>) => string);
  readonly onDone?: (reply: ReplyOf<E>) => unknown;
  /** True when the page shows the refusals itself, as a form does; otherwise a notice does. */
  readonly showsRefusals?: boolean;
};

/** One act on the server: `mutate({ params, body })`. All that was read is read afresh after it. */
export const useAct = <const E extends Endpoint>(endpoint: E, { done, onDone, showsRefusals }: ActOptions<E> = {}) => {
  const client = useQueryClient();
  return useMutation<ReplyOf<E>, Refused, Asked<E>>({
    mutationFn: (asked) => send(endpoint, asked),
    onSuccess: async (reply) => {
      if (done) notifyDone(typeof done === 'string' ? done : done(reply));
      await onDone?.(reply);
      await client.invalidateQueries();
    },
    onError: (error) => {
      if (!showsRefusals) notifyRefused(error);
    },
  });
};

import type { Refusal } from '#kernel/decision.ts';
import type { Endpoint, InputOf, ReplyOf } from '#kernel/endpoint.ts';
import { uiWords } from './ui-words.ts';

/** What a request that was not accepted throws: the HTTP status (0 when no server answered) and every reason. */
export type Refused = Error & { readonly status: number; readonly refusals: readonly Refusal[] };

type Part<E extends Endpoint, Name extends 'params' | 'query' | 'body'> =
  InputOf<E[Name]> extends undefined
    ? { readonly [K in Name]?: undefined }
    : Record<string, never> extends InputOf<E[Name]>
      ? { readonly [K in Name]?: InputOf<E[Name]> }
      : { readonly [K in Name]: InputOf<E[Name]> };

/** The data that an endpoint wants, by its own schemas. */
export type Asked<E extends Endpoint> = Part<E, 'params'> &
  Part<E, 'query'> &
  Part<E, 'body'> & { readonly signal?: AbortSignal };

export const refused = (status: number, refusals: readonly Refusal[]): Refused =>
  Object.assign(new Error(refusals.map(({ message }) => message).join(' ')), { name: 'Refused', status, refusals });

export const isRefused = (error: unknown): error is Refused => error instanceof Error && error.name === 'Refused';

/** Every reason of a failure as sentences, whatever was thrown. */
export const refusalsIn = (error: unknown): readonly Refusal[] =>
  isRefused(error) ? error.refusals : error ? [{ rule: 'BUG', message: uiWords.somethingWrong }] : [];

const filled = (path: string, params: Record<string, unknown> = {}): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));

/** A query string with its question mark: lists repeat their name, what is undefined or null is left out. */
export const queryString = (query: Readonly<Record<string, unknown>> = {}): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => one !== undefined && one !== null && one !== '')
      .map((one): [string, string] => [name, String(one)]),
  );
  return pairs.length ? `?${new URLSearchParams(pairs)}` : '';
};

/** Where an endpoint answers, with its parameters and its query filled in. */
export const addressOf = (endpoint: Endpoint, asked: { params?: unknown; query?: unknown } = {}): string =>
  filled(endpoint.path, asked.params as Record<string, unknown>) + queryString(asked.query as Record<string, unknown>);

const replyIn = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const reply: unknown = isJson && text ? JSON.parse(text) : null;
  if (response.ok) return reply;
  const refusals = (reply as { refusals?: readonly Refusal[] } | null)?.refusals;
  throw refused(response.status, refusals ?? [{ rule: 'HTTP', message: uiWords.serverSaid(response.status) }]);
};

const fetched = async (address: string, request: RequestInit): Promise<Response> => {
  try {
    return await fetch(address, { credentials: 'same-origin', ...request });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw refused(0, [{ rule: 'HTTP', message: uiWords.noServer }]);
  }
};

/** Asks the server by an endpoint's description. @throws Refused with every reason when the server does not accept. */
export const ask = async <const E extends Endpoint>(
  endpoint: E,
  ...[asked]: Record<string, never> extends Asked<E> ? [asked?: Asked<E>] : [asked: Asked<E>]
): Promise<ReplyOf<E>> => {
  const { params, query, body, signal } = (asked ?? {}) as { [K in 'params' | 'query' | 'body']?: unknown } & {
    signal?: AbortSignal;
  };
  const response = await fetched(addressOf(endpoint, { params, query }), {
    method: endpoint.method.toUpperCase(),
    ...(signal ? { signal } : {}),
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return (await replyIn(response)) as ReplyOf<E>;
};

/** Sends a file as it is, such as a workbook to import. @throws Refused as `ask` does. */
export const sendFile = async <E extends Endpoint>(
  endpoint: E,
  file: Blob,
  asked: { params?: InputOf<E['params']>; query?: InputOf<E['query']> } = {},
): Promise<ReplyOf<E>> => {
  const headers = { 'content-type': file.type || 'application/octet-stream' };
  const response = await fetched(addressOf(endpoint, asked), {
    method: endpoint.method.toUpperCase(),
    body: file,
    headers,
  });
  return (await replyIn(response)) as ReplyOf<E>;
};

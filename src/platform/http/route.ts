import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Context as HttpContext } from 'hono';
import type { Decision, RefusalKind } from '#kernel/decision.ts';
import type { Endpoint, OutputOf, ReplyOf } from '#kernel/endpoint.ts';
import type { Services, Visit } from '#platform/context.ts';

/** What every request carries beside its own data. */
export type HttpEnvironment = {
  Variables: {
    services: Services;
    /** Opens the signed-in person's visit; null when nobody is signed in. */
    openVisit: () => Promise<Visit | null>;
  };
};

export type RouteRequest<E extends Endpoint> = {
  readonly params: OutputOf<E['params']>;
  readonly query: OutputOf<E['query']>;
  readonly body: OutputOf<E['body']>;
  readonly visit: Visit;
  readonly services: Services;
  readonly http: HttpContext<HttpEnvironment>;
};

export type Route = { readonly endpoint: Endpoint; mount(app: OpenAPIHono<HttpEnvironment>): void };

const statusOf: Record<RefusalKind, 400 | 401 | 403 | 404 | 409> = {
  malformed: 400,
  signedOut: 401,
  forbidden: 403,
  missing: 404,
  refused: 409,
};

export const signedOut: Decision<never> = {
  ok: false,
  kind: 'signedOut',
  refusals: [{ rule: 'ACC-2', message: 'Sign in to go on.' }],
};

export const answer = (http: HttpContext<HttpEnvironment>, decision: Decision<unknown>) =>
  decision.ok
    ? http.json((decision.value ?? null) as never, 200)
    : http.json({ refusals: decision.refusals } as never, statusOf[decision.kind]);

export const mounted = (
  endpoint: Endpoint,
  handle: (
    http: HttpContext<HttpEnvironment>,
    data: (part: 'param' | 'query' | 'json') => unknown,
  ) => Promise<Response>,
): Route => ({
  endpoint,
  mount(app) {
    const request: Record<string, unknown> = {};
    if (endpoint.params) request.params = endpoint.params;
    if (endpoint.query) request.query = endpoint.query;
    if (endpoint.body) request.body = { content: { 'application/json': { schema: endpoint.body } }, required: true };
    const content = endpoint.reply ? { content: { 'application/json': { schema: endpoint.reply as z.ZodType } } } : {};
    const description = createRoute({
      method: endpoint.method,
      path: endpoint.path,
      summary: endpoint.summary,
      request: request as never,
      responses: { 200: { description: 'The reply', ...content } },
    });
    app.openapi(description, ((http: HttpContext<HttpEnvironment>) =>
      handle(http, (part) => (http.req as unknown as { valid(part: string): unknown }).valid(part))) as never);
  },
});

/** A route for those who are signed in. */
export const route = <const E extends Endpoint>(
  endpoint: E,
  handler: (request: RouteRequest<E>) => Promise<Decision<ReplyOf<E>>>,
): Route =>
  mounted(endpoint, async (http, data) => {
    const visit = await http.get('openVisit')();
    if (!visit) return answer(http, signedOut);
    const request = {
      params: endpoint.params ? data('param') : undefined,
      query: endpoint.query ? data('query') : undefined,
      body: endpoint.body ? data('json') : undefined,
      visit,
      services: http.get('services'),
      http,
    };
    return answer(http, await handler(request as never));
  });

/** A route that needs no sign-in: setting up, signed links, computing a rule. It opens its own visit, if any. */
export const publicRoute = <const E extends Endpoint>(
  endpoint: E,
  handler: (request: Omit<RouteRequest<E>, 'visit'>) => Promise<Decision<ReplyOf<E>>>,
): Route =>
  mounted(endpoint, async (http, data) =>
    answer(
      http,
      await handler({
        params: endpoint.params ? data('param') : undefined,
        query: endpoint.query ? data('query') : undefined,
        body: endpoint.body ? data('json') : undefined,
        services: http.get('services'),
        http,
      } as never),
    ),
  );

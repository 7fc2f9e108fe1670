import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { rateLimiter } from 'hono-rate-limiter';
import type { Refusal } from '#kernel/decision.ts';
import type { Services, Visit } from '#platform/context.ts';
import type { HttpEnvironment, Route } from './route.ts';

type Problem = {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly code?: string;
  readonly keys?: readonly string[];
};

/** A path as a person writes it: candidates[2].values[1]. */
export const pathInWords = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part)),
    '',
  );

export const refusalsOf = (problems: readonly Problem[]): Refusal[] =>
  problems.map(({ path, message }) => {
    const field = pathInWords(path);
    return { rule: 'FORM', message: field ? `${field}: ${message}` : message, ...(field ? { field } : {}) };
  });

export type HttpSettings = {
  readonly services: Services;
  readonly routes: readonly Route[];
  readonly openVisit: (headers: Headers) => Promise<Visit | null>;
  /** Requests a minute from one caller to the addresses that need no sign-in. */
  readonly publicRequestsPerMinute: number;
  readonly callerOf: (headers: Headers) => string;
  readonly onError: (error: Error, path: string) => void;
};

/** Where anybody may knock: signed links, setting up, computing. */
const publicPaths = ['/api/setup/*', '/api/join/*', '/api/answer/*', '/api/answers/*', '/api/compute/*'];

const megabyte = 1024 * 1024;

/** Larger bodies come as raw streams to their own routes, mounted before this app's limits. */
export const createHttpApp = ({
  services,
  routes,
  openVisit,
  publicRequestsPerMinute,
  callerOf,
  onError,
}: HttpSettings): OpenAPIHono<HttpEnvironment> => {
  const app = new OpenAPIHono<HttpEnvironment>({
    defaultHook: (result, http) =>
      result.success ? undefined : http.json({ refusals: refusalsOf(result.error.issues) }, 400),
  });
  app.use(
    '*',
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        baseUri: ["'self'"],
        objectSrc: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
    }),
  );
  app.use(
    '/api/*',
    csrf({ origin: (origin, http) => origin === services.baseUrl || hostOf(origin) === http.req.header('host') }),
  );
  app.use('/api/*', async (http, next) => {
    http.header('Cache-Control', 'no-store');
    http.set('services', services);
    http.set('openVisit', () => openVisit(http.req.raw.headers));
    await next();
  });
  const limit = bodyLimit({
    maxSize: 2 * megabyte,
    onError: (http) =>
      http.json({ refusals: [{ rule: 'SIZE', message: 'This is more than 2 MB; send less at once.' }] }, 413),
  });
  app.use('/api/*', (http, next) => (http.req.path.endsWith('/upload') ? next() : limit(http, next)));
  const limiter = rateLimiter<HttpEnvironment>({
    windowMs: 60_000,
    limit: publicRequestsPerMinute,
    keyGenerator: (http) => callerOf(http.req.raw.headers),
    message: {
      refusals: [{ rule: 'RATE', message: 'Too many requests from your address. Wait a minute, then try again.' }],
    },
  });
  for (const path of publicPaths) app.use(path, limiter);
  for (const route of routes) route.mount(app);
  app.onError((error, http) => {
    if (error.name === 'SyntaxError' || /Malformed JSON/.test(error.message)) {
      return http.json({ refusals: [{ rule: 'FORM', message: 'The request is not readable as JSON.' }] }, 400);
    }
    if (error instanceof HTTPException) {
      const message =
        error.status === 403
          ? 'This request came from another site and was not let through.'
          : error.message || 'The request could not be read.';
      return http.json({ refusals: [{ rule: 'FORM', message }] }, error.status);
    }
    onError(error, http.req.path);
    return http.json(
      {
        refusals: [
          {
            rule: 'BUG',
            message:
              'Something went wrong here, and nothing was changed. Try again; if it stays so, tell whoever runs this server.',
          },
        ],
      },
      500,
    );
  });
  return app;
};

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

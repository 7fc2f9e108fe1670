import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { callerAddressHeader, type Identity, openIdentity } from '#access/server/identity.ts';
import { sendPasswordReset } from '#access/server/password-reset.ts';
import { chosenWorkspace } from '#access/server/workspace-cookie.ts';
import { type Services, visitAsUser } from '#platform/context.ts';
import { createHttpApp } from '#platform/http/http-app.ts';
import { serverSecret } from '#platform/links/server-secret.ts';
import { openApiOf } from './api-document.ts';
import { openServices, type ServicesOptions } from './compose-services.ts';
import { routesOf } from './routes.ts';

export type ServerOptions = Omit<ServicesOptions, 'baseUrl'> & {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** The address in mails; empty: the one that the server listens on. */
  readonly baseUrl: string;
  /** Tries a minute from one address, at signing in and at signed links. */
  readonly signInsPerMinute?: number;
  readonly publicRequestsPerMinute?: number;
  /** The folder with the built pages; null serves the API alone. */
  readonly webFolder: string | null;
};

export type RunningServer = {
  readonly services: Services;
  readonly identity: Identity;
  readonly url: string;
  stop(): Promise<void>;
};

type Front = Hono<{ Bindings: { incoming?: { socket: { remoteAddress?: string } } } }>;

/** Puts all parts together and listens. The one place where the pieces of a running Entente are named. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const front: Front = new Hono();
  const listener = await listen(front, options.host, options.port);
  const { port } = listener.address() as AddressInfo;
  const url = `http://${options.host === '0.0.0.0' ? '127.0.0.1' : options.host}:${port}`;
  const opened = await openServices({ ...options, baseUrl: options.baseUrl || url }).catch(async (error) => {
    await close(listener);
    throw error;
  });
  const { services } = opened;
  const identity = openIdentity({
    database: services.database,
    baseUrl: services.baseUrl,
    trustedOrigins: [services.baseUrl, `http://localhost:${port}`, `http://127.0.0.1:${port}`],
    secret: await serverSecret(services.database, 'sessions'),
    signInsPerMinute: options.signInsPerMinute ?? 10,
    sendPasswordReset: (userId, to, token) => sendPasswordReset(services, userId, to, token),
  });
  const app = createHttpApp({
    services,
    routes: routesOf(identity),
    openVisit: async (headers) => {
      const userId = await identity.userOf(headers);
      return userId ? visitAsUser(services, userId, chosenWorkspace(headers)) : null;
    },
    publicRequestsPerMinute: options.publicRequestsPerMinute ?? 120,
    callerOf: (headers) => headers.get(callerAddressHeader) ?? '',
    onError: options.onError,
  });
  app.on(['GET', 'POST'], '/api/auth/*', (http) => identity.handle(http.req.raw));
  app.get('/api/openapi.json', (http) => http.json(openApiOf(app)));
  app.all('/api/*', (http) =>
    http.json({ refusals: [{ rule: 'FOUND', message: 'There is no such address in the API.' }] }, 404),
  );
  if (options.webFolder) serveWeb(app as never, options.webFolder);
  // The caller's address is stated by the server alone: what came under that name is dropped.
  front.all('*', (http) => {
    const headers = new Headers(http.req.raw.headers);
    headers.set(callerAddressHeader, http.env.incoming?.socket.remoteAddress ?? '127.0.0.1');
    return app.fetch(new Request(http.req.raw, { headers }), http.env);
  });
  await opened.work();
  return {
    services,
    identity,
    url,
    async stop() {
      await close(listener);
      await identity.close();
      await opened.close();
    },
  };
};

const listen = (front: Front, hostname: string, port: number): Promise<ServerType> =>
  new Promise((resolve, reject) => {
    const listener = serve({ fetch: front.fetch, hostname, port });
    listener.once('listening', () => resolve(listener));
    listener.once('error', reject);
  });

/** Requests under way have three seconds to end. */
const close = (listener: ServerType): Promise<void> =>
  new Promise((resolve) => {
    listener.close(() => resolve());
    if ('closeIdleConnections' in listener) listener.closeIdleConnections();
    setTimeout(() => ('closeAllConnections' in listener ? listener.closeAllConnections() : undefined), 3000).unref();
  });

const serveWeb = (app: Hono, folder: string): void => {
  app.use('/assets/*', async (http, next) => {
    await next();
    if (http.res.ok) http.header('Cache-Control', 'public, max-age=31536000, immutable');
  });
  app.use('*', serveStatic({ root: folder }));
  const page = readFileSync(`${folder}/index.html`, 'utf8');
  app.get('*', (http) => (http.req.path.startsWith('/assets/') ? http.notFound() : http.html(page)));
};

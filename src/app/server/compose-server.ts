import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';
import { sendPasswordReset } from '#access/server/password-reset.ts';
import { callerAddressHeader, type Identity, openIdentity } from '#access/server/identity.ts';
import { chosenWorkspace } from '#access/server/workspace-cookie.ts';
import { type Services, visitAsUser } from '#platform/context.ts';
import { openDatabase } from '#platform/db/database.ts';
import { createHttpApp } from '#platform/http/http-app.ts';
import { openJobs } from '#platform/jobs/jobs.ts';
import { serverSecret } from '#platform/links/server-secret.ts';
import { jobHandlers, recurringJobs } from './job-list.ts';
import { reactions } from './reactions.ts';
import { routesOf } from './routes.ts';

export type ServerOptions = {
  /** A migrated database. */
  readonly databaseUrl: string;
  readonly dataFolder: string;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Empty: the address that the server listens on. */
  readonly baseUrl: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly clock?: () => Date;
  readonly signInsPerMinute?: number;
  /** The folder with the built pages; null serves the API alone. */
  readonly webFolder: string | null;
  readonly onError: (error: Error, where: string) => void;
};

export type RunningServer = {
  readonly services: Services;
  readonly identity: Identity;
  readonly url: string;
  stop(): Promise<void>;
};

type Listener = { close(done: (error?: Error) => void): unknown; closeAllConnections?(): void };

/** Puts all parts together and listens. The one place where the pieces of a running Entente are named. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const database = openDatabase(options.databaseUrl);
  const mail = { smtpUrl: options.smtpUrl, from: options.mailFrom };
  const late = (): Services => services;
  const handlers = jobHandlers(late, mail);
  const recurring = recurringJobs(late);
  const queues = [...Object.keys(handlers), ...recurring.map(({ name }) => name)];
  const jobs = await openJobs(options.databaseUrl, queues, (error) => options.onError(error, 'jobs'));

  const front = new Hono<{ Bindings: { incoming: { socket: { remoteAddress?: string } } } }>();
  const listener = serve({ fetch: front.fetch, hostname: options.host, port: options.port });
  await new Promise<void>((resolve, reject) => {
    listener.once('listening', resolve);
    listener.once('error', reject);
  }).catch(async (error) => {
    await jobs.stop();
    await database.close();
    throw error;
  });
  const { port } = listener.address() as AddressInfo;
  const baseUrl = options.baseUrl || `http://${options.host}:${port}`;

  const services: Services = {
    database,
    jobs,
    clock: options.clock ?? (() => new Date()),
    linkSecret: await serverSecret(database, 'links'),
    baseUrl,
    reactions,
    dataFolder: options.dataFolder,
    mailGoesToOutbox: options.smtpUrl === null,
  };
  const identity = openIdentity({
    database,
    baseUrl,
    trustedOrigins: [baseUrl, `http://localhost:${port}`, `http://127.0.0.1:${port}`],
    secret: await serverSecret(database, 'sessions'),
    signInsPerMinute: options.signInsPerMinute ?? 10,
    sendPasswordReset: (userId, to, token) => sendPasswordReset(services, userId, to, token),
  });
  const openVisit = async (headers: Headers) => {
    const userId = await identity.userOf(headers);
    return userId ? visitAsUser(services, userId, chosenWorkspace(headers)) : null;
  };
  const app = createHttpApp({ services, routes: routesOf(identity), openVisit, onError: options.onError });
  app.on(['GET', 'POST'], '/api/auth/*', (http) => identity.handle(http.req.raw));
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
  await jobs.work(handlers, recurring);

  return {
    services,
    identity,
    url: `http://${options.host === '0.0.0.0' ? '127.0.0.1' : options.host}:${port}`,
    async stop() {
      await closeListener(listener);
      await jobs.stop();
      await identity.close();
      await database.close();
    },
  };
};

const closeListener = (listener: Listener): Promise<void> =>
  new Promise((resolve) => {
    listener.close(() => resolve());
    // Requests under way have three seconds to end.
    setTimeout(() => listener.closeAllConnections?.(), 3000).unref();
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

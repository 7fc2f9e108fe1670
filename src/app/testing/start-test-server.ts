import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '#kernel/actor.ts';
import type { Refusal } from '#kernel/decision.ts';
import type { Endpoint, InputOf, ReplyOf } from '#kernel/endpoint.ts';
import { type Context, visitAsSystem } from '#platform/context.ts';
import { type Queries, inTransaction } from '#platform/db/database.ts';
import { verifyLedgers } from '#platform/ledger/verify-ledger.ts';
import { newId } from '#platform/new-id.ts';
import { createTestDatabase } from '#platform/testing/test-database.ts';
import { type RunningServer, startServer } from '#app/server/compose-server.ts';

export type Answer<R> = {
  readonly status: number;
  /** Undefined when refused. */
  readonly reply: R;
  readonly refusals: readonly Refusal[];
  readonly headers: Headers;
};

type Parts<E extends Endpoint> = {
  params?: InputOf<E['params']>;
  query?: InputOf<E['query']>;
  body?: InputOf<E['body']>;
};

export type TestClient = {
  readonly personId: string | null;
  readonly cookie: string;
  ask<const E extends Endpoint>(endpoint: E, parts?: Parts<E>): Promise<Answer<ReplyOf<E>>>;
  /** A request in the raw: uploads, downloads, malformed bodies. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
};

export type WrittenMail = {
  readonly purpose: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

export type TestServer = {
  readonly url: string;
  readonly workspaceId: string;
  readonly running: RunningServer;
  readonly anonymous: TestClient;
  /** Signs in with a seat of this role, made at the first call for the same role and person. */
  as(role: Exclude<Role, 'system'>, options?: { personId?: string; isOwner?: boolean }): Promise<TestClient>;
  /** Reads or writes as the database's owner: for arranging and for looking, never for what the product should do itself. */
  sql<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Runs in a context of the software itself, for arranging through the product's own use cases. */
  inWorkspace<T>(work: (context: Context) => Promise<T>): Promise<T>;
  /** The mails written so far, once at least `count` are there; waits up to ten seconds. */
  mails(count?: number): Promise<WrittenMail[]>;
  ledger(): Promise<{ type: string; detail: unknown }[]>;
  isLedgerWhole(): Promise<boolean>;
  setNow(now: Date): void;
  close(): Promise<void>;
};

const password = 'a password for tests only';

const clientAt = (url: string, cookie: string, personId: string | null): TestClient => {
  const fetchHere = (path: string, init: RequestInit = {}) =>
    fetch(`${url}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { cookie, origin: url, ...(init.headers as Record<string, string>) },
    });
  return {
    personId,
    cookie,
    fetch: fetchHere,
    async ask(endpoint, parts = {}) {
      const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name) =>
        encodeURIComponent(String((parts.params as Record<string, unknown> | undefined)?.[name])),
      );
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries((parts.query as object | undefined) ?? {})) {
        for (const one of Array.isArray(value) ? value : [value])
          if (one !== undefined) search.append(name, String(one));
      }
      const response = await fetchHere(search.size > 0 ? `${path}?${search}` : path, {
        method: endpoint.method.toUpperCase(),
        ...(parts.body === undefined
          ? {}
          : { body: JSON.stringify(parts.body), headers: { 'content-type': 'application/json' } }),
      });
      const text = await response.text();
      const content = text ? JSON.parse(text) : null;
      return {
        status: response.status,
        reply: response.ok ? content : undefined,
        refusals: response.ok ? [] : (content?.refusals ?? []),
        headers: response.headers,
      };
    },
  };
};

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** A whole Entente on a database of its own, listening on a free port, with the workspace 'Aurelia Industries'. */
export const startTestServer = async (
  options: { now?: Date; smtpUrl?: string; webFolder?: string | null; publicRequestsPerMinute?: number } = {},
): Promise<TestServer> => {
  const database = await createTestDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'entente-test-'));
  let now: Date | null = options.now ?? null;
  const running = await startServer({
    databaseUrl: database.url,
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    baseUrl: '',
    smtpUrl: options.smtpUrl ?? null,
    mailFrom: 'Entente <entente@example.com>',
    clock: () => now ?? new Date(),
    signInsPerMinute: 10_000,
    publicRequestsPerMinute: options.publicRequestsPerMinute ?? 10_000,
    webFolder: options.webFolder ?? null,
    onError: (error, where) => console.error(`at ${where}:`, error),
  });
  const { services, identity, url } = running;
  const workspaceId = newId();
  const sql: TestServer['sql'] = (work) =>
    inTransaction(services.database, { as: 'owner' }, ({ queries }) => work(queries));
  const inWorkspace: TestServer['inWorkspace'] = async (work) => {
    let result: unknown;
    await visitAsSystem(services, workspaceId, 'Test').inWorkspace(async (context) => {
      result = await work(context);
      return { ok: true, value: null };
    });
    return result as never;
  };
  await inWorkspace(async (context) => {
    await context.db
      .insertInto('workspaces')
      .values({ id: workspaceId, name: 'Aurelia Industries', currency: 'EUR', created_at: context.now })
      .execute();
    await context.record([
      {
        type: 'workspace.created',
        subjects: [{ kind: 'workspace', id: workspaceId }],
        detail: { name: 'Aurelia Industries' },
      },
    ]);
  });

  const clients = new Map<string, Promise<TestClient>>();
  const seatAndSignIn = async (role: string, personId: string | null, isOwner: boolean): Promise<TestClient> => {
    const mail = `${role}-${newId().slice(-8)}@aurelia.example`.toLowerCase();
    const userId = await identity.createUser(`Test ${role}`, mail, password);
    await sql((queries) =>
      queries
        .insertInto('seats')
        .values({
          workspace_id: workspaceId,
          id: newId(),
          user_id: userId,
          name: `Test ${role}`,
          mail,
          role,
          is_owner: isOwner,
          person_id: personId,
          created_at: new Date(),
        })
        .execute(),
    );
    const response = await fetch(`${url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ email: mail, password }),
    });
    if (!response.ok) throw new Error(`Sign-in failed: ${response.status} ${await response.text()}`);
    return clientAt(url, cookiesOf(response), personId);
  };

  return {
    url,
    workspaceId,
    running,
    anonymous: clientAt(url, '', null),
    as(role, { personId, isOwner = false } = {}) {
      const key = `${role} ${personId} ${isOwner}`;
      const known = clients.get(key) ?? seatAndSignIn(role, personId ?? null, isOwner);
      clients.set(key, known);
      return known;
    },
    sql,
    inWorkspace,
    async mails(count = 0) {
      const deadline = Date.now() + 10_000;
      for (;;) {
        const rows = await sql((queries) =>
          queries.selectFrom('mails').selectAll().orderBy('created_at').orderBy('id').execute(),
        );
        if (rows.length >= count) {
          return rows.map((row) => ({
            purpose: row.purpose,
            to: row.to_mail,
            subject: row.subject,
            text: row.body_text,
            html: row.body_html,
          }));
        }
        if (Date.now() > deadline) throw new Error(`Waited for ${count} mails, but only ${rows.length} were written.`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
    ledger: () =>
      sql((queries) =>
        queries
          .selectFrom('ledger_entries as e')
          .innerJoin('ledger_details as d', (join) =>
            join.onRef('d.workspace_id', '=', 'e.workspace_id').onRef('d.number', '=', 'e.number'),
          )
          .select(['e.type', 'd.detail'])
          .where('e.workspace_id', '=', workspaceId)
          .orderBy('e.number')
          .execute(),
      ),
    isLedgerWhole: async () => (await verifyLedgers(services.database)).every(({ broken }) => broken === null),
    setNow(to) {
      now = to;
    },
    async close() {
      await running.stop();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
};

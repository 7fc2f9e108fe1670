import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from '@hono/node-server';
import autocannon from 'autocannon';
import { Hono } from 'hono';
import pg from 'pg';
import { startServer } from '#app/server/compose-server.ts';
import { inTransaction, openDatabase } from '#platform/db/database.ts';
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts';
import { migrate } from '#platform/db/migrate.ts';
import { createDatabase } from '#platform/testing/test-database-server.ts';
import type { AllianceFilter } from '#portfolio/portfolio-contract.ts';
import { type AllianceRow, allianceItemOf, alliancePageSql } from '#portfolio/server/portfolio-queries.ts';
import { benchWorkspaceId, writeBenchCast } from './alliances-list-cast.ts';

export type BenchFigure = {
  readonly name: string;
  readonly figure: number;
  readonly bar: number;
  readonly unit: string;
  readonly ok: boolean;
};

const day = '2026-06-15';
const limit = 50;

/** Views that people open: what is in one phase by value, and who stands behind what by name. */
const views: readonly AllianceFilter[] = [
  { phase: ['selection'], sort: '-value' },
  { state: ['ensured', 'atRisk'], sort: 'name' },
];

const pathOf = ({ phase, state, sort }: AllianceFilter): string => {
  const search = new URLSearchParams({ sort, limit: String(limit) });
  for (const one of phase ?? []) search.append('phase', one);
  for (const one of state ?? []) search.append('state', one);
  return `/api/alliances?${search}`;
};

type Target = { readonly url: string; readonly headers: Record<string, string>; close(): Promise<void> };

/** The product as it runs, with somebody signed in. */
const startProduct = async (databaseUrl: string, dataFolder: string): Promise<Target> => {
  const running = await startServer({
    databaseUrl,
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    baseUrl: '',
    smtpUrl: null,
    mailFrom: 'Entente <entente@example.com>',
    clock: () => new Date(`${day}T09:00:00Z`),
    signInsPerMinute: 10_000,
    publicRequestsPerMinute: 10_000,
    webFolder: null,
    onError: (error, where) => console.error(`at ${where}:`, error),
  });
  const mail = 'head@aurelia.example';
  const password = 'a password for measuring only';
  const userId = await running.identity.createUser('Head of alliances', mail, password);
  await inTransaction(running.services.database, { as: 'owner' }, ({ queries }) =>
    queries
      .insertInto('seats')
      .values({
        workspace_id: benchWorkspaceId,
        id: '00000000-0000-7000-8000-0000000000ab',
        user_id: userId,
        name: 'Head of alliances',
        mail,
        role: 'headOfAlliances',
        created_at: new Date(),
      })
      .execute(),
  );
  const cookies = await running.identity.signIn(mail, password, new Headers({ origin: running.url }));
  const cookie = cookies.map((one) => one.split(';')[0]).join('; ');
  return { url: running.url, headers: { cookie }, close: () => running.stop() };
};

/** The same framework, the same SQL in the same role, the same JSON; nothing else. */
const startBare = async (databaseUrl: string, port: number): Promise<Target> => {
  const database = openDatabase(databaseUrl);
  const { queries } = await inTransaction(database, { as: 'owner' }, async (transaction) => transaction);
  const statements = new Map(
    views.map((filter) => [
      pathOf(filter),
      alliancePageSql({ filter, after: null, limit: limit + 1, today: day }).compile(queries),
    ]),
  );
  const options = ['role=entente_app', `app.workspace=${benchWorkspaceId}`, 'app.side=ours', 'app.reach=workspace'].map(
    (setting) => `-c ${setting}`,
  );
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, options: options.join(' ') });
  const app = new Hono();
  app.get('/api/alliances', async (http) => {
    const statement = statements.get(http.req.url.replace(/^https?:\/\/[^/]+/, ''));
    if (!statement) return http.text('unknown view', 404);
    const { rows } = await pool.query<AllianceRow>(statement.sql, [...statement.parameters]);
    const page = rows.slice(0, limit);
    return http.json({ items: page.map(allianceItemOf), next: 'x'.repeat(80), may: { register: true } });
  });
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port });
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    headers: {},
    async close() {
      server.close();
      await pool.end();
      await database.close();
    },
  };
};

/** Requests answered in a second. @throws when an answer is not 200 */
const requestsPerSecond = async ({ url, headers }: Target, path: string, seconds: number): Promise<number> => {
  const result = await autocannon({ url: url + path, headers, connections: 8, duration: seconds, workers: 1 });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}${path} refused ${result.non2xx + result.errors} times`);
  return result.requests.total / result.duration;
};

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const rounds = 5;
const seconds = 2;

/** How one target does against another, taking turns so that what else the machine does hits both alike. */
const ratio = async (one: Target, other: Target): Promise<number> => {
  const ratios: number[] = [];
  for (const view of views) {
    for (const target of [one, other]) await requestsPerSecond(target, pathOf(view), 1);
    for (let round = 0; round < rounds; round += 1) {
      const first = await requestsPerSecond(one, pathOf(view), seconds);
      const second = await requestsPerSecond(other, pathOf(view), seconds);
      console.error(`  ${pathOf(view)}: ${first.toFixed(0)} against ${second.toFixed(0)} requests a second`);
      ratios.push(first / second);
    }
  }
  return median(ratios);
};

/** The list of 10,000 alliances against a bare handler, and against the list of 1,000. */
export const benchAlliancesList = async (): Promise<BenchFigure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'entente-bench-'));
  const server = await startEmbeddedPostgres({ dataFolder: join(folder, 'database'), isDurable: false });
  const started: Target[] = [];
  try {
    const [large, small] = [await createDatabase(server.url), await createDatabase(server.url)];
    for (const [database, alliances] of [
      [large, 10_000],
      [small, 1_000],
    ] as const) {
      await migrate(database.url);
      await writeBenchCast(database.url, { alliances, persons: 5_000, positions: 30_000 });
    }
    const product = await startProduct(large.url, join(folder, 'large'));
    started.push(product);
    const bare = await startBare(large.url, 21_873);
    started.push(bare);
    const ofSmall = await startProduct(small.url, join(folder, 'small'));
    started.push(ofSmall);
    const share = await ratio(product, bare);
    const growth = await ratio(ofSmall, product);
    return [
      {
        name: 'list of 10,000 alliances, of a bare handler with the same SQL',
        figure: share,
        bar: 0.5,
        unit: 'times',
        ok: share >= 0.5,
      },
      { name: 'list of alliances, from 1,000 to 10,000', figure: growth, bar: 1.3, unit: 'times', ok: growth < 1.3 },
    ];
  } finally {
    // The last round's requests are still being answered when their time is up.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    for (const target of started.reverse()) await target.close();
    await server.stop();
    await rm(server.dataFolder, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const figures = await benchAlliancesList();
  for (const { name, figure, bar, unit, ok } of figures) {
    console.log(`${ok ? 'ok ' : 'NOT'} ${name}: ${figure.toFixed(2)} ${unit} (bar ${bar})`);
  }
  process.exitCode = figures.every(({ ok }) => ok) ? 0 : 1;
}

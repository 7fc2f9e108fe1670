import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '#app/testing/start-test-server.ts';
import { inTransaction, type Queries, type View } from '#platform/db/database.ts';
import { newId } from '#platform/new-id.ts';
import { workspaceTables } from './demo/delete-demo.ts';
import { startDemo } from './demo/start-demo.ts';

let server: TestServer;
let demoId: string;
let tables: string[];

const seat = async (fields: object): Promise<string> => {
  const userId = await server.running.identity.createUser(
    'Somebody',
    `${newId()}@example.com`,
    'a long enough password',
  );
  await server.sql((queries) =>
    queries
      .insertInto('seats')
      .values({
        workspace_id: demoId,
        id: newId(),
        user_id: userId,
        name: 'Somebody',
        mail: 's@example.com',
        role: 'auditor',
        created_at: new Date(),
        ...fields,
      })
      .execute(),
  );
  return userId;
};

const countsSeen = (view: View): Promise<Map<string, number>> =>
  inTransaction(server.running.services.database, view, async ({ queries }) => {
    const counts = new Map<string, number>();
    for (const table of tables) counts.set(table, await countIn(queries, table));
    return counts;
  });

const countIn = async (queries: Queries, table: string): Promise<number> => {
  const found = await sql<{
    n: number;
  }>`select count(*) as n from ${sql.table(table)} where workspace_id = ${demoId}`.execute(queries);
  return found.rows[0]?.n ?? 0;
};

const nonEmpty = (counts: Map<string, number>) => [...counts].filter(([, count]) => count > 0).map(([name]) => name);

beforeAll(async () => {
  server = await startTestServer();
  const userId = await server.running.identity.createUser('Owner', 'owner@example.com', 'a long enough password');
  const demo = await startDemo(server.running.services, { userId, name: 'Owner', mail: 'owner@example.com' });
  if (!demo.ok) throw new Error(JSON.stringify(demo));
  demoId = demo.value.workspaceId;
  tables = await server.sql(workspaceTables);
});
afterAll(() => server.close());

describe('row security with a full workspace', () => {
  it('has something to hide: the demo fills most tables', async () => {
    const all = await countsSeen({ as: 'owner' });
    expect(nonEmpty(all).length).toBeGreaterThan(25);
    const seen = await countsSeen({ as: 'workspace', workspaceId: demoId, personId: null });
    for (const [table, count] of all) expect([table, seen.get(table)]).toEqual([table, count]);
  });

  it('hides every row of it from another workspace', async () => {
    expect(nonEmpty(await countsSeen({ as: 'workspace', workspaceId: server.workspaceId, personId: null }))).toEqual(
      [],
    );
  });

  it('hides every row from a user without a seat there', async () => {
    const userId = await server.running.identity.createUser(
      'Stranger',
      'stranger@example.com',
      'a long enough password',
    );
    expect(nonEmpty(await countsSeen({ as: 'seat', userId, workspaceId: demoId }))).toEqual([]);
  });

  it('shows a manager and a sponsor their own alliances and no others', async () => {
    const someone = await server.sql((queries) =>
      queries
        .selectFrom('appointments')
        .select('person_id')
        .where('workspace_id', '=', demoId)
        .where('side', '=', 'ours')
        .where('to_day', '>', sql<string>`current_date`)
        .executeTakeFirstOrThrow(),
    );
    const userId = await seat({ role: 'executiveSponsor', person_id: someone.person_id });
    const seen = await countsSeen({ as: 'seat', userId, workspaceId: demoId });
    const all = await countsSeen({ as: 'owner' });
    expect(seen.get('alliances')).toBeGreaterThan(0);
    for (const table of ['alliances', 'nominations', 'appointments', 'alliance_objectives', 'alliance_standings']) {
      expect([table, (seen.get(table) ?? 0) < (all.get(table) ?? 0)]).toEqual([table, true]);
    }
    expect(seen.get('mails')).toBe(0);
    const idle = await seat({ role: 'allianceManager', person_id: null });
    expect((await countsSeen({ as: 'seat', userId: idle, workspaceId: demoId })).get('alliances')).toBe(0);
  });

  it("shows the partner's side nothing internal in any table", async () => {
    const partner = await server.sql((queries) =>
      queries
        .selectFrom('organisations')
        .select('id')
        .where('workspace_id', '=', demoId)
        .where('kind', '=', 'partner')
        .executeTakeFirstOrThrow(),
    );
    const userId = await seat({ side: 'theirs', partner_organisation_id: partner.id });
    const withVisibility = await server.sql(async (queries) => {
      const found = await sql<{ name: string }>`
        select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'visibility'`.execute(
        queries,
      );
      return new Set(found.rows.map(({ name }) => name));
    });
    const view: View = { as: 'seat', userId, workspaceId: demoId };
    const counts = await countsSeen(view);
    // Apart from what is marked shared or is their own, a partner sees their own seat.
    const others = nonEmpty(counts).filter((table) => !withVisibility.has(table));
    expect(others).toEqual(['seats']);
    expect(counts.get('seats')).toBe(1);
    await inTransaction(server.running.services.database, view, async ({ queries }) => {
      for (const table of ['organisations', 'persons', 'positions', 'business_areas']) {
        const own = table === 'organisations' ? sql`id` : sql`organisation_id`;
        const foreign = await sql<{
          n: number;
        }>`select count(*) as n from ${sql.table(table)} where visibility = 'internal' and ${own} <> ${partner.id}`.execute(
          queries,
        );
        expect([table, foreign.rows[0]?.n]).toEqual([table, 0]);
      }
    });
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestClient, type TestServer } from '#app/testing/start-test-server.ts';
import { listReports, listTopOfChart, readPlaceInChart } from '#people/chart-contract.ts';
import { endPosition } from '#people/position-contract.ts';
import { enterLargeCompany, type LargeCompany } from './large-company.ts';
import { findLineAbove, findPositionsOn, findSpellsOfPosts } from './people-queries.ts';

let server: TestServer;
let head: TestClient;
let company: LargeCompany;
const size = 5000;

const created = <R>(answer: { status: number; reply: R; refusals: readonly unknown[] }): R => {
  expect(answer.refusals).toEqual([]);
  return answer.reply;
};
const at = (place: number) => {
  const person = company.people[place];
  if (!person) throw new Error(`Nobody at ${place}`);
  return person;
};
const lineOf = (place: number): number[] => {
  const { manager } = at(place);
  return manager === null ? [] : [manager, ...lineOf(manager)];
};

beforeAll(async () => {
  server = await startTestServer({ now: new Date('2026-03-02T09:00:00Z') });
  head = await server.as('headOfAlliances');
  company = await server.inWorkspace((context) => enterLargeCompany(context, size));
});
afterAll(() => server.close());

test('the top of the chart is the chief executive, with everyone below', async () => {
  const top = created(await head.ask(listTopOfChart));
  expect(top.organisation?.name).toBe('Borealis');
  expect(top.items).toMatchObject([{ id: at(0).id, level: 1, everyoneBelow: size - 1 }]);
});

test('a walk down the chart meets nobody twice, a page at a time', async () => {
  const met = new Set<string>([at(0).id]);
  const walk = async (personId: string): Promise<void> => {
    let after: string | undefined;
    do {
      const query = { limit: 200, ...(after ? { after } : {}) };
      const page = created(await head.ask(listReports, { params: { personId }, query }));
      for (const report of page.items) {
        expect(met.has(report.id)).toBe(false);
        met.add(report.id);
        if (report.directReports > 0 && met.size < 600) await walk(report.id);
      }
      after = page.next ?? undefined;
    } while (after);
  };
  await walk(at(0).id);
  expect(met.size).toBeGreaterThan(600);
});

test('a person deep down is shown with the path from the top, colleagues and reports, each with counts', async () => {
  const place = 300;
  const counts = (manager: number): number => company.people.filter((person) => person.manager === manager).length;
  const below = company.people.filter((_, other) => lineOf(other).includes(place)).length;
  const shown = created(
    await head.ask(readPlaceInChart, { params: { personId: at(place).id }, query: { limit: 200 } }),
  );
  expect(shown.focus).toMatchObject({ id: at(place).id, directReports: counts(place), everyoneBelow: below });
  expect(shown.path.map(({ id }) => id)).toEqual(
    lineOf(place)
      .toReversed()
      .map((manager) => at(manager).id),
  );
  expect(shown.colleagues.items).toHaveLength(counts(at(place).manager ?? 0) - 1);
  expect(shown.reports.items).toHaveLength(counts(place));
});

test('pages of reports follow on one another', async () => {
  const personId = at(0).id;
  const whole = created(await head.ask(listReports, { params: { personId }, query: { limit: 200 } }));
  const first = created(await head.ask(listReports, { params: { personId }, query: { limit: 3 } }));
  const second = created(
    await head.ask(listReports, { params: { personId }, query: { limit: 200, after: first.next ?? '' } }),
  );
  expect([...first.items, ...second.items]).toEqual(whole.items);
});

test('someone whose manager has left stands at the top, and the line above still says to whom they reported', async () => {
  const leaver = at(4);
  const [orphan] = company.people.filter((person) => person.manager === 4);
  const post = await server.sql((db) =>
    db.selectFrom('positions').select('id').where('person_id', '=', leaver.id).executeTakeFirstOrThrow(),
  );
  created(await head.ask(endPosition, { params: { positionId: post.id }, body: { on: '2026-03-01' } }));
  const top = created(await head.ask(listTopOfChart));
  expect(top.items.map(({ id }) => id)).toContain(orphan?.id);
  const shown = created(await head.ask(readPlaceInChart, { params: { personId: orphan?.id ?? '' } }));
  expect(shown.path.at(-1)).toMatchObject({ id: leaver.id, title: null, level: null });
});

test('the chart is asked of indexes: no plan reads all posts to find who reports to one person', async () => {
  await server.sql(async (db) => {
    const { sql } = await import('kysely');
    await sql`analyze positions`.execute(db);
    await sql`select enter_workspace(${server.workspaceId}, null)`.execute(db);
    await sql`set local role entente_app`.execute(db);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select * from positions x where x.reports_to = ${at(0).id} and x.from_day <= '2026-03-02'
        and (x.to_day is null or x.to_day > '2026-03-02')`.execute(db);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/positions_by_line|positions_by_manager/);
    expect(plan).not.toMatch(/Seq Scan/);
  });
});

test('others ask for posts on a day, the line above and spells of posts', async () => {
  await server.inWorkspace(async ({ db }) => {
    const line = await findLineAbove(db, at(300).id, '2025-01-01');
    expect(line.map(({ id }) => id)).toEqual(lineOf(300).map((manager) => at(manager).id));
    const seniors = await findPositionsOn(db, '2025-01-01', {
      organisationIds: [company.organisationId],
      downToLevel: 2,
    });
    expect(seniors.map(({ level }) => level)).toEqual(
      company.people.filter(({ level }) => level <= 2).map(({ level }) => level),
    );
    expect(await findPositionsOn(db, '2020-12-31', { personIds: [at(0).id] })).toEqual([]);
    const spells = await findSpellsOfPosts(db, '2026-03-02', { downToLevel: 2 });
    expect(spells.filter(({ ended }) => ended)).toHaveLength(1);
    expect(spells.find(({ ended }) => !ended)?.exit).toBeCloseTo(5.166, 2);
  });
});

test('PEO-18 the chart is closed to a sponsor', async () => {
  const sponsor = await server.as('executiveSponsor');
  expect((await sponsor.ask(listTopOfChart)).status).toBe(403);
  expect((await sponsor.ask(readPlaceInChart, { params: { personId: at(0).id } })).status).toBe(403);
});

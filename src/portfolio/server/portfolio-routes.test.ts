import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerAlliance, setAllianceManager } from '#alliances/alliances-contract.ts';
import { type AllianceCast, windPower, writeAllianceCast } from '#alliances/server/alliance-cast.ts';
import { startTestServer, type TestClient, type TestServer } from '#app/testing/start-test-server.ts';
import { newId } from '#platform/new-id.ts';
import { type AllianceFilter, listAlliances, showPortfolioSummary } from '#portfolio/portfolio-contract.ts';

let server: TestServer;
let cast: AllianceCast;
let head: TestClient;
const ids: Record<string, string> = {};

type Case = {
  phase?: 'strategy' | 'selection' | 'planning';
  amount: number;
  endsOn: string;
  partner?: 'orbis' | 'helix';
};

const cases: Record<string, Case> = {
  'Wind power at sea': { amount: 4, endsOn: '2031-01-01' },
  'Hydrogen 100% green': { phase: 'planning', amount: 9, endsOn: '2029-01-01', partner: 'helix' },
  'Äther grid': { phase: 'selection', amount: 9, endsOn: '2035-01-01' },
  Battery_loop: { amount: 1, endsOn: '2027-01-01', partner: 'helix' },
};

beforeAll(async () => {
  server = await startTestServer({ now: new Date('2026-06-15T10:00:00Z') });
  cast = await writeAllianceCast(server);
  head = await server.as('headOfAlliances');
  for (const [name, { phase = 'strategy', amount, endsOn, partner = 'orbis' }] of Object.entries(cases)) {
    const body = {
      ...windPower(cast),
      externalId: null,
      name,
      phase,
      endsOn,
      partnerIds: [cast[partner]],
      values: [{ areaId: cast.turbines, amount }],
    };
    ids[name] = (await head.ask(registerAlliance, { body })).reply.id;
  }
  const allianceId = ids['Wind power at sea'] as string;
  await head.ask(setAllianceManager, {
    params: { allianceId },
    body: { side: 'ours', personId: cast.ida, from: '2026-01-01' },
  });
  await server.sql((db) =>
    db
      .insertInto('alliance_standings')
      .values({
        workspace_id: server.workspaceId,
        alliance_id: ids['Äther grid'] as string,
        state: 'ensured',
        since: '2026-02-01',
        sponsor_person_id: cast.jonas,
        counterpart_person_id: cast.omar,
      })
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'alliance_id']).doUpdateSet((row) => ({
          state: row.ref('excluded.state'),
          since: row.ref('excluded.since'),
          sponsor_person_id: row.ref('excluded.sponsor_person_id'),
          counterpart_person_id: row.ref('excluded.counterpart_person_id'),
        })),
      )
      .execute(),
  );
});
afterAll(() => server?.close());

const names = async (query: Partial<AllianceFilter>, client = head): Promise<string[]> => {
  const { status, reply } = await client.ask(listAlliances, { query });
  expect(status).toBe(200);
  return reply.items.map(({ name }) => name);
};

test('a row tells partners, the pair of sponsors, the state, the manager, value and horizon', async () => {
  const { reply } = await head.ask(listAlliances, { query: { sort: 'name' } });
  const row = reply.items.find(({ name }) => name === 'Äther grid');
  expect(row).toEqual({
    id: ids['Äther grid'],
    name: 'Äther grid',
    phase: 'selection',
    tier: 'strategic',
    startsOn: '2026-01-01',
    endsOn: '2035-01-01',
    yearlyValue: 9,
    currency: 'EUR',
    partners: [{ id: cast.orbis, name: 'Orbis Systems' }],
    state: 'ensured',
    stateSince: '2026-02-01',
    sponsors: { ours: { id: cast.jonas, name: 'Jonas Keller' }, theirs: { id: cast.omar, name: 'Omar Said' } },
    manager: null,
  });
  const managed = reply.items.find(({ name }) => name === 'Wind power at sea');
  expect(managed).toMatchObject({ state: 'missing', manager: { name: 'Ida Brandt' }, sponsors: { ours: null } });
  expect(reply.may.register).toBe(true);
});

test('every order, and its reverse', async () => {
  const byPhase = ['Battery_loop', 'Wind power at sea', 'Äther grid', 'Hydrogen 100% green'];
  expect(await names({})).toEqual(byPhase);
  expect(await names({ sort: '-phase' })).toEqual([...byPhase].reverse());
  expect(await names({ sort: 'name' })).toEqual([
    'Äther grid',
    'Battery_loop',
    'Hydrogen 100% green',
    'Wind power at sea',
  ]);
  expect(await names({ sort: 'end' })).toEqual([
    'Battery_loop',
    'Hydrogen 100% green',
    'Wind power at sea',
    'Äther grid',
  ]);
  expect((await names({ sort: '-value' })).slice(2)).toEqual(['Wind power at sea', 'Battery_loop']);
});

describe('filters', () => {
  test.each<[string, () => Partial<AllianceFilter>, string[]]>([
    ['one phase', () => ({ phase: ['planning'] }), ['Hydrogen 100% green']],
    ['two phases', () => ({ phase: ['planning', 'selection'] }), ['Äther grid', 'Hydrogen 100% green']],
    ['tier', () => ({ tier: ['core'] }), []],
    ['state', () => ({ state: ['ensured'] }), ['Äther grid']],
    ['partner', () => ({ partner: cast.helix, sort: 'name' }), ['Battery_loop', 'Hydrogen 100% green']],
    ['sponsor of our side', () => ({ sponsor: cast.jonas }), ['Äther grid']],
    ['sponsor of theirs', () => ({ sponsor: cast.omar }), ['Äther grid']],
    [
      'no sponsor, past strategy',
      () => ({ sponsor: 'none', phase: ['selection', 'planning'] }),
      ['Hydrogen 100% green'],
    ],
    ['manager', () => ({ manager: cast.ida }), ['Wind power at sea']],
    ['no manager', () => ({ manager: 'none', phase: ['strategy'] }), ['Battery_loop']],
    ['words in a name, in any case', () => ({ q: 'WIND' }), ['Wind power at sea']],
    ['words in a partner’s name', () => ({ q: 'helix', sort: 'name' }), ['Battery_loop', 'Hydrogen 100% green']],
    ['words in a sponsor’s name', () => ({ q: 'keller' }), ['Äther grid']],
    ['words in a counterpart’s name', () => ({ q: 'said' }), ['Äther grid']],
    ['a per cent sign means itself', () => ({ q: '0%' }), ['Hydrogen 100% green']],
    ['a low line means itself', () => ({ q: 'y_l' }), ['Battery_loop']],
    ['nothing of that name', () => ({ q: 'zeppelin' }), []],
  ])('%s', async (_, filter, expected) => expect(await names(filter())).toEqual(expected));
});

test('a manager sees only what they manage, also when searching', async () => {
  const ida = await server.as('allianceManager', { personId: cast.ida });
  expect(await names({}, ida)).toEqual(['Wind power at sea']);
  expect(await names({ q: 'helix' }, ida)).toEqual([]);
  const { reply } = await ida.ask(showPortfolioSummary);
  expect(reply.alliances).toBe(1);
  const { reply: list } = await ida.ask(listAlliances);
  expect(list.may.register).toContain('Only the head of alliances');
});

test('sentences lead to the view that shows what they count', async () => {
  const { reply } = await head.ask(showPortfolioSummary);
  expect(reply.alliances).toBe(4);
  expect(reply.sentences.map(({ kind, count }) => [kind, count])).toEqual([
    ['pastStrategyWithoutSponsor', 1],
    ['strategyWithoutSponsor', 2],
    ['withoutManager', 3],
  ]);
  for (const { count, view } of reply.sentences) expect((await names(view)).length).toBe(count);
});

test('signed out, and malformed', async () => {
  expect((await server.anonymous.ask(listAlliances)).status).toBe(401);
  expect((await server.anonymous.ask(showPortfolioSummary)).status).toBe(401);
  expect((await server.anonymous.fetch('/api/alliances/export?format=csv')).status).toBe(401);
  for (const query of ['sort=age', 'phase=dreaming', 'limit=0', 'limit=201', 'partner=none', 'after=x', 'manager=me']) {
    expect([query, (await head.fetch(`/api/alliances?${query}`)).status]).toEqual([query, 400]);
  }
  const { next } = (await head.ask(listAlliances, { query: { sort: 'name', limit: 1 } })).reply;
  const foreign = await head.ask(listAlliances, { query: { sort: 'value', after: next ?? '' } });
  expect([foreign.status, foreign.refusals[0]?.field]).toEqual([400, 'after']);
});

test('the export holds the rows of the view, in its order, for those who see them', async () => {
  const lines = async (path: string, client = head) =>
    (await (await client.fetch(path)).text())
      .trim()
      .split('\r\n')
      .map((line) => line.split(',')[1]);
  expect(await lines('/api/alliances/export?format=csv&sort=name')).toEqual([
    'Alliance',
    'Äther grid',
    'Battery_loop',
    'Hydrogen 100% green',
    'Wind power at sea',
  ]);
  expect(await lines('/api/alliances/export?format=csv&q=helix&sort=-name')).toEqual([
    'Alliance',
    'Hydrogen 100% green',
    'Battery_loop',
  ]);
  const ida = await server.as('allianceManager', { personId: cast.ida });
  expect(await lines('/api/alliances/export?format=csv', ida)).toEqual(['Alliance', 'Wind power at sea']);
  const workbook = await head.fetch('/api/alliances/export?format=xlsx');
  expect(workbook.headers.get('content-disposition')).toContain('alliances.xlsx');
  expect(
    Buffer.from(await workbook.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});

describe('walking the pages', () => {
  const seed = async (count: number, prefix: string) => {
    await server.sql(async (db) => {
      const at = (place: number) => ({
        workspace_id: server.workspaceId,
        id: newId(),
        name: `${prefix} ${String((place * 37) % 1000).padStart(3, '0')}`,
        phase: 'governance',
        registered_phase: 'governance',
        tier: place % 2 ? 'core' : 'exploratory',
        starts_on: '2026-01-01',
        ends_on: `20${30 + (place % 5)}-01-01`,
        yearly_value: place % 7,
        currency: 'EUR',
        registered_at: new Date(),
      });
      await db
        .insertInto('alliances')
        .values(Array.from({ length: count }, (_, place) => at(place)))
        .execute();
    });
  };

  test.each<AllianceFilter['sort']>(['name', '-name', 'value', '-value', 'end', '-end', 'phase', '-phase'])(
    'by %s each alliance comes once, in order, while others are registered',
    async (sort) => {
      const prefix = `Walk ${sort}`;
      await seed(40, prefix);
      const seen: { id: string; key: string | number }[] = [];
      const keyOf: Record<string, (item: { name: string; yearlyValue: number; endsOn: string }) => string | number> = {
        name: ({ name }) => name,
        phase: ({ name }) => name,
        value: ({ yearlyValue }) => yearlyValue,
        end: ({ endsOn }) => endsOn,
      };
      const before = (await head.ask(listAlliances, { query: { q: prefix, sort, limit: 200 } })).reply.items;
      let after: string | undefined;
      do {
        const { reply } = await head.ask(listAlliances, { query: { q: prefix, sort, limit: 7, after } });
        for (const item of reply.items) seen.push({ id: item.id, key: keyOf[sort.replace('-', '')]?.(item) ?? '' });
        after = reply.next ?? undefined;
        await seed(3, prefix);
      } while (after && seen.length < 300);
      expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
      const ids = seen.map(({ id }) => id);
      expect(before.every(({ id }) => ids.includes(id))).toBe(true);
      const keys = seen.map(({ key }) => key);
      const sorted = [...keys].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
      expect(keys).toEqual(sort.startsWith('-') ? sorted.reverse() : sorted);
    },
  );
});

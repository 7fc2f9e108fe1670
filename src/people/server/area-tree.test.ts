import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestClient, type TestServer } from '#app/testing/start-test-server.ts';
import { createArea, editArea, listAreas, moveArea, removeAreaResult, setAreaResult } from '#people/area-contract.ts';
import { createOrganisation } from '#people/organisation-contract.ts';
import { createPerson, listPersons } from '#people/people-contract.ts';
import { findAreasWithDescendants, findAreasWithPaths } from './area-queries.ts';

let server: TestServer;
let head: TestClient;
let aurelia: string;

const created = <R>(answer: { status: number; reply: R; refusals: readonly unknown[] }): R => {
  expect(answer.refusals).toEqual([]);
  expect(answer.status).toBe(200);
  return answer.reply;
};
const area = async (name: string, parentId: string | null = null, organisationId = aurelia): Promise<string> =>
  created(await head.ask(createArea, { body: { name, organisationId, parentId } })).id;

beforeAll(async () => {
  server = await startTestServer({ now: new Date('2026-03-02T09:00:00Z') });
  head = await server.as('headOfAlliances');
  expect(created(await head.ask(listAreas)).organisation).toBeNull();
  aurelia = created(await head.ask(createOrganisation, { body: { name: 'Aurelia Industries', kind: 'own' } })).id;
});
afterAll(() => server.close());

test('areas form a tree that is moved as a whole, and each move is on the ledger', async () => {
  const [grid, cloud] = [await area('Grid'), await area('Cloud')];
  const edge = await area('Edge', cloud);
  created(await head.ask(moveArea, { params: { areaId: cloud }, body: { parentId: grid } }));
  expect((await server.ledger()).at(-1)).toMatchObject({ type: 'area.moved', detail: { from: null, to: grid } });
  await server.inWorkspace(async ({ db }) => {
    expect((await findAreasWithPaths(db)).get(edge)?.path).toEqual([grid, cloud, edge]);
    expect((await findAreasWithDescendants(db, [cloud])).toSorted()).toEqual([cloud, edge].toSorted());
  });
  created(await head.ask(moveArea, { params: { areaId: cloud }, body: { parentId: null } }));
  created(await head.ask(editArea, { params: { areaId: edge }, body: { name: 'Edge computing', kind: 'function' } }));
  const shown = created(await head.ask(listAreas)).areas.map(({ name, kind, parentId }) => [name, kind, parentId]);
  expect(shown).toEqual([
    ['Cloud', 'productLine', null],
    ['Edge computing', 'function', cloud],
    ['Grid', 'productLine', null],
  ]);
});

test('PEO-6 an area goes neither under itself, nor below itself, nor into another organisation', async () => {
  const rail = await area('Rail');
  const below = await area('Signals', rail);
  const other = created(await head.ask(createOrganisation, { body: { name: 'Nordwind', kind: 'partner' } })).id;
  const foreign = await area('Offshore', null, other);
  for (const parentId of [rail, below, foreign]) {
    const answer = await head.ask(moveArea, { params: { areaId: rail }, body: { parentId } });
    expect([answer.status, answer.refusals[0]?.rule]).toEqual([409, 'PEO-6']);
  }
  const blank = await head.ask(createArea, { body: { name: ' ', organisationId: aurelia, parentId: foreign } });
  expect(blank.refusals.map(({ rule }) => rule)).toEqual(['PEO-8', 'PEO-6']);
});

test('PEO-6 two moves at the same moment cannot close a circle between them', async () => {
  const [one, two] = [await area('One'), await area('Two')];
  const answers = await Promise.all([
    head.ask(moveArea, { params: { areaId: one }, body: { parentId: two } }),
    head.ask(moveArea, { params: { areaId: two }, body: { parentId: one } }),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});

test('PEO-7 PEO-12 a yearly result is set, replaced, removed; a loss is a result', async () => {
  const areaId = await area('Water');
  const at = (year: number) => ({ params: { areaId, year } });
  created(await head.ask(setAreaResult, { ...at(2024), body: { amount: 4.5e8, currency: 'EUR' } }));
  created(await head.ask(setAreaResult, { ...at(2025), body: { amount: 1, currency: 'EUR' } }));
  created(await head.ask(setAreaResult, { ...at(2025), body: { amount: -2.5e6, currency: 'EUR' } }));
  const results = async () => created(await head.ask(listAreas)).areas.find(({ id }) => id === areaId)?.results;
  expect(await results()).toEqual([
    { year: 2025, amount: -2.5e6, currency: 'EUR' },
    { year: 2024, amount: 4.5e8, currency: 'EUR' },
  ]);
  const refused = await head.ask(setAreaResult, { ...at(1899), body: { amount: 1, currency: 'euro' } });
  expect(refused.refusals.map(({ rule }) => rule)).toEqual(['FORM']);
  const wrong = await head.ask(setAreaResult, { ...at(1899), body: { amount: 1, currency: 'eur' } });
  expect(wrong.refusals.map(({ rule }) => rule)).toEqual(['PEO-12', 'PEO-7']);
  created(await head.ask(removeAreaResult, at(2024)));
  expect((await head.ask(removeAreaResult, at(2024))).status).toBe(404);
  expect((await results())?.map(({ year }) => year)).toEqual([2025]);
});

test('people are found by an area or any above it, with who heads each area', async () => {
  const top = await area('Mobility');
  const below = await area('Charging', top);
  const position = { title: 'Head of Charging', level: 3, organisationId: aurelia, areaId: below, from: '2024-01-01' };
  const body = { name: 'Mia Ferrer', organisationId: aurelia, position };
  const { id } = created(await head.ask(createPerson, { body }));
  for (const areaId of [top, below]) {
    const found = created(await head.ask(listPersons, { query: { areaId, level: 3 } }));
    expect(found.items.map((item) => item.id)).toEqual([id]);
  }
  expect(created(await head.ask(listPersons, { query: { areaId: top, level: 2 } })).items).toEqual([]);
  const shown = created(await head.ask(listAreas)).areas.find((item) => item.id === below);
  expect(shown?.heads).toEqual([{ id, name: 'Mia Ferrer', title: 'Head of Charging', level: 3 }]);
});

test('PEO-18 an auditor sees the tree and moves nothing', async () => {
  const auditor = await server.as('auditor');
  const { areas, may } = created(await auditor.ask(listAreas));
  expect(may.edit).toContain('head of alliances');
  const answer = await auditor.ask(moveArea, { params: { areaId: areas[0]?.id ?? '' }, body: { parentId: null } });
  expect(answer.status).toBe(403);
});

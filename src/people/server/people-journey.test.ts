import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestClient, type TestServer } from '#app/testing/start-test-server.ts';
import {
  createOrganisation,
  editOrganisation,
  listOrganisations,
  readOrganisation,
} from '#people/organisation-contract.ts';
import { createPerson, editPerson, listPersons, readPerson } from '#people/people-contract.ts';
import {
  addPosition,
  announceMove,
  correctPosition,
  endPosition,
  removeAnnouncedMove,
  removeDecisionRight,
  setDecisionRight,
} from '#people/position-contract.ts';

let server: TestServer;
let head: TestClient;
let aurelia: string;

const created = <R>(answer: { status: number; reply: R; refusals: readonly unknown[] }): R => {
  expect(answer.refusals).toEqual([]);
  expect(answer.status).toBe(200);
  return answer.reply;
};
const rulesOf = (answer: { refusals: readonly { rule: string }[] }): string[] =>
  answer.refusals.map(({ rule }) => rule);
const newestEntry = async () => (await server.ledger()).at(-1);

const organisation = async (name: string, kind: 'own' | 'partner' = 'own'): Promise<string> =>
  created(await head.ask(createOrganisation, { body: { name, kind } })).id;
const person = async (name: string, mail: string | null = null): Promise<string> =>
  created(await head.ask(createPerson, { body: { name, mail, organisationId: aurelia } })).id;
const post = (
  title: string,
  level: number,
  from: string,
  reportsTo: string | null = null,
  to: string | null = null,
) => ({
  title,
  level,
  organisationId: aurelia,
  reportsTo,
  from,
  to,
});

beforeAll(async () => {
  server = await startTestServer({ now: new Date('2026-03-02T09:00:00Z') });
  head = await server.as('headOfAlliances');
  aurelia = await organisation('Aurelia Industries');
});
afterAll(() => server.close());

test('an organisation is entered, found, changed and on the ledger', async () => {
  const body = { name: ' Nordwind ', kind: 'partner' as const, isFounderLed: true, founderLedSince: '1994-05-01' };
  const nordwind = created(await head.ask(createOrganisation, { body }));
  expect(nordwind).toMatchObject({ name: 'Nordwind', isFounderLed: true, founderLedSince: '1994-05-01', persons: 0 });
  expect(await newestEntry()).toMatchObject({ type: 'organisation.entered', detail: { name: 'Nordwind' } });

  const params = { organisationId: nordwind.id };
  created(
    await head.ask(editOrganisation, { params, body: { ...body, name: 'Nordwind Energy', isFounderLed: false } }),
  );
  expect(created(await head.ask(readOrganisation, { params }))).toMatchObject({
    name: 'Nordwind Energy',
    founderLedSince: null,
    may: { edit: true },
  });
  expect(await newestEntry()).toMatchObject({ type: 'organisation.edited', detail: { was: { name: 'Nordwind' } } });

  const found = created(await head.ask(listOrganisations, { query: { q: 'NORD', kind: 'partner' } }));
  expect(found.items.map(({ name }) => name)).toEqual(['Nordwind Energy']);
});

test('PEO-5 PEO-15 an organisation is refused with every reason at once', async () => {
  created(await head.ask(createOrganisation, { body: { name: 'Sol', kind: 'partner', externalId: 'P-7' } }));
  const answer = await head.ask(createOrganisation, {
    body: { name: ' ', kind: 'partner', isFounderLed: true, founderLedSince: '2026-03-03', externalId: 'P-7' },
  });
  expect(answer.status).toBe(409);
  expect(rulesOf(answer)).toEqual(['PEO-8', 'PEO-5', 'PEO-15']);
});

test('a person is entered with their post, both or neither', async () => {
  const body = { name: 'Ada Berg', mail: 'ada@aurelia.example', organisationId: aurelia };
  const refused = await head.ask(createPerson, {
    body: { ...body, position: post('Chief executive', 7, '2020-01-01') },
  });
  expect(refused.status).toBe(409);
  expect(refused.refusals).toMatchObject([{ rule: 'PEO-4', field: 'position.level' }]);
  expect(created(await head.ask(listPersons, { query: { q: 'ada berg' } })).items).toEqual([]);

  const ada = created(
    await head.ask(createPerson, { body: { ...body, position: post('Chief executive', 1, '2020-01-01') } }),
  );
  expect(created(await head.ask(listPersons, { query: { q: 'ADA@AURELIA' } })).items).toMatchObject([
    { id: ada.id, post: { title: 'Chief executive', level: 1, from: '2020-01-01' } },
  ]);
  expect((await server.ledger()).slice(-2).map(({ type }) => type)).toEqual(['person.entered', 'position.recorded']);
});

test('PEO-9 a mail address belongs to one person, whatever its case', async () => {
  const ben = await person('Ben Okafor', 'Ben@aurelia.example');
  const body = { name: 'Other Ben', mail: 'ben@AURELIA.example', organisationId: aurelia };
  const taken = await head.ask(createPerson, { body });
  expect(taken.refusals).toMatchObject([
    { rule: 'PEO-9', field: 'mail', message: expect.stringContaining('Ben Okafor') },
  ]);
  created(await head.ask(editPerson, { params: { personId: ben }, body: { ...body, name: 'Ben Okafor' } }));
  expect(await newestEntry()).toMatchObject({
    type: 'person.edited',
    detail: { was: { mail: 'Ben@aurelia.example' } },
  });
});

test('PEO-3 a post that closes a circle is refused, and the circle is named', async () => {
  const cleo = await person('Cleo Marti');
  const dev = await person('Dev Anand');
  const eli = await person('Eli Stone');
  created(
    await head.ask(addPosition, { params: { personId: dev }, body: post('Head of Cloud', 3, '2020-01-01', cleo) }),
  );
  created(await head.ask(addPosition, { params: { personId: eli }, body: post('Head of Edge', 4, '2021-01-01', dev) }));
  const answer = await head.ask(addPosition, {
    params: { personId: cleo },
    body: post('Adviser', 5, '2022-01-01', eli),
  });
  expect(answer.status).toBe(409);
  expect(answer.refusals[0]).toMatchObject({
    rule: 'PEO-3',
    field: 'reportsTo',
    message: expect.stringContaining('Cleo Marti reports to Eli Stone reports to Dev Anand reports to Cleo Marti'),
  });
  // before Eli reported to Dev there was no circle
  created(
    await head.ask(addPosition, {
      params: { personId: cleo },
      body: post('Adviser', 5, '2018-01-01', eli, '2020-06-01'),
    }),
  );
});

test('PEO-3 two posts entered at the same moment cannot close a circle between them', async () => {
  const [fay, gus] = [await person('Fay Lin'), await person('Gus Hall')];
  const answers = await Promise.all([
    head.ask(addPosition, { params: { personId: fay }, body: post('One', 3, '2020-01-01', gus) }),
    head.ask(addPosition, { params: { personId: gus }, body: post('Two', 3, '2020-01-01', fay) }),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});

test('a post is corrected and left; the page shows posts newest first, with the line above', async () => {
  const [ida, jan] = [await person('Ida Roth'), await person('Jan Vos')];
  created(
    await head.ask(addPosition, { params: { personId: ida }, body: post('Chief operating officer', 2, '2019-01-01') }),
  );
  const { id: first } = created(
    await head.ask(addPosition, { params: { personId: jan }, body: post('Plant manager', 4, '2018-01-01') }),
  );
  const endedFirst = await head.ask(endPosition, { params: { positionId: first }, body: { on: '2018-01-01' } });
  expect(rulesOf(endedFirst)).toEqual(['PEO-10']);
  created(await head.ask(endPosition, { params: { positionId: first }, body: { on: '2022-07-01' } }));
  expect(await newestEntry()).toMatchObject({ type: 'position.ended', detail: { on: '2022-07-01' } });
  const { id: second } = created(
    await head.ask(addPosition, { params: { personId: jan }, body: post('Head of plants', 3, '2022-07-01') }),
  );
  created(
    await head.ask(correctPosition, {
      params: { positionId: second },
      body: post('Head of all plants', 3, '2022-07-01', ida),
    }),
  );
  expect(await newestEntry()).toMatchObject({
    type: 'position.corrected',
    detail: { was: { title: 'Head of plants' } },
  });

  const page = created(await head.ask(readPerson, { params: { personId: jan } }));
  expect(page.positions.map(({ title, to }) => [title, to])).toEqual([
    ['Head of all plants', null],
    ['Plant manager', '2022-07-01'],
  ]);
  expect(page.line).toEqual([{ id: ida, name: 'Ida Roth', title: 'Chief operating officer', level: 2 }]);
  expect(page).toMatchObject({ today: '2026-03-02', directReports: 0, may: { edit: true, export: true, erase: true } });
});

test('decision rights and announced moves are kept with their sources, and removed', async () => {
  const kim = await person('Kim Sato');
  const params = { personId: kim };
  created(
    await head.ask(setDecisionRight, {
      params,
      body: { decision: 'investment', upTo: { amount: 5e6, currency: 'EUR' } },
    }),
  );
  const right = created(await head.ask(setDecisionRight, { params, body: { decision: 'investment', upTo: null } }));
  const tooLate = { on: '2026-03-02', probability: 0.8, source: 'press release' };
  expect(rulesOf(await head.ask(announceMove, { params, body: tooLate }))).toEqual(['PEO-17']);
  const move = created(await head.ask(announceMove, { params, body: { ...tooLate, on: '2026-09-01' } }));
  const page = created(await head.ask(readPerson, { params }));
  expect(page.decisionRights).toEqual([
    { id: right.id, decision: 'investment', upTo: null, source: 'entered by hand' },
  ]);
  expect(page.announcedMoves).toEqual([move]);
  created(await head.ask(removeDecisionRight, { params: { rightId: right.id } }));
  created(await head.ask(removeAnnouncedMove, { params: { moveId: move.id } }));
  expect((await head.ask(removeAnnouncedMove, { params: { moveId: move.id } })).status).toBe(404);
  expect((await server.ledger()).slice(-2).map(({ type }) => type)).toEqual([
    'decisionRight.removed',
    'person.moveWithdrawn',
  ]);
});

test('every page of the list of persons follows on the last, in each order', async () => {
  const namesBy = async (sort: 'name' | '-name' | 'level' | '-level'): Promise<string[]> => {
    const names: string[] = [];
    let after: string | undefined;
    do {
      const page = created(await head.ask(listPersons, { query: { sort, limit: 3, ...(after ? { after } : {}) } }));
      names.push(
        ...page.items.map(({ name, post: held }) => (sort.endsWith('level') ? `${held?.level ?? 9} ${name}` : name)),
      );
      after = page.next ?? undefined;
    } while (after);
    return names;
  };
  const collator = new Intl.Collator('und');
  const names = await namesBy('name');
  expect(names.length).toBeGreaterThan(8);
  expect(names).toEqual(names.toSorted(collator.compare));
  expect(await namesBy('-name')).toEqual(names.toReversed());
  const levels = await namesBy('level');
  expect(levels).toEqual(levels.toSorted(collator.compare));
  expect(new Set(levels).size).toBe(names.length);
  expect(await namesBy('-level')).toEqual(levels.toReversed());
});

test('malformed requests are told where', async () => {
  const answer = await head.ask(createPerson, { body: { name: 'X', organisationId: 'none' } });
  expect(answer.status).toBe(400);
  expect(answer.refusals[0]?.field).toBe('organisationId');
  expect((await head.ask(listPersons, { query: { after: 'elsewhere' } })).status).toBe(400);
  expect((await head.ask(readPerson, { params: { personId: 'x' } })).status).toBe(400);
});

test('PEO-18 an alliance manager reads and does not write; a sponsor reads only their own page; nobody signed out reads', async () => {
  const own = await person('Lea Brandt');
  const manager = await server.as('allianceManager');
  expect(created(await manager.ask(listPersons)).may.create).toContain('head of alliances');
  expect((await manager.ask(createPerson, { body: { name: 'X', organisationId: aurelia } })).status).toBe(403);
  expect((await manager.ask(setDecisionRight, { params: { personId: own }, body: { decision: 'x' } })).status).toBe(
    403,
  );
  const sponsor = await server.as('executiveSponsor', { personId: own });
  expect((await sponsor.ask(listPersons)).status).toBe(403);
  expect(created(await sponsor.ask(readPerson, { params: { personId: own } })).name).toBe('Lea Brandt');
  expect((await server.anonymous.ask(listPersons)).status).toBe(401);
});

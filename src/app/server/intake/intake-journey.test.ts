import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apply, check, pageOf, sendTo, settled, undo, upload, workbookOf } from '#app/testing/import-walk.ts';
import { newId } from '#platform/new-id.ts';
import { startTestServer, type TestClient, type TestServer } from '#app/testing/start-test-server.ts';
import {
  applyImport,
  chooseLookalikes,
  listImportRefusals,
  listImports,
  listLookalikes,
  mapSheet,
  undoImport,
} from './intake-contract.ts';

let server: TestServer;
let head: TestClient;
beforeAll(async () => {
  server = await startTestServer();
  head = await server.as('headOfAlliances');
});
afterAll(() => server.close());

const refusalsOf = async (importId: string) =>
  (await head.ask(listImportRefusals, { params: { importId } })).reply.items;
const people = () =>
  server.sql((db) =>
    db.selectFrom('persons').select(['name', 'mail', 'external_id', 'source']).orderBy('name').execute(),
  );

const everything = () =>
  workbookOf({
    Organisations: [
      ['Organisation', 'Kind', 'Founder-led', 'Since'],
      ['Aurelia Industries', 'own', 'no', null],
      ['Halden Werke', 'partner', 'yes', 1998],
    ],
    Areas: [
      ['Area', 'Part of', 'Result 2023', 'Result 2024'],
      ['Mobility', null, 900_000_000, 950_000_000],
      ['Rail', 'Mobility', 300_000_000, '310 Mio. EUR'],
    ],
    People: [
      ['Name', 'Mail', 'Title', 'Level', 'Area', 'Reports to', 'Since', 'Budget'],
      [
        'Adler, Johanna',
        'j.adler@aurelia.example',
        'Chief Executive Officer',
        'Vorstand',
        null,
        null,
        new Date('2019-04-01T00:00:00Z'),
        20_000_000,
      ],
      [
        'Marek Nowak',
        'm.nowak@aurelia.example',
        'EVP Mobility',
        'EVP',
        'Mobility',
        'Johanna Adler',
        '01.10.2021',
        '8,5 Mio. €',
      ],
    ],
    Alliances: [
      [
        'Alliance',
        'Partners',
        'Phase',
        'Tier',
        'Starts',
        'Ends',
        'Yearly value by area',
        'Decisions needed',
        'Alliance manager',
        'Objectives',
      ],
      [
        'Night trains',
        'Halden Werke; Corvid Systems',
        'negotiation',
        'strategic',
        '2025-01-01',
        '2029-12-31',
        'Rail: 12000000; Mobility: 3000000',
        'Investment: 5000000',
        'Lea Brandt',
        'Win two tenders | Share the sleeper platform',
      ],
    ],
  });

describe('a workbook of everything', () => {
  let id = '';

  test('is read, guessed, checked and shown before anything is written', async () => {
    id = await upload(head, await everything(), 'Our alliances.xlsx');
    const staged = await pageOf(head, id);
    expect(staged.sheets.map(({ name, kind, rowCount, lacking }) => ({ name, kind, rowCount, lacking }))).toEqual([
      { name: 'Organisations', kind: 'organisations', rowCount: 2, lacking: [] },
      { name: 'Areas', kind: 'areas', rowCount: 2, lacking: [] },
      { name: 'People', kind: 'persons', rowCount: 2, lacking: [] },
      { name: 'Alliances', kind: 'alliances', rowCount: 1, lacking: [] },
    ]);
    expect(staged).toMatchObject({
      state: 'staged',
      reading: 'XLSX, 4 sheets',
      may: { apply: 'Check the import first.' },
    });
    const checked = await check(head, id);
    expect(await refusalsOf(id)).toEqual([]);
    expect(checked).toMatchObject({
      state: 'checked',
      counts: { new: 7, changed: 0, unchanged: 0, refused: 0 },
      undecided: 0,
    });
    expect(checked.sheets[3]?.notices.map(({ sentence }) => sentence)).toEqual([
      'The organisation Corvid Systems is not on record yet; it is brought in as a partner.',
      'Lea Brandt manages an alliance and is not on record yet; they are brought in without a post.',
    ]);
    expect(await people()).toEqual([]);
  });

  test('is brought in with one entry in the ledger', async () => {
    const before = (await server.ledger()).length;
    const applied = await apply(head, id);
    expect(applied.run).toMatchObject({ act: 'apply', outcome: 'done' });
    expect(applied.state).toBe('applied');
    expect(await people()).toMatchObject([
      { name: 'Johanna Adler', source: 'imported from Our alliances.xlsx' },
      { name: 'Lea Brandt' },
      { name: 'Marek Nowak', mail: 'm.nowak@aurelia.example' },
    ]);
    const posts = await server.sql((db) =>
      db
        .selectFrom('positions as o')
        .innerJoin('persons as p', 'p.id', 'o.person_id')
        .leftJoin('persons as m', 'm.id', 'o.reports_to')
        .leftJoin('business_areas as a', 'a.id', 'o.area_id')
        .select([
          'p.name',
          'o.level',
          'o.function',
          'm.name as manager',
          'a.name as area',
          'o.from_day',
          'o.budget',
          'o.budget_currency',
        ])
        .orderBy('p.name')
        .execute(),
    );
    expect(posts).toEqual([
      {
        name: 'Johanna Adler',
        level: 1,
        function: 'chiefExecutive',
        manager: null,
        area: null,
        from_day: '2019-04-01',
        budget: 20_000_000,
        budget_currency: 'EUR',
      },
      {
        name: 'Marek Nowak',
        level: 2,
        function: 'other',
        manager: 'Johanna Adler',
        area: 'Mobility',
        from_day: '2021-10-01',
        budget: 8_500_000,
        budget_currency: 'EUR',
      },
    ]);
    const alliance = await server.sql((db) => db.selectFrom('alliances').selectAll().executeTakeFirstOrThrow());
    expect(alliance).toMatchObject({
      name: 'Night trains',
      phase: 'negotiation',
      tier: 'strategic',
      ends_on: '2030-01-01',
      yearly_value: 15_000_000,
    });
    const entries = await server.ledger();
    expect(entries.slice(before).map(({ type }) => type)).toContain('import.applied');
    expect(entries.slice(before).filter(({ type }) => type === 'import.applied')).toHaveLength(1);
    expect(await server.isLedgerWhole()).toBe(true);
  });

  test('the same file again changes nothing', async () => {
    const again = await upload(head, await everything(), 'Our alliances.xlsx');
    const checked = await check(head, again);
    expect(await refusalsOf(again)).toEqual([]);
    expect(checked.counts).toEqual({ new: 0, changed: 0, unchanged: 7, refused: 0 });
    expect(checked.may.apply).toBe('There is nothing to bring in: no row is new or changed.');
  });

  test.each(['xlsx', 'csv'])('what is exported as %s comes in again unchanged', async (format) => {
    for (const kind of format === 'csv' ? ['organisations', 'areas', 'persons', 'alliances'] : ['all']) {
      const response = await head.fetch(`/api/export/${kind}?format=${format}`);
      expect(response.status).toBe(200);
      const again = await upload(head, Buffer.from(await response.arrayBuffer()), `${kind}.${format}`);
      const checked = await check(head, again);
      expect(await refusalsOf(again)).toEqual([]);
      expect([kind, checked.counts?.new, checked.counts?.changed, checked.counts?.refused]).toEqual([kind, 0, 0, 0]);
      expect(checked.counts?.unchanged).toBeGreaterThan(0);
    }
  });

  test('is undone as a whole, unless something later depends on it', async () => {
    const [alliance] = await server.sql((db) => db.selectFrom('alliances').select('id').execute());
    const marek = await server.sql((db) =>
      db.selectFrom('persons').select('id').where('name', '=', 'Marek Nowak').executeTakeFirstOrThrow(),
    );
    await server.sql((db) =>
      db
        .insertInto('stake_ratings')
        .values({
          workspace_id: server.workspaceId,
          alliance_id: alliance?.id ?? '',
          person_id: marek.id,
          rating: 50,
          source: 'test',
          rated_on: '2025-01-01' as never,
        })
        .execute(),
    );
    expect((await undo(head, id)).run).toMatchObject({
      outcome: 'refused',
      message: expect.stringMatching(/Marek Nowak is needed by a rating of stake that was made after the import/),
    });
    expect(await people()).toHaveLength(3);
    await server.sql((db) => db.deleteFrom('stake_ratings').execute());
    await server.sql((db) =>
      db.updateTable('persons').set({ mail: 'new@aurelia.example' }).where('id', '=', marek.id).execute(),
    );
    expect((await undo(head, id)).run?.message).toMatch(
      /Marek Nowak \(among the persons\) was changed after the import/,
    );
    await server.sql((db) =>
      db.updateTable('persons').set({ mail: 'm.nowak@aurelia.example' }).where('id', '=', marek.id).execute(),
    );
    expect(await undo(head, id)).toMatchObject({ state: 'undone', run: { act: 'undo', outcome: 'done' } });
    expect(await people()).toEqual([]);
    for (const table of [
      'organisations',
      'business_areas',
      'area_results',
      'positions',
      'alliances',
      'alliance_partners',
      'alliance_objectives',
    ] as const) {
      expect([table, await server.sql((db) => db.selectFrom(table).selectAll().execute())]).toEqual([table, []]);
    }
    expect((await server.ledger()).at(-1)?.type).toBe('import.undone');
    expect((await head.ask(undoImport, { params: { importId: id } })).refusals[0]?.message).toBe(
      'This import was undone already.',
    );
  });
});

describe('refusals name their cell', () => {
  test('unreadable cells, unknown managers, circles, and who follows from them', async () => {
    const id = await upload(
      head,
      [
        'Name;Titel;Ebene;Vorgesetzter;Seit;Budget',
        'Ada Kern;CEO;1;;2019-01-01;12,5 Mio.',
        'Ben Lund;EVP;zwölf;Ada Kern;2020-02-30;viel',
        'Cora Voss;SVP;3;Niemand Hier;2021-01-01;',
        'Dan Ross;VP;4;Eva Blum;2021-01-01;',
        'Eva Blum;VP;4;Dan Ross;2021-01-01;',
        'Finn Hart;Director;5;Ben Lund;2022-01-01;',
        'Gil Moor;Director;5;Gil Moor;2022-01-01;',
        ';Director;5;;2022-01-01;',
        'Ira Noon;;5;;2022-01-01;',
        'Jon Pike;Director;5;;;',
      ].join('\n'),
      'Führungskräfte.csv',
    );
    const checked = await check(head, id);
    const found = (await refusalsOf(id)).map(({ cell, message }) => `${cell}: ${message}`);
    expect(found).toEqual([
      expect.stringMatching(/^C3: 'zwölf' is not a level that is known here/),
      expect.stringMatching(/^E3: '2020-02-30' is not a day/),
      expect.stringMatching(/^F3: 'viel' cannot be read as an amount/),
      expect.stringMatching(/^D4: Nobody called Niemand Hier is on record or in this file/),
      expect.stringMatching(/^D5: Eva Blum \(row 6\) is refused, so nobody can report to them yet/),
      expect.stringMatching(
        /^D6: The reporting line runs in a circle: Eva Blum \(row 6\) reports to Dan Ross \(row 5\) reports to Eva Blum \(row 6\)/,
      ),
      expect.stringMatching(/^D7: Nobody called Ben Lund is on record/),
      expect.stringMatching(/^D8: Nobody reports to themselves/),
      expect.stringMatching(/^A9: A person needs a name/),
      expect.stringMatching(/^B10: The post has no title/),
      expect.stringMatching(/^E11: The first day of the post is missing/),
    ]);
    expect(checked.counts).toEqual({ new: 1, changed: 0, unchanged: 0, refused: 9 });
    const refused = await head.fetch(`/api/imports/${id}/refused?format=csv`);
    const lines = (await refused.text()).trim().split('\r\n');
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe('Name,Titel,Ebene,Vorgesetzter,Seit,Budget,Why it was refused');
    expect(lines[2]).toMatch(/^Cora Voss,SVP,3,Niemand Hier,2021-01-01,,"?D4: Nobody called Niemand Hier/);
    expect((await head.fetch(`/api/imports/${id}/refused`)).headers.get('content-disposition')).toMatch(
      /refused%20rows\.xlsx/,
    );
  });

  test('a lacking column is named, and one value for all rows mends it', async () => {
    const id = await upload(head, 'Name,Title\nKai Sand,Director\n');
    const page = await pageOf(head, id);
    expect(page.sheets[0]?.lacking).toEqual(['First day']);
    expect(page.may.check).toMatch(/Sheet Table lacks First day/);
    const mapped = await head.ask(mapSheet, {
      params: { importId: id, number: 1 },
      body: { kind: 'persons', constants: { from: '2023-01-01' } },
    });
    expect(mapped.reply.lacking).toEqual([]);
    expect((await check(head, id)).counts).toMatchObject({ new: 1, refused: 0 });
  });

  test('a mapping that cannot be is refused by column', async () => {
    const id = await upload(head, 'Name,Title,Since\nKai Sand,Director,2020\n');
    const columns = (list: (string | null)[]) =>
      head.ask(mapSheet, { params: { importId: id, number: 1 }, body: { kind: 'persons', columns: list } });
    expect((await columns(['name', 'name', null])).refusals[0]?.message).toBe('Columns A and B cannot both be Name.');
    expect((await columns(['name', 'colour', null])).refusals[0]?.message).toMatch(
      /No field of persons is called 'colour'/,
    );
    expect((await columns(['name', null, 'from'])).status).toBe(200);
  });
});

describe('names that look alike', () => {
  test('are proposed and wait for a choice; the same becomes one', async () => {
    const first = await upload(head, 'Account name,Type\nHalden Werke AG,partner\n', 'accounts.csv');
    await check(head, first);
    await apply(head, first);
    const id = await upload(
      head,
      'Account name,Type,Country\nHalden-Werke,partner,Norway\nCorvid,partner,\n',
      'accounts.csv',
    );
    const checked = await check(head, id);
    expect(checked).toMatchObject({ undecided: 1, counts: { new: 2 } });
    expect(checked.may.apply).toBe('Say of 1 name whether they are the same as others.');
    expect((await head.ask(applyImport, { params: { importId: id } })).status).toBe(409);
    const { items } = (await head.ask(listLookalikes, { params: { importId: id } })).reply;
    expect(items).toMatchObject([{ name: 'Halden-Werke', otherName: 'Halden Werke AG', choice: null }]);
    await head.ask(chooseLookalikes, {
      params: { importId: id },
      body: { choices: [{ pair: items[0]?.pair ?? '', choice: 'same' }] },
    });
    expect((await pageOf(head, id)).state).toBe('staged');
    expect((await check(head, id)).counts).toEqual({ new: 1, changed: 1, unchanged: 0, refused: 0 });
    await apply(head, id);
    const names = await server.sql((db) =>
      db.selectFrom('organisations').select(['name', 'country']).where('country', '=', 'Norway').execute(),
    );
    expect(names).toEqual([{ name: 'Halden-Werke', country: 'Norway' }]);
    await undo(head, id);
    const restored = await server.sql((db) =>
      db.selectFrom('organisations').select(['name', 'country']).where('name', 'like', 'Halden%').execute(),
    );
    expect(restored).toEqual([{ name: 'Halden Werke AG', country: null }]);
  });
});

describe('races and roles', () => {
  test('of two who bring the same in at once one does, and one import is written at a time', async () => {
    const id = await upload(head, 'Account name\nRace One\n', 'accounts.csv');
    const other = await upload(head, 'Account name\nRace Two\n', 'accounts.csv');
    await check(head, id);
    await check(head, other);
    const asked = await Promise.all(
      [id, id, other, id].map((importId) => head.ask(applyImport, { params: { importId } })),
    );
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(asked.filter(({ status }) => status === 409)).toHaveLength(3);
    const winner = asked.findIndex(({ status }) => status === 200) === 2 ? other : id;
    expect((await settled(head, winner)).state).toBe('applied');
    const count = await server.sql((db) =>
      db.selectFrom('organisations').select('id').where('name', 'like', 'Race%').execute(),
    );
    expect(count).toHaveLength(1);
    const late = winner === id ? other : id;
    expect((await apply(head, late)).run?.message).toMatch(/Records were changed since this import was checked/);
    await check(head, late);
    expect((await apply(head, late)).state).toBe('applied');
  });

  test('what a server left lying when it died is taken up by asking for the same again', async () => {
    const id = await upload(head, 'Account name\nLeft Lying\n', 'accounts.csv');
    await check(head, id);
    await server.sql((db) =>
      db
        .insertInto('import_runs')
        .values({
          workspace_id: server.workspaceId,
          id: newId(),
          import_id: id,
          act: 'apply',
          asked_at: new Date(),
          asked_by: 'Somebody',
          beat_at: new Date(Date.now() - 61_000),
        })
        .execute(),
    );
    expect(await pageOf(head, id)).toMatchObject({ state: 'working', run: { isStalled: true }, may: { apply: true } });
    expect((await apply(head, id)).state).toBe('applied');
  });

  test('only the head of alliances imports; auditors look; others do not even see', async () => {
    for (const role of ['allianceManager', 'executiveSponsor', 'assistant', 'auditor'] as const) {
      const client = await server.as(role);
      expect([role, (await sendTo(client, 'Account name\nX\n')).status]).toEqual([role, 403]);
      const list = await client.ask(listImports);
      expect([role, list.status]).toEqual([role, role === 'auditor' ? 200 : 403]);
      expect([role, (await client.fetch('/api/export/persons')).status]).toEqual([
        role,
        role === 'auditor' ? 200 : 403,
      ]);
      if (role === 'auditor') {
        expect(list.reply.may.upload).toMatch(/Only the head of alliances/);
        const [item] = list.reply.items;
        expect((await client.ask(applyImport, { params: { importId: item?.id ?? '' } })).status).toBe(403);
      }
    }
    expect((await server.anonymous.ask(listImports)).status).toBe(401);
  });
});

test('the sample workbook comes in whole', async () => {
  const fresh = await startTestServer();
  const reader = await fresh.as('headOfAlliances');
  const id = await upload(
    reader,
    await readFile(new URL('../../../../docs/examples/everything.xlsx', import.meta.url)),
    'everything.xlsx',
  );
  expect(await check(reader, id)).toMatchObject({
    counts: { new: 14, changed: 0, unchanged: 0, refused: 0 },
    undecided: 0,
  });
  expect((await apply(reader, id)).state).toBe('applied');
  await fresh.close();
});

describe('files that are not taken', () => {
  test.each([
    ['nothing', '', /The file is empty/],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 0, 3, 0, 0, 7]),
      /neither CSV text nor an XLSX workbook/,
    ],
    ['half a workbook', Buffer.from('PK\x03\x04 and then nothing'), /damaged/],
  ])('%s', async (_, content, message) => {
    const { status, sentence } = await sendTo(head, content, 'x.xlsx');
    expect([status, sentence]).toEqual([409, expect.stringMatching(message)]);
  });

  test('an upload of a gigabyte is stopped at its limit', async () => {
    let sent = 0;
    const chunk = new Uint8Array(1 << 20);
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent > 1024) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const answer = await head
      .fetch('/api/imports/upload?fileName=big.csv', { method: 'POST', body, duplex: 'half' } as RequestInit)
      .then(async (response) => ((await response.json()) as { refusals: { message: string }[] }).refusals[0]?.message)
      .catch(() => 'cut off');
    expect(['cut off', expect.stringMatching(/larger than 50 MB/)]).toContainEqual(answer);
    expect(sent).toBeLessThan(400);
  });
});

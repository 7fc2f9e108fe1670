import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestClient, type TestServer } from '#app/testing/start-test-server.ts';
import { createOrganisation } from '#people/organisation-contract.ts';
import {
  createPerson,
  editPerson,
  erasePerson,
  exportPerson,
  listPersons,
  readPerson,
} from '#people/people-contract.ts';
import { addPosition, announceMove, setDecisionRight } from '#people/position-contract.ts';
import { writeMail } from '#platform/mail/mail.ts';
import { personalTables } from './personal-data.ts';

let server: TestServer;
let head: TestClient;
let aurelia: string;
let other: string;

const name = "Ottilie O'Hara";
const formerName = 'Ottilie Maiden';
const mail = 'ottilie@aurelia.example';

const created = <R>(answer: { status: number; reply: R; refusals: readonly unknown[] }): R => {
  expect(answer.refusals).toEqual([]);
  return answer.reply;
};
const write = async (statement: (workspace: string) => RawBuilder<unknown>): Promise<void> => {
  await server.sql((db) => statement(server.workspaceId).execute(db));
};
const newPerson = async (called: string, address: string | null = null): Promise<string> =>
  created(await head.ask(createPerson, { body: { name: called, mail: address, organisationId: aurelia } })).id;
const uuid = async (): Promise<string> => server.inWorkspace(async (context) => context.newId());

/** Every text of every table in which a word stands, as table.column. */
const placesOf = (word: string): Promise<string[]> =>
  server.sql(async (db) => {
    const columns = await sql<{ schema: string; table: string; column: string }>`
      select c.table_schema as schema, c.table_name as table, c.column_name as column
        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema in ('public', 'identity') and t.table_type = 'BASE TABLE'
         and c.udt_name in ('text', 'jsonb', 'varchar', 'citext')`.execute(db);
    const found: string[] = [];
    for (const { schema, table, column } of columns.rows) {
      const { rows } = await sql`select from ${sql.table(`${schema}.${table}`)}
        where ${sql.ref(column)}::text ilike ${`%${word}%`}`.execute(db);
      if (rows.length > 0) found.push(`${table}.${column}`);
    }
    return found;
  });

beforeAll(async () => {
  server = await startTestServer({ now: new Date('2026-03-02T09:00:00Z') });
  head = await server.as('headOfAlliances');
  aurelia = created(await head.ask(createOrganisation, { body: { name: 'Aurelia Industries', kind: 'own' } })).id;
  other = await newPerson('Ben Okafor');
});
afterAll(() => server.close());

/** A person with something in every table that can name one; nothing of it is in force. */
const enterOttilie = async (): Promise<string> => {
  const id = await newPerson(formerName, mail);
  const params = { personId: id };
  created(await head.ask(editPerson, { params, body: { name, mail, organisationId: aurelia, externalId: 'HR-9' } }));
  const position = {
    title: 'Head of Ottilie affairs',
    level: 3,
    organisationId: aurelia,
    reportsTo: other,
    from: '2020-01-01',
  };
  created(await head.ask(addPosition, { params, body: position }));
  created(
    await head.ask(addPosition, {
      params: { personId: await newPerson('Kim Sato') },
      body: { ...position, title: 'Lead', reportsTo: id },
    }),
  );
  created(await head.ask(setDecisionRight, { params, body: { decision: 'investment', source: `${name}'s contract` } }));
  created(await head.ask(announceMove, { params, body: { on: '2026-09-01', probability: 0.5, source: 'press' } }));
  await server.inWorkspace(async (context) => {
    const to = { mail, name, personId: id };
    await writeMail(context, {
      purpose: 'nomination',
      to,
      subject: `Dear ${name}`,
      text: 'Would you?',
      html: '<p>Would you?</p>',
    });
    await context.record([
      {
        type: 'alliance.edited',
        subjects: [{ kind: 'alliance', id: await uuid() }],
        detail: { note: `Talked to ${name} about it.` },
      },
      {
        type: 'alliance.edited',
        subjects: [{ kind: 'alliance', id: await uuid() }],
        detail: { note: 'Nobody is named here.' },
      },
    ]);
  });
  const [alliance, kase, seat] = [await uuid(), await uuid(), await uuid()];
  await write((w) => sql`insert into advice_ties values (${w}, ${id}, ${other}, 1, 'survey', '2025-01-01')`);
  await write((w) => sql`insert into capacity_ratings values (${w}, ${id}, 50, 2, ${`said ${name}`}, '2025-01-01')`);
  await write(
    (w) =>
      sql`insert into conflicts_of_interest values (${w}, ${seat}, ${id}, ${aurelia}, 'owns shares', 'register', '2025-01-01', null)`,
  );
  await write(
    (
      w,
    ) => sql`insert into alliances (workspace_id, id, name, phase, registered_phase, tier, starts_on, ends_on, currency, registered_at)
      values (${w}, ${alliance}, 'Nordlicht', 'strategy', 'strategy', 'core', '2025-01-01', '2029-01-01', 'EUR', now())`,
  );
  const facts = {
    candidates: [
      { id, name, level: 3 },
      { id: other, name: 'Ben Okafor', level: 2 },
    ],
  };
  await write(
    (
      w,
    ) => sql`insert into selection_cases values (${w}, ${kase}, ${alliance}, ${other}, 1, now(), 'seat', ${`${name} declined`},
      ${JSON.stringify(facts)}::jsonb, ${JSON.stringify({ order: [other, id] })}::jsonb)`,
  );
  await write((w) => sql`insert into stake_ratings values (${w}, ${alliance}, ${id}, 75, 'talk', '2025-01-01')`);
  await write(
    (w) => sql`insert into partner_vetoes values (${w}, ${alliance}, ${id}, 'bad history', 'mail', '2025-01-01')`,
  );
  await write(
    (w) =>
      sql`insert into alliance_manager_terms values (${w}, ${seat}, ${alliance}, 'ours', ${id}, '2024-01-01', '2025-01-01')`,
  );
  await write(
    (w) => sql`insert into appointments (workspace_id, id, alliance_id, side, person_id, from_day, to_day, appointed_at)
      values (${w}, ${seat}, ${alliance}, 'ours', ${id}, '2024-01-01', '2025-06-01', now())`,
  );
  await write(
    (w) => sql`insert into appointment_ends values (${w}, ${seat}, '2025-06-01', now(), 'seat', ${`${name} moved on`})`,
  );
  await write((w) => sql`insert into imports values (${w}, ${kase}, 'people.csv', 9, 'csv', 'UTF-8', now(), 'seat')`);
  await write(
    (w) => sql`insert into import_rows values (${w}, ${kase}, 1, 2, ${JSON.stringify(['HR-9', name, mail])}::jsonb)`,
  );
  await write(
    (w) => sql`insert into import_changes (workspace_id, import_id, number, target, row_key, action, after, label)
      values (${w}, ${kase}, 1, 'persons', ${id}, 'insert', ${JSON.stringify({ name })}::jsonb, ${name})`,
  );
  return id;
};
/** A seat that the person held until yesterday; its mail address. */
const endedSeatOf = async (personId: string): Promise<string> => {
  await server.as('auditor', { personId });
  return server.sql(async (db) => {
    const seat = await db
      .selectFrom('seats')
      .select(['id', 'mail'])
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow();
    const ended = { ended_at: new Date('2026-03-01T09:00:00Z'), ended_by: 'seat', reason: 'left' };
    await db
      .insertInto('seat_ends')
      .values({ workspace_id: server.workspaceId, seat_id: seat.id, ...ended })
      .execute();
    return seat.mail;
  });
};

test('what erasure and export go through is every table with a column that points at a person', async () => {
  const inCatalogue = await server.sql(async (db) => {
    const { rows } = await sql<{ place: string }>`
      select distinct table_name || '.' || column_name as place from (
        select c.conrelid::regclass::text as table_name, a.attname as column_name
          from pg_constraint c join unnest(c.conkey, c.confkey) k (own, foreign_one) on true
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.own
         where c.contype = 'f' and c.confrelid = 'persons'::regclass and a.attname <> 'workspace_id'
        union all
        select c.table_name, c.column_name from information_schema.columns c
          join information_schema.tables t using (table_schema, table_name)
         where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name ~ '(^|_)person_id$'
      ) places order by 1`.execute(db);
    return rows.map(({ place }) => place);
  });
  const listed = personalTables.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));
  expect(listed.filter((place) => place !== 'persons.id').toSorted()).toEqual(inCatalogue);
});

test('a person is taken out whole, and erased without a trace of name or address, the ledger still verifying', async () => {
  const id = await enterOttilie();
  const params = { personId: id };
  const seatMail = await endedSeatOf(id);

  const taken = created(await head.ask(exportPerson, { params }));
  expect(Object.keys(taken.tables).toSorted()).toEqual(
    [
      'advice_ties',
      'alliance_manager_terms',
      'announced_moves',
      'appointments',
      'capacity_ratings',
      'conflicts_of_interest',
      'considered_in_selection_cases',
      'decision_rights',
      'import_changes',
      'mails',
      'partner_vetoes',
      'persons',
      'positions',
      'seats',
      'stake_ratings',
    ].toSorted(),
  );
  expect(taken.tables['considered_in_selection_cases']).toMatchObject([{ facts: [{ id, level: 3 }] }]);
  expect(JSON.stringify(taken.tables['considered_in_selection_cases'])).not.toContain('Ben Okafor');
  expect(taken.ledger.map(({ type }) => type)).toContain('person.exported');

  const before = (await server.ledger()).length;
  const erased = created(await head.ask(erasePerson, { params, body: { reason: 'asked for it on 1 March' } }));
  expect(erased).toEqual({ ledgerDetailsErased: 7, mailsDeleted: 1 });
  for (const word of [name, formerName, mail, 'HR-9', 'Ottilie', seatMail])
    expect([word, await placesOf(word)]).toEqual([word, []]);

  expect(await server.isLedgerWhole()).toBe(true);
  const ledger = await server.ledger();
  expect(ledger).toHaveLength(before + 1);
  expect(ledger.at(-1)).toMatchObject({ type: 'person.erased', detail: { reason: 'asked for it on 1 March' } });
  expect(ledger.filter(({ detail }) => detail === null)).toHaveLength(7);
  expect(ledger.some(({ detail }) => (detail as { note?: string } | null)?.note === 'Nobody is named here.')).toBe(
    true,
  );

  const page = created(await head.ask(readPerson, { params }));
  expect(page).toMatchObject({
    name: 'Erased person',
    mail: null,
    externalId: null,
    erased: { reason: 'asked for it on 1 March' },
  });
  expect(page.positions).toMatchObject([{ title: 'Erased', level: 3, from: '2020-01-01', budget: null }]);
  expect([page.decisionRights, page.announcedMoves]).toEqual([[], []]);
  const kase = await server.sql((db) =>
    db.selectFrom('selection_cases').select(['facts', 'reason']).executeTakeFirstOrThrow(),
  );
  expect(kase).toMatchObject({
    reason: 'Erased person declined',
    facts: { candidates: [{ id, name: 'Erased person' }, { name: 'Ben Okafor' }] },
  });

  expect(created(await head.ask(listPersons, { query: { q: 'erased person' } })).items).toEqual([]);

  const again = await head.ask(erasePerson, { params, body: { reason: 'x' } });
  expect(again.refusals.map(({ rule }) => rule)).toEqual(['PEO-14']);
  const edited = await head.ask(editPerson, { params, body: { name: 'Ottilie', organisationId: aurelia } });
  expect(edited.refusals.map(({ rule }) => rule)).toEqual(['PEO-14']);
});

test('another person of the same name keeps theirs', async () => {
  const [one, two] = [await newPerson('Anna Schmidt', 'anna@aurelia.example'), await newPerson('Anna Schmidt')];
  created(await head.ask(erasePerson, { params: { personId: one }, body: { reason: 'asked for it' } }));
  expect(created(await head.ask(readPerson, { params: { personId: two } })).name).toBe('Anna Schmidt');
  const entered = (await server.ledger()).filter(
    ({ type, detail }) => type === 'person.entered' && (detail as { name?: string })?.name === 'Anna Schmidt',
  );
  expect(entered).toHaveLength(1);
  expect(created(await head.ask(listPersons, { query: { q: 'anna schmidt' } })).items.map(({ id }) => id)).toEqual([
    two,
  ]);
});

test('PEO-13 a sponsor in force, a nominee, an alliance manager and a seat holder are refused, with what to do first', async () => {
  const id = await newPerson('Lea Brandt');
  await server.as('executiveSponsor', { personId: id });
  const alliance = await uuid();
  await write(
    (
      w,
    ) => sql`insert into alliances (workspace_id, id, name, phase, registered_phase, tier, starts_on, ends_on, currency, registered_at)
      values (${w}, ${alliance}, 'Polaris', 'strategy', 'strategy', 'core', '2025-01-01', '2029-01-01', 'EUR', now())`,
  );
  await write(
    (w) => sql`insert into appointments (workspace_id, id, alliance_id, side, person_id, from_day, appointed_at)
      values (${w}, ${alliance}, ${alliance}, 'ours', ${id}, '2024-01-01', now())`,
  );
  await write(
    (
      w,
    ) => sql`insert into nominations (workspace_id, id, alliance_id, person_id, reason, term_from, term_to, nominated_at, nominated_by, expires_at)
      values (${w}, ${alliance}, ${alliance}, ${id}, 'fits', '2026-01-01', '2028-01-01', now(), 'seat', now())`,
  );
  await write(
    (w) =>
      sql`insert into alliance_manager_terms values (${w}, ${alliance}, ${alliance}, 'ours', ${id}, '2024-01-01', null)`,
  );
  const answer = await head.ask(erasePerson, { params: { personId: id }, body: { reason: ' ' } });
  expect(answer.status).toBe(409);
  expect(answer.refusals.map(({ rule }) => rule)).toEqual(Array(5).fill('PEO-13'));
  expect(answer.refusals.map(({ message }) => message).join(' ')).toMatch(
    /Polaris. End that appointment first.*Withdraw.*Name another.*End the seat/,
  );
  expect(created(await head.ask(readPerson, { params: { personId: id } })).name).toBe('Lea Brandt');
});

test('PEO-18 an auditor takes out and does not erase; a manager does neither; the database refuses what no erasure covers', async () => {
  const auditor = await server.as('auditor');
  const manager = await server.as('allianceManager');
  const params = { personId: other };
  expect((await auditor.ask(exportPerson, { params })).status).toBe(200);
  expect((await auditor.ask(erasePerson, { params, body: { reason: 'x' } })).status).toBe(403);
  expect((await manager.ask(exportPerson, { params })).status).toBe(403);
  const redacting = server.inWorkspace(({ db }) =>
    sql`select redact_person(${other}, array['Ben Okafor'], array['Ben Okafor'], '{}', '{}')`.execute(db),
  );
  await expect(redacting).rejects.toThrow('No erasure of this person is on record here.');
});

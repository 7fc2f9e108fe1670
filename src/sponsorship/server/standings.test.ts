import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moveAlliancePhase, registerAlliance, setAllianceManager } from '#alliances/alliances-contract.ts';
import { startTestServer, type TestClient, type TestServer } from '#app/testing/start-test-server.ts';
import { announceMove, endPosition } from '#people/position-contract.ts';
import { newId } from '#platform/new-id.ts';
import { listSponsorshipsOfPerson, nameCounterpart, showSponsorship } from '#sponsorship/sponsorship-contract.ts';
import { refreshDueStandings, refreshStandings } from './refresh-standings.ts';
import { type SponsorshipCast, windAlliance, writeSponsorshipCast } from './sponsorship-cast.ts';

let server: TestServer;
let cast: SponsorshipCast;
let head: TestClient;
let allianceId: string;

const start = new Date('2026-06-15T10:00:00Z');

beforeAll(async () => {
  server = await startTestServer({ now: start });
  cast = await writeSponsorshipCast(server);
  head = await server.as('headOfAlliances');
});
afterAll(() => server?.close());

beforeEach(async () => {
  server.setNow(start);
  allianceId = await register('strategy');
});

const register = async (phase: 'strategy' | 'management'): Promise<string> => {
  const registered = await head.ask(registerAlliance, { body: { ...windAlliance(cast), phase } });
  return registered.reply.id;
};

const kept = (id = allianceId) =>
  server.sql((db) => db.selectFrom('alliance_standings').selectAll().where('alliance_id', '=', id).executeTakeFirst());

const appoint = (personId: string, from: string, to: string | null, id = allianceId) =>
  server.sql((db) =>
    db
      .insertInto('appointments')
      .values({
        workspace_id: server.workspaceId,
        id: newId(),
        alliance_id: id,
        side: 'ours',
        person_id: personId,
        from_day: from,
        to_day: to,
        appointed_at: start,
      })
      .execute(),
  );
const refresh = (ids: readonly string[] | 'all') => server.inWorkspace((context) => refreshStandings(context, ids));

describe('kept in the transaction that changes a fact', () => {
  test('registering and moving on', async () => {
    expect(await kept()).toMatchObject({ state: 'missing', since: '2026-06-15', sponsor_person_id: null });
    expect(await kept(await register('management'))).toMatchObject({ state: 'underTheRadar' });
    server.setNow(new Date('2026-06-20T10:00:00Z'));
    await head.ask(moveAlliancePhase, {
      params: { allianceId },
      body: { phase: 'selection', reason: 'The board wants speed.' },
    });
    expect(await kept()).toMatchObject({ state: 'falseStart', since: '2026-06-20' });
  });

  test('manager and counterpart', async () => {
    await head.ask(setAllianceManager, {
      params: { allianceId },
      body: { side: 'ours', personId: cast.ben, from: '2026-06-15' },
    });
    expect(await kept()).toMatchObject({ manager_person_id: cast.ben });
    const named = await head.ask(nameCounterpart, { params: { allianceId }, body: { personId: cast.kenji } });
    expect(named.reply).toMatchObject({
      person: { name: 'Kenji Sato', title: 'Managing director', organisation: 'Nara Robotics' },
      side: 'theirs',
      from: '2026-06-15',
      isInForce: true,
    });
    expect(await kept()).toMatchObject({ counterpart_person_id: cast.kenji });
    expect((await server.ledger()).at(-1)).toMatchObject({
      type: 'sponsorship.counterpartNamed',
      detail: { person: 'Kenji Sato' },
    });
    const twice = await head.ask(nameCounterpart, { params: { allianceId }, body: { personId: cast.kenji } });
    expect(twice.refusals[0]).toMatchObject({ rule: 'SPO-31', field: 'from' });
    const ours = await head.ask(nameCounterpart, { params: { allianceId }, body: { personId: cast.tomas } });
    expect(ours.refusals[0]).toMatchObject({ rule: 'SPO-31', field: 'personId' });
    const auditor = await server.as('auditor');
    expect(
      (await auditor.ask(nameCounterpart, { params: { allianceId }, body: { personId: cast.kenji } })).status,
    ).toBe(403);
  });

  test('a move announced, and a post left', async () => {
    await appoint(cast.tomas, '2026-01-01', null);
    await refresh([allianceId]);
    expect(await kept()).toMatchObject({ state: 'ensured', sponsor_person_id: cast.tomas });
    await head.ask(announceMove, {
      params: { personId: cast.tomas },
      body: { on: '2027-01-01', probability: 0.8, source: 'Press release' },
    });
    expect(await kept()).toMatchObject({ state: 'atRisk', next_look_on: '2027-01-01' });
    const page = (await head.ask(showSponsorship, { params: { allianceId } })).reply;
    expect(page.why).toBe('A move of Tomas Lind is announced for 1 January 2027, and no successor has accepted.');
    const other = await register('management');
    await appoint(cast.carl, '2026-01-01', null, other);
    const post = await server.sql((db) =>
      db.selectFrom('positions').select('id').where('person_id', '=', cast.carl).executeTakeFirstOrThrow(),
    );
    const ended = await head.ask(endPosition, {
      params: { personId: cast.carl, positionId: post.id } as never,
      body: { on: '2026-06-15' },
    });
    expect(ended.refusals).toEqual([]);
    expect(await kept(other)).toMatchObject({ state: 'atRisk' });
  });
});

describe('SPO-33: time alone', () => {
  test('moves a state on the day that was noted, and not before', async () => {
    await appoint(cast.ines, '2026-06-01', '2026-07-01');
    await refresh([allianceId]);
    expect(await kept()).toMatchObject({ state: 'atRisk', next_look_on: '2026-07-01' });
    server.setNow(new Date('2026-06-30T10:00:00Z'));
    await refreshDueStandings(server.running.services);
    expect(await kept()).toMatchObject({ state: 'atRisk', since: '2026-06-15', sponsor_person_id: cast.ines });
    server.setNow(new Date('2026-07-01T10:00:00Z'));
    await refreshDueStandings(server.running.services);
    expect(await kept()).toMatchObject({ state: 'missing', since: '2026-07-01', sponsor_person_id: null });
  });
});

describe('in bulk', () => {
  test('all at once gives what one by one gives', async () => {
    const ids = [allianceId, await register('management'), await register('strategy'), await register('management')];
    await appoint(cast.ines, '2026-06-01', '2030-01-01', ids[1]);
    await appoint(cast.tomas, '2026-01-01', '2026-06-10', ids[2]);
    await appoint(cast.tomas, '2026-01-01', '2026-06-10', ids[3]);
    await appoint(cast.ines, '2026-09-01', null, ids[3]);
    await server.sql((db) => db.deleteFrom('alliance_standings').execute());
    await refresh('all');
    const all = await Promise.all(ids.map((id) => kept(id)));
    await server.sql((db) => db.deleteFrom('alliance_standings').execute());
    for (const id of ids) await refresh([id]);
    expect(await Promise.all(ids.map((id) => kept(id)))).toEqual(all);
    expect(all.map((row) => row?.state)).toEqual(['missing', 'ensured', 'missing', 'inHandover']);
  });

  test("a person's sponsorships are told with what is asked of them", async () => {
    await appoint(cast.aiko, '2026-06-01', null);
    const { reply } = await head.ask(listSponsorshipsOfPerson, { params: { personId: cast.aiko } });
    expect(reply).toMatchObject({
      appointments: [{ alliance: { name: 'Wind power at sea' }, isInForce: true, side: 'ours' }],
      nominations: [],
    });
    const tomas = await server.as('executiveSponsor', { personId: cast.tomas });
    const seen = await tomas.ask(listSponsorshipsOfPerson, { params: { personId: cast.aiko } });
    expect(seen.reply.appointments).toEqual([]);
    expect((await head.ask(listSponsorshipsOfPerson, { params: { personId: newId() } })).status).toBe(404);
  });
});

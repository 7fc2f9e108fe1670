import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type AllianceBody,
  editAlliance,
  endAllianceManager,
  listDecisionWords,
  moveAlliancePhase,
  registerAlliance,
  setAllianceManager,
  showAlliance,
} from '#alliances/alliances-contract.ts';
import { startTestServer, type TestClient, type TestServer } from '#app/testing/start-test-server.ts';
import { newId } from '#platform/new-id.ts';
import { type AllianceCast, windPower, writeAllianceCast } from './alliance-cast.ts';

let server: TestServer;
let cast: AllianceCast;
let head: TestClient;

beforeAll(async () => {
  server = await startTestServer({ now: new Date('2026-06-15T10:00:00Z') });
  cast = await writeAllianceCast(server);
  head = await server.as('headOfAlliances');
});
afterAll(() => server?.close());

const register = async (
  change: Partial<AllianceBody> & { phase?: 'strategy' | 'management' } = {},
): Promise<string> => {
  const answer = await head.ask(registerAlliance, { body: { ...windPower(cast), externalId: null, ...change } });
  expect(answer.refusals).toEqual([]);
  return answer.reply.id;
};

const show = async (allianceId: string, client = head) =>
  (await client.ask(showAlliance, { params: { allianceId } })).reply;

const lastEntry = async () => (await server.ledger()).at(-1);

describe('registering', () => {
  test('an alliance comes back as it was written down', async () => {
    const body = windPower(cast);
    const { status, reply } = await head.ask(registerAlliance, { body: { ...body, phase: 'planning' } });
    expect(status).toBe(200);
    const page = await show(reply.id);
    expect(page).toMatchObject({
      name: body.name,
      externalId: 'A-1',
      phase: 'planning',
      registeredPhase: 'planning',
      yearlyValue: 4_000_000,
      partners: [{ id: cast.orbis, name: 'Orbis Systems', isFounderLed: true, founderLedSince: '1994-05-01' }],
      values: [{ area: { id: cast.turbines, name: 'Turbines' }, amount: 4_000_000 }],
      decisions: [{ decision: 'investment', amount: 2_000_000 }],
      objectives: [{ sentence: 'Win three parks by 2028.' }],
      managers: [],
      phaseEntries: [{ phase: 'planning', enteredBy: 'Test headOfAlliances' }],
      may: { edit: true, movePhase: true, setOurManager: true, setTheirManager: true },
    });
    expect(await lastEntry()).toMatchObject({
      type: 'alliance.registered',
      detail: { name: body.name, phase: 'planning' },
    });
    const again = await head.ask(registerAlliance, { body });
    expect([again.status, again.refusals[0]?.field]).toEqual([409, 'externalId']);
  });

  test('everything that is wrong is said at once, and nothing is kept', async () => {
    const before = (await server.ledger()).length;
    const body = { ...windPower(cast), externalId: null, name: ' ', partnerIds: [cast.aurelia], endsOn: '2026-01-01' };
    const { status, refusals } = await head.ask(registerAlliance, { body });
    expect(status).toBe(409);
    expect(refusals.map(({ rule, field }) => [rule, field])).toEqual([
      ['ALL-9', 'name'],
      ['ALL-1', 'partnerIds'],
      ['ALL-2', 'endsOn'],
    ]);
    expect((await server.ledger()).length).toBe(before);
  });

  test('a malformed request names the field', async () => {
    const body = { ...windPower(cast), startsOn: '31.03.2026' };
    const { status, refusals } = await head.ask(registerAlliance, { body });
    expect([status, refusals[0]?.field]).toEqual([400, 'startsOn']);
  });

  test('signed out, and seats that register nothing', async () => {
    const body = { ...windPower(cast), externalId: null };
    expect((await server.anonymous.ask(registerAlliance, { body })).status).toBe(401);
    for (const role of ['allianceManager', 'executiveSponsor', 'assistant', 'auditor'] as const) {
      const { status, refusals } = await (await server.as(role)).ask(registerAlliance, { body });
      expect([role, status, refusals[0]?.rule]).toEqual([role, 403, 'ALL-12']);
    }
  });
});

describe('editing', () => {
  test('what changed is on record, and an objective that stays keeps its id', async () => {
    const allianceId = await register();
    const { objectives, ...page } = await show(allianceId);
    const body = {
      ...windPower(cast),
      externalId: null,
      name: 'Wind and waves',
      partnerIds: [cast.helix, cast.orbis],
      objectives: [{ id: null, sentence: 'Learn from the first park.' }, objectives[0] ?? { id: null, sentence: '' }],
    };
    const answer = await head.ask(editAlliance, { params: { allianceId }, body });
    expect(answer.refusals).toEqual([]);
    const after = await show(allianceId);
    expect(after.name).toBe('Wind and waves');
    expect(after.partners.map(({ name }) => name)).toEqual(['Helix Bio', 'Orbis Systems']);
    expect(after.objectives[1]?.id).toBe(objectives[0]?.id);
    expect(await lastEntry()).toMatchObject({
      type: 'alliance.edited',
      detail: { changes: { name: { before: page.name, after: 'Wind and waves' } } },
    });
  });

  test('the same again leaves no trace', async () => {
    const allianceId = await register();
    const { objectives } = await show(allianceId);
    const before = (await server.ledger()).length;
    const body = { ...windPower(cast), externalId: null, objectives };
    expect((await head.ask(editAlliance, { params: { allianceId }, body })).status).toBe(200);
    expect((await server.ledger()).length).toBe(before);
  });

  test('values, decisions and objectives can all go', async () => {
    const allianceId = await register();
    const body = { ...windPower(cast), externalId: null, values: [], decisions: [], objectives: [] };
    expect((await head.ask(editAlliance, { params: { allianceId }, body })).status).toBe(200);
    expect(await show(allianceId)).toMatchObject({ values: [], decisions: [], objectives: [], yearlyValue: 0 });
  });

  test('an alliance that is not there', async () => {
    const answer = await head.ask(editAlliance, { params: { allianceId: newId() }, body: windPower(cast) });
    expect(answer.status).toBe(404);
  });

  test('an auditor reads and does not write', async () => {
    const allianceId = await register();
    const auditor = await server.as('auditor');
    expect((await show(allianceId, auditor)).may.edit).toContain('Only the head of alliances');
    const params = { allianceId };
    expect((await auditor.ask(editAlliance, { params, body: windPower(cast) })).status).toBe(403);
    expect((await auditor.ask(moveAlliancePhase, { params, body: { phase: 'selection', reason: 'x' } })).status).toBe(
      403,
    );
    const manager = { side: 'theirs', personId: cast.omar, from: '2026-01-01' } as const;
    expect((await auditor.ask(setAllianceManager, { params, body: manager })).status).toBe(403);
  });
});

describe('moving phase', () => {
  test('forward with a reason, with the entry kept', async () => {
    const allianceId = await register();
    const body = { phase: 'selection', reason: 'The board agreed.' } as const;
    expect((await head.ask(moveAlliancePhase, { params: { allianceId }, body })).status).toBe(200);
    const page = await show(allianceId);
    expect(page).toMatchObject({ phase: 'selection', registeredPhase: 'strategy' });
    expect(page.phaseEntries[0]).toMatchObject({ phase: 'selection', reason: 'The board agreed.' });
    expect(await lastEntry()).toMatchObject({
      type: 'alliance.phaseMoved',
      detail: { from: 'strategy', to: 'selection' },
    });
  });

  test('a leap without a reason is refused twice', async () => {
    const allianceId = await register();
    const body = { phase: 'management', reason: '' } as const;
    const { status, refusals } = await head.ask(moveAlliancePhase, { params: { allianceId }, body });
    expect([status, refusals.map(({ rule }) => rule)]).toEqual([409, ['ALL-6', 'ALL-7']]);
  });
});

describe('managers', () => {
  const set = (allianceId: string, personId: string, from: string, side: 'ours' | 'theirs' = 'ours', client = head) =>
    client.ask(setAllianceManager, { params: { allianceId }, body: { side, personId, from } });

  test('one follows the other on the day, and the ledger knows', async () => {
    const allianceId = await register();
    await set(allianceId, cast.ida, '2026-01-01');
    expect((await set(allianceId, cast.jonas, '2026-06-15')).refusals).toEqual([]);
    expect((await show(allianceId)).managers).toMatchObject([
      { person: { name: 'Jonas Keller' }, from: '2026-06-15', to: null, when: 'now' },
      { person: { name: 'Ida Brandt' }, from: '2026-01-01', to: '2026-06-15', when: 'past' },
    ]);
    expect(await lastEntry()).toMatchObject({
      type: 'alliance.managerSet',
      detail: { side: 'ours', from: '2026-06-15' },
    });
  });

  test('of the wrong side, and overlapping', async () => {
    const allianceId = await register();
    const wrong = await set(allianceId, cast.omar, '2026-01-01');
    expect([wrong.status, wrong.refusals[0]?.rule]).toEqual([409, 'ALL-11']);
    await set(allianceId, cast.ida, '2026-07-01');
    const overlapping = await set(allianceId, cast.jonas, '2026-01-01');
    expect([overlapping.status, overlapping.refusals[0]?.rule]).toEqual([409, 'ALL-10']);
  });

  test('a term is ended on a day', async () => {
    const allianceId = await register();
    const { reply } = await set(allianceId, cast.omar, '2026-01-01', 'theirs');
    const params = { allianceId, termId: reply.id };
    const early = await head.ask(endAllianceManager, { params, body: { on: '2026-01-01' } });
    expect([early.status, early.refusals[0]?.field]).toEqual([409, 'on']);
    expect((await head.ask(endAllianceManager, { params, body: { on: '2026-06-01' } })).status).toBe(200);
    expect((await show(allianceId)).managers[0]).toMatchObject({ to: '2026-06-01', when: 'past' });
    expect(await lastEntry()).toMatchObject({ type: 'alliance.managerEnded' });
    const unknown = await head.ask(endAllianceManager, {
      params: { allianceId, termId: newId() },
      body: { on: '2026-06-01' },
    });
    expect(unknown.status).toBe(404);
  });

  test('a manager reaches and edits what they manage, and nothing else', async () => {
    const own = await register({ name: 'Managed by Jonas' });
    const foreign = await register({ name: 'Managed by nobody' });
    await set(own, cast.jonas, '2026-01-01');
    const jonas = await server.as('allianceManager', { personId: cast.jonas });
    const { objectives, may } = await show(own, jonas);
    expect(may).toMatchObject({
      edit: true,
      setTheirManager: true,
      setOurManager: expect.stringContaining('Only the head'),
    });
    const body = { ...windPower(cast), externalId: null, name: 'Renamed by Jonas', objectives };
    expect((await jonas.ask(editAlliance, { params: { allianceId: own }, body })).refusals).toEqual([]);
    expect((await set(own, cast.omar, '2026-01-01', 'theirs', jonas)).refusals).toEqual([]);
    expect((await set(own, cast.ida, '2026-06-20', 'ours', jonas)).status).toBe(403);
    expect((await jonas.ask(showAlliance, { params: { allianceId: foreign } })).status).toBe(404);
    expect((await jonas.ask(editAlliance, { params: { allianceId: foreign }, body })).status).toBe(404);
  });
});

test('decisions are offered in the words that are on record', async () => {
  await register({ decisions: [{ decision: 'hiring', amount: null }] });
  const { reply } = await head.ask(listDecisionWords);
  expect(reply.decisions).toEqual(['hiring', 'investment']);
});

test('after all of this the ledger is whole', async () => {
  expect(await server.isLedgerWhole()).toBe(true);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerAlliance } from '#alliances/alliances-contract.ts';
import { startTestServer, type TestClient, type TestServer } from '#app/testing/start-test-server.ts';
import { defaultPolicy, type SponsorshipPolicy } from '#sponsorship/domain/sponsorship-policy.ts';
import { newId } from '#platform/new-id.ts';
import {
  clearStake,
  clearVeto,
  endConflict,
  listCandidates,
  listConflicts,
  rateCapacity,
  rateStake,
  recordConflict,
  recordVeto,
} from '#sponsorship/sponsorship-candidates-contract.ts';
import {
  chooseArchetype,
  previewPolicy,
  savePolicy,
  showPolicy,
  showPolicyVersion,
} from '#sponsorship/sponsorship-policy-contract.ts';
import { type SponsorshipCast, windAlliance, writeSponsorshipCast } from './sponsorship-cast.ts';

let server: TestServer;
let cast: SponsorshipCast;
let head: TestClient;
let auditor: TestClient;
let allianceId: string;

beforeAll(async () => {
  server = await startTestServer({ now: new Date('2026-06-15T10:00:00Z') });
  cast = await writeSponsorshipCast(server);
  head = await server.as('headOfAlliances');
  auditor = await server.as('auditor');
  const registered = await head.ask(registerAlliance, { body: { ...windAlliance(cast), phase: 'strategy' } });
  allianceId = registered.reply.id;
});
afterAll(() => server?.close());

/** As the contract takes it: without the read-only marks of the rules' own type. */
const settings = (changes: Partial<SponsorshipPolicy> = {}) => ({ ...defaultPolicy, ...changes }) as never;
const candidates = async () => (await head.ask(listCandidates, { params: { allianceId } })).reply;
const factsOf = async (id: string) => (await candidates()).candidates.find((one) => one.id === id);
const whyNot = async (id: string) =>
  (await candidates()).ranking.filtered.find((one) => one.id === id)?.refusals.map(({ rule }) => rule) ?? [];
const lastEntry = async () => (await server.ledger()).at(-1);

describe('ratings with their source and date', () => {
  const ofInes = () => ({ params: { allianceId, personId: cast.ines } });

  test('stake, given, changed and taken back', async () => {
    const rated = await head.ask(rateStake, { ...ofInes(), body: { rating: 75, source: 'Objectives 2026, page 2' } });
    expect(rated.status).toBe(200);
    expect((await factsOf(cast.ines))?.stake).toEqual({
      rating: 75,
      by: 'Objectives 2026, page 2',
      on: '2026-06-15',
      note: null,
    });
    expect(await lastEntry()).toMatchObject({
      type: 'sponsorship.stakeRated',
      detail: { rating: 75, source: 'Objectives 2026, page 2' },
    });
    await head.ask(rateStake, { ...ofInes(), body: { rating: 50, source: 'Talk', ratedOn: '2026-05-01' } });
    expect((await factsOf(cast.ines))?.stake).toMatchObject({ rating: 50, on: '2026-05-01' });
    await head.ask(clearStake, ofInes());
    expect((await factsOf(cast.ines))?.stake).toBeNull();
    const odd = await head.ask(rateStake, { ...ofInes(), body: { rating: 60 as never, source: ' ' } });
    expect([odd.status, odd.refusals.map(({ field }) => field)]).toEqual([400, ['rating', 'source']]);
  });

  test("capacity keeps somebody out once it is full, and the partner's veto does until it is taken back", async () => {
    const capacity = { rating: 25 as const, most: 0, source: 'Calendar', ratedOn: '2026-06-01' };
    await head.ask(rateCapacity, { params: { personId: cast.tomas }, body: capacity });
    expect(await whyNot(cast.tomas)).toEqual(['SPO-4']);
    await head.ask(rateCapacity, { params: { personId: cast.tomas }, body: { ...capacity, most: 2 } });
    expect(await factsOf(cast.tomas)).toMatchObject({ capacity: 2, room: { rating: 25, by: 'Calendar' } });
    const ofTomas = { params: { allianceId, personId: cast.tomas } };
    await head.ask(recordVeto, { ...ofTomas, body: { reason: 'Left them in 2019.', source: 'Letter of 3 May' } });
    expect(await whyNot(cast.tomas)).toEqual(['SPO-5']);
    const refusal = (await candidates()).ranking.filtered.find(({ id }) => id === cast.tomas)?.refusals[0];
    expect(refusal?.message).toBe('The partner does not want Tomas Lind: Left them in 2019 (Letter of 3 May).');
    await head.ask(clearVeto, ofTomas);
    expect(await whyNot(cast.tomas)).toEqual([]);
  });

  test('SPO-38: a conflict of interest with the partner holds for its time, and stays on record', async () => {
    const params = { personId: cast.tomas };
    const body = { organisationId: cast.nara, reason: 'Holds shares', source: 'Own statement', from: '2026-01-01' };
    const stated = await head.ask(recordConflict, { params, body });
    expect(stated.refusals).toEqual([]);
    expect(await whyNot(cast.tomas)).toEqual(['SPO-1']);
    const wrong = await head.ask(recordConflict, { params, body: { ...body, to: '2025-01-01' } });
    expect(wrong.refusals).toMatchObject([{ rule: 'SPO-38', field: 'to' }]);
    const end = { params: { conflictId: stated.reply.id } };
    expect((await head.ask(endConflict, { ...end, body: { on: '2025-12-31' } })).refusals[0]?.rule).toBe('SPO-38');
    await head.ask(endConflict, { ...end, body: { on: '2026-06-15' } });
    expect(await whyNot(cast.tomas)).toEqual([]);
    expect((await head.ask(listConflicts, { params })).reply.items).toMatchObject([
      { reason: 'Holds shares', organisation: { name: 'Nara Robotics' }, to: '2026-06-15' },
    ]);
  });

  test('SPO-36: an auditor reads and rates nobody; a sponsor does not see candidates', async () => {
    expect((await auditor.ask(listCandidates, { params: { allianceId } })).reply.may.rate).toBe(
      'Only a head of alliances or the alliance manager rates candidates.',
    );
    const body = { rating: 100 as const, source: 'x' };
    expect((await auditor.ask(rateStake, { ...ofInes(), body })).status).toBe(403);
    const sponsor = await server.as('executiveSponsor', { personId: cast.tomas });
    expect((await sponsor.ask(listCandidates, { params: { allianceId } })).status).toBe(403);
    expect((await sponsor.ask(showPolicy)).status).toBe(403);
  });
});

describe('the policy', () => {
  test('SPO-37: a change says what it would alter before it is saved, and writes nothing', async () => {
    const before = (await server.ledger()).length;
    const { neutral } = defaultPolicy.profiles;
    const none = { valueToArea: 0, clout: 0, longevity: 0, seniority: 0, stake: 0, capacity: 0 };
    const longest = { ...neutral, swings: { ...none, longevity: 100 } };
    const patient = settings({ profiles: { ...defaultPolicy.profiles, neutral: longest } });
    const changed = await head.ask(previewPolicy, { body: { settings: patient } });
    expect(changed.reply).toMatchObject({
      alliances: { lookedAt: 1, of: 1 },
      firstCandidateChanges: [
        { allianceName: 'Wind power at sea', before: { name: 'Aiko Mori' }, after: { name: 'Ruth Adeyemi' } },
      ],
      sponsorsNoLongerEligible: [],
    });
    await server.sql((db) =>
      db
        .insertInto('appointments')
        .values({
          workspace_id: server.workspaceId,
          id: newId(),
          alliance_id: allianceId,
          side: 'ours',
          person_id: cast.ines,
          from_day: '2026-01-01',
          appointed_at: new Date('2026-01-01T10:00:00Z'),
        })
        .execute(),
    );
    const strict = settings({ minimumLevel: { strategic: 1, core: 3, exploratory: 4 } });
    const { reply } = await head.ask(previewPolicy, { body: { settings: strict } });
    expect(reply).toMatchObject({
      settingsChanged: ['minimumLevel.strategic: 2 becomes 1'],
      firstCandidateChanges: [],
      sponsorsNoLongerEligible: [{ allianceName: 'Wind power at sea', name: 'Ines Duarte' }],
    });
    expect((await server.ledger()).length).toBe(before);
    expect((await head.ask(showPolicy)).reply.current.version).toBe(0);
    expect((await auditor.ask(previewPolicy, { body: { settings: strict } })).status).toBe(403);
  });

  test('SPO-35: each change is a version with a reason; one made on an older version is refused', async () => {
    const fewer = settings({ limits: { warn: 2, stop: 3 } });
    const saved = await head.ask(savePolicy, {
      body: { settings: fewer, basedOn: 0, reason: 'Sponsors are stretched.' },
    });
    expect(saved.reply).toMatchObject({
      version: 1,
      savedBy: 'Test headOfAlliances',
      reason: 'Sponsors are stretched.',
    });
    expect(await lastEntry()).toMatchObject({
      type: 'sponsorship.policySaved',
      detail: { version: 1, changes: ['limits.warn: 3 becomes 2', 'limits.stop: 5 becomes 3'] },
    });
    const stale = await head.ask(savePolicy, { body: { settings: settings(), basedOn: 0, reason: 'Back.' } });
    expect(stale.refusals).toMatchObject([{ rule: 'SPO-35', field: 'basedOn' }]);
    expect(stale.refusals[0]?.message).toContain('Test headOfAlliances saved version 1 meanwhile.');
    const page = (await auditor.ask(showPolicy)).reply;
    expect(page).toMatchObject({
      current: { version: 1, settings: { limits: { stop: 3 } } },
      defaults: { limits: { stop: 5 } },
    });
    expect(page.may.edit).toBe('Only a head of alliances changes the sponsorship policy.');
    expect((await head.ask(showPolicyVersion, { params: { version: 0 } })).reply.settings.limits.stop).toBe(5);
    expect((await head.ask(showPolicyVersion, { params: { version: 7 } })).status).toBe(404);
  });

  test('SPO-35: of two who save at once one wins', async () => {
    const save = (warn: number) =>
      head.ask(savePolicy, { body: { settings: settings({ limits: { warn, stop: 4 } }), basedOn: 1, reason: 'x' } });
    const both = await Promise.all([save(1), save(2)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('nonsense is refused field by field', async () => {
    const odd = settings({ limits: { warn: 9, stop: 2 }, nominationReminderDays: 20, exitRate: 7 });
    const refused = await head.ask(savePolicy, { body: { settings: odd, basedOn: 2, reason: ' ' } });
    expect(refused.status).toBe(400);
    expect(refused.refusals.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['settings.limits.warn', 'settings.exitRate', 'reason']),
    );
    const unknown = { ...defaultPolicy, colour: 'blue' } as never;
    expect((await head.ask(savePolicy, { body: { settings: unknown, basedOn: 2, reason: 'x' } })).status).toBe(400);
  });

  test('one alliance may have an archetype of its own, with a reason, and return to the company', async () => {
    const choose = (archetype: 'generalManagement' | null, reason: string, client = head) =>
      client.ask(chooseArchetype, { params: { allianceId }, body: { archetype, reason } });
    await choose('generalManagement', 'The founder knows nobody but her.');
    expect(await candidates()).toMatchObject({
      policy: { settings: { profile: 'generalManagement' } },
      ranking: { profile: 'generalManagement' },
      override: {
        archetype: 'generalManagement',
        reason: 'The founder knows nobody but her.',
        setBy: 'Test headOfAlliances',
      },
    });
    expect((await choose(null, 'x', auditor)).status).toBe(403);
    await choose(null, 'As everywhere.');
    expect(await candidates()).toMatchObject({ override: null, ranking: { profile: 'neutral' } });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { registerAlliance, setAllianceManager } from '#alliances/alliances-contract.ts';
import type { TestClient } from '#app/testing/start-test-server.ts';
import { listCandidates } from '#sponsorship/sponsorship-candidates-contract.ts';
import { endAppointment, listCases, showSponsorship, withdrawNomination } from '#sponsorship/sponsorship-contract.ts';
import { sweepNominations, tickNominationIn } from './nomination-clock.ts';
import { type NominationScene, openNominationScene } from '#app/testing/nomination-scene.ts';
import { windAlliance } from './sponsorship-cast.ts';

let scene: NominationScene;
let allianceId: string;

beforeAll(async () => {
  scene = await openNominationScene();
});
afterAll(() => scene?.server.close());
beforeEach(async () => {
  allianceId = await scene.freshAlliance();
});

describe('asking', () => {
  test('every refusal comes back together, and nothing is kept', async () => {
    const mails = (await scene.server.mails()).length;
    const refused = await scene.nominate(allianceId, {
      personId: scene.cast.ruth,
      reason: 'x',
      reasonAgainstRanking: '',
      termTo: '2026-06-15',
      deputyPersonId: scene.cast.kenji,
    });
    expect(refused.status).toBe(409);
    expect(refused.refusals.map(({ rule, field }) => [rule, field])).toEqual([
      ['SPO-20', 'reasonAgainstRanking'],
      ['SPO-23', 'termTo'],
      ['SPO-24', 'deputyPersonId'],
      ['SPO-25', 'personId'],
    ]);
    expect((await scene.server.mails()).length).toBe(mails);
    expect((await scene.head.ask(listCases, { params: { allianceId } })).reply.items).toEqual([]);
  });

  test('SPO-22: who is not eligible is refused with the reason; anybody eligible can be asked', async () => {
    const carl = await scene.nominate(allianceId, { personId: scene.cast.carl });
    expect(carl.refusals.map(({ rule }) => rule)).toEqual(['SPO-22']);
    expect(carl.refusals[0]?.message).toContain('level 4');
    const kenji = await scene.nominate(allianceId, { personId: scene.cast.kenji });
    expect(kenji.refusals.map(({ rule }) => rule)).toContain('SPO-22');
    const { ranking } = (await scene.head.ask(listCandidates, { params: { allianceId } })).reply;
    const last = ranking.ranked.findLast(({ id }) => id !== scene.cast.ruth);
    const chosen = await scene.nominate(allianceId, {
      personId: last?.id ?? '',
      reasonAgainstRanking: 'The partner asked for them.',
    });
    expect(chosen.refusals).toEqual([]);
    const [kept] = (await scene.head.ask(listCases, { params: { allianceId } })).reply.items;
    expect(kept).toMatchObject({
      rank: last?.rank,
      reason: 'Her line carries the results.\n\nAgainst the ranking: The partner asked for them.',
    });
  });

  test('SPO-21: one waits at a time, also when two ask at once', async () => {
    const both = await Promise.all([
      scene.nominate(allianceId),
      scene.nominate(allianceId, { personId: scene.cast.tomas }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.flatMap(({ refusals }) => refusals.map(({ rule }) => rule))).toEqual(['SPO-21']);
  });

  test('SPO-36: an auditor and a sponsor ask nobody; a manager asks for their own alliance only', async () => {
    for (const client of [
      await scene.server.as('auditor'),
      await scene.server.as('executiveSponsor', { personId: scene.cast.tomas }),
    ]) {
      const refused = await scene.nominate(allianceId, {}, client);
      expect([403, 404]).toContain(refused.status);
    }
    const ben = await scene.server.as('allianceManager', { personId: scene.cast.ben });
    expect((await scene.nominate(allianceId, {}, ben)).status).toBe(404);
    // The reach of seats counts in the database's own days.
    await scene.head.ask(setAllianceManager, {
      params: { allianceId },
      body: { side: 'ours', personId: scene.cast.ben, from: '2026-01-01' },
    });
    expect((await scene.nominate(allianceId, {}, ben)).refusals).toEqual([]);
    expect((await scene.sponsorship(allianceId, ben)).openNomination?.nominatedBy).toBe('Test allianceManager');
  });

  test("a manager's ranking counts the load of alliances that they do not see", async () => {
    const { token } = await scene.asked(allianceId);
    await scene.answer(token, 'accept');
    const other = await scene.head.ask(registerAlliance, { body: { ...windAlliance(scene.cast), phase: 'strategy' } });
    const params = { allianceId: other.reply.id };
    await scene.head.ask(setAllianceManager, {
      params,
      body: { side: 'ours', personId: scene.cast.ben, from: '2026-01-01' },
    });
    const load = async (client: TestClient) =>
      (await client.ask(listCandidates, { params })).reply.candidates.find(({ id }) => id === scene.cast.ines)?.load;
    const ben = await scene.server.as('allianceManager', { personId: scene.cast.ben });
    expect(await load(ben)).toBe(await load(scene.head));
    expect((await ben.ask(showSponsorship, { params: { allianceId } })).status).toBe(404);
  });

  test('SPO-28: taken back, the link asks nothing any more, and the nominee is told', async () => {
    const { token, nominationId } = await scene.asked(allianceId);
    const back = await scene.head.ask(withdrawNomination, {
      params: { nominationId },
      body: { reason: 'The scope changed.' },
    });
    expect(back.reply).toEqual({ state: 'withdrawn' });
    expect((await scene.answer(token, 'accept')).refusals[0]?.message).toContain('took this nomination back');
    expect((await scene.mailsFor('nominationWithdrawn')).at(-1)).toMatchObject({ to: 'ines@aurelia.example' });
    expect((await scene.sponsorship(allianceId)).state).toBe('missing');
    const again = await scene.head.ask(withdrawNomination, { params: { nominationId }, body: { reason: 'x' } });
    expect(again.refusals[0]?.rule).toBe('SPO-28');
  });
});

describe('the clock', () => {
  test('SPO-29: one reminder on its day, and the nomination lapses when its time is over', async () => {
    const { nominationId, token } = await scene.asked(allianceId);
    const { services } = scene.server.running;
    const tick = () => tickNominationIn(services, scene.server.workspaceId, nominationId);
    const of = async () => (await scene.sponsorship(allianceId)).nominations.find(({ id }) => id === nominationId);
    scene.server.setNow(new Date('2026-06-22T05:59:59Z'));
    await tick();
    expect((await of())?.remindedAt).toBeNull();
    scene.server.setNow(new Date('2026-06-22T06:00:00Z'));
    await Promise.all([tick(), tick(), tick()]);
    expect((await of())?.remindedAt).toBe('2026-06-22T06:00:00.000Z');
    const reminders = (await scene.mailsFor('nominationReminder')).filter(({ text }) => text.includes(token));
    expect(reminders.length).toBe(1);
    expect(reminders[0]?.subject).toBe('Until 29 June 2026: will you sponsor Wind power at sea?');
    scene.server.setNow(new Date('2026-06-30T00:00:00Z'));
    await sweepNominations(services);
    expect(await of()).toMatchObject({ state: 'lapsed' });
    expect((await scene.sponsorship(allianceId)).state).toBe('missing');
    expect((await scene.mailsFor('nominationAnswer')).at(-1)?.subject).toBe(
      'Ines Duarte did not answer: Wind power at sea',
    );
    expect((await scene.ledgerTypes()).slice(-1)).toEqual(['sponsorship.lapsed']);
    const before = await scene.ledgerTypes();
    await sweepNominations(services);
    expect(await scene.ledgerTypes()).toEqual(before);
  });
});

describe('ending', () => {
  test('SPO-30: an appointment ends with a reason, the state follows, and a successor begins where it ends', async () => {
    const { token } = await scene.asked(allianceId);
    await scene.answer(token, 'accept');
    const appointmentId = (await scene.sponsorship(allianceId)).sponsor?.id ?? '';
    const tooEarly = await scene.nominate(allianceId, { personId: scene.cast.tomas, termFrom: '2027-01-01' });
    expect(tooEarly.refusals.map(({ rule }) => rule)).toEqual(['SPO-27']);
    const auditor = await scene.server.as('auditor');
    const body = { on: '2027-01-01', reason: 'She moves to Osaka.' };
    expect((await auditor.ask(endAppointment, { params: { appointmentId }, body })).status).toBe(403);
    const ended = await scene.head.ask(endAppointment, { params: { appointmentId }, body });
    expect(ended.reply).toMatchObject({ to: '2027-01-01', ended: { on: '2027-01-01', by: 'Test headOfAlliances' } });
    expect((await scene.sponsorship(allianceId)).state).toBe('ensured');
    scene.server.setNow(new Date('2026-07-01T10:00:00Z'));
    expect((await scene.sponsorship(allianceId)).state).toBe('atRisk');
    const follows = await scene.nominate(allianceId, {
      personId: scene.cast.tomas,
      reasonAgainstRanking: 'He knows the plant.',
    });
    expect(follows.refusals).toEqual([]);
    await scene.answer(await scene.newestToken(), 'accept');
    expect(await scene.sponsorship(allianceId)).toMatchObject({
      state: 'inHandover',
      sponsor: { person: { name: 'Ines Duarte' } },
      successor: { person: { name: 'Tomas Lind' }, from: '2027-01-01' },
    });
  });
});

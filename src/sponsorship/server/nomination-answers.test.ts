import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { registerAlliance, setAllianceManager } from '#alliances/alliances-contract.ts';
import { startTestServer, type TestClient, type TestServer } from '#app/testing/start-test-server.ts';
import type { InputOf } from '#kernel/endpoint.ts';
import { signLink } from '#platform/links/signed-link.ts';
import {
  answerByLink,
  answerNomination,
  endAppointment,
  listCases,
  nominateSponsor,
  showAnswerPage,
  showSponsorship,
  withdrawNomination,
} from '#sponsorship/sponsorship-contract.ts';
import { listCandidates } from '#sponsorship/sponsorship-candidates-contract.ts';
import { tickNominationIn, sweepNominations } from './nomination-clock.ts';
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
  const registered = await head.ask(registerAlliance, { body: { ...windAlliance(cast), phase: 'strategy' } });
  allianceId = registered.reply.id;
});

type Ask = InputOf<(typeof nominateSponsor)['body']>;

const nominate = (body: Partial<Ask> = {}, client = head) =>
  client.ask(nominateSponsor, {
    params: { allianceId },
    body: {
      personId: cast.ines,
      reason: 'Her line carries the results.',
      reasonAgainstRanking: 'She knows Nara.',
      ...body,
    },
  });

const asked = async (): Promise<{ nominationId: string; token: string }> => {
  const made = await nominate();
  expect(made.refusals).toEqual([]);
  const mail = (await server.mails()).findLast(({ purpose }) => purpose === 'nomination');
  return { nominationId: made.reply.nominationId, token: /\/answer\/([\w.-]+)\?/.exec(mail?.text ?? '')?.[1] ?? '' };
};

const answer = (token: string, choice: 'accept' | 'decline' | 'talkFirst', remark?: string) =>
  server.anonymous.ask(answerByLink, { params: { token }, body: { choice, remark } });

const sponsorship = async (client = head) => (await client.ask(showSponsorship, { params: { allianceId } })).reply;
const ledgerTypes = async () => (await server.ledger()).map(({ type }) => type);
const mailsFor = async (purpose: string) => (await server.mails()).filter((mail) => mail.purpose === purpose);

describe('signed links', () => {
  test('altered by one character, made for another purpose, or expired: refused with a sentence, and nothing happens', async () => {
    const { token, nominationId } = await asked();
    const before = await ledgerTypes();
    const { services } = server.running;
    const claim = { workspaceId: server.workspaceId, subjectId: nominationId };
    const altered = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    const otherPurpose = signLink(services.linkSecret, {
      ...claim,
      purpose: 'join',
      expiresAt: new Date('2026-07-01'),
    });
    const otherSecret = signLink('x', { ...claim, purpose: 'nomination.answer', expiresAt: new Date('2026-07-01') });
    for (const bad of [altered, otherPurpose, otherSecret, 'x', `${token}x`]) {
      const refused = await answer(bad, 'accept');
      expect([refused.status, refused.refusals[0]?.rule]).toEqual([409, 'SPO-26']);
      expect((await server.anonymous.ask(showAnswerPage, { params: { token: bad } })).status).toBe(409);
    }
    server.setNow(new Date('2026-06-30T00:00:00Z'));
    const expired = await answer(token, 'accept');
    expect(expired.refusals[0]?.message).toContain('expired');
    server.setNow(start);
    expect(await ledgerTypes()).toEqual(before);
    expect((await sponsorship()).state).toBe('nominated');
  });

  test('a link that names a nomination of nobody is not found', async () => {
    const token = signLink(server.running.services.linkSecret, {
      purpose: 'nomination.answer',
      workspaceId: server.workspaceId,
      subjectId: allianceId,
      expiresAt: new Date('2026-07-01'),
    });
    expect((await answer(token, 'accept')).status).toBe(404);
  });

  test('a body that is not an answer is malformed', async () => {
    const { token } = await asked();
    const malformed = await server.anonymous.fetch(`/api/answers/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ choice: 'perhaps' }),
    });
    expect(malformed.status).toBe(400);
  });
});

describe('answering', () => {
  test('SPO-26: of many clicks at once exactly one wins, and the others read what has become of it', async () => {
    const { token } = await asked();
    const clicks = await Promise.all([
      answer(token, 'accept'),
      answer(token, 'decline'),
      answer(token, 'accept'),
      answer(token, 'decline'),
    ]);
    const won = clicks.filter(({ status }) => status === 200);
    expect(won.length).toBe(1);
    const state = won[0]?.reply.state;
    for (const lost of clicks.filter(({ status }) => status !== 200)) {
      expect([lost.status, lost.refusals[0]?.rule]).toEqual([409, 'SPO-26']);
      expect(lost.refusals[0]?.message).toBe(`Ines Duarte ${state} on 15 June 2026. That answer stands.`);
    }
    const now = await sponsorship();
    expect(now.appointments.length).toBe(state === 'accepted' ? 1 : 0);
    expect(now.state).toBe(state === 'accepted' ? 'ensured' : 'missing');
    expect(await server.isLedgerWhole()).toBe(true);
  });

  test('a link used again says how it was answered, and changes nothing', async () => {
    const { token } = await asked();
    expect((await answer(token, 'decline', 'Two already.')).reply.state).toBe('declined');
    const again = await answer(token, 'accept');
    expect(again.refusals[0]?.message).toBe('Ines Duarte declined on 15 June 2026. That answer stands.');
    const page = await server.anonymous.ask(showAnswerPage, { params: { token } });
    expect(page.reply).toMatchObject({ state: 'declined', mayAnswer: false });
    expect((await mailsFor('nominationAnswer')).at(-1)?.text).toContain('> Two already.');
  });

  test('talking first keeps the question open and tells whoever asked', async () => {
    const { token } = await asked();
    expect((await answer(token, 'talkFirst', 'How much travel?')).reply.state).toBe('talking');
    expect((await answer(token, 'talkFirst')).status).toBe(409);
    expect(await sponsorship()).toMatchObject({
      state: 'nominated',
      openNomination: { state: 'talking', talks: [{ remark: 'How much travel?' }] },
    });
    expect((await mailsFor('nominationAnswer')).at(-1)).toMatchObject({
      subject: 'Ines Duarte wants to talk first: Wind power at sea',
    });
    expect((await answer(token, 'accept')).reply.state).toBe('accepted');
    expect((await sponsorship()).state).toBe('ensured');
  });

  test('signed in: the nominee and their assistant answer, nobody else', async () => {
    const { nominationId } = await asked();
    const body = { choice: 'decline', remark: 'Not now.' } as const;
    for (const client of [
      head,
      await server.as('auditor'),
      await server.as('executiveSponsor', { personId: cast.tomas }),
    ]) {
      expect([403, 404]).toContain((await client.ask(answerNomination, { params: { nominationId }, body })).status);
    }
    expect((await server.anonymous.ask(answerNomination, { params: { nominationId }, body })).status).toBe(401);
    const ines = await server.as('executiveSponsor', { personId: cast.ines });
    expect((await sponsorship(ines)).openNomination?.may.answer).toBe(true);
    const declined = await ines.ask(answerNomination, { params: { nominationId }, body });
    expect(declined.reply).toMatchObject({ state: 'declined' });
    expect((await sponsorship()).state).toBe('missing');
    expect((await ines.ask(showSponsorship, { params: { allianceId } })).status).toBe(404);
    const second = await asked();
    const assistant = await server.as('assistant', { personId: cast.ines });
    const accepted = await assistant.ask(answerNomination, {
      params: { nominationId: second.nominationId },
      body: { choice: 'accept', deputyPersonId: cast.tomas },
    });
    expect(accepted.reply.state).toBe('accepted');
    expect(await sponsorship(ines)).toMatchObject({ sponsor: { deputy: { name: 'Tomas Lind' } }, cases: [] });
  });

  test('SPO-27: who accepts late finds somebody else in office, and displaces nobody', async () => {
    const { token } = await asked();
    await server.sql((db) =>
      db
        .insertInto('appointments')
        .values({
          workspace_id: server.workspaceId,
          id: allianceId,
          alliance_id: allianceId,
          side: 'ours',
          person_id: cast.tomas,
          from_day: '2026-06-01',
          appointed_at: start,
        })
        .execute(),
    );
    const refused = await answer(token, 'accept');
    expect(refused.refusals[0]).toMatchObject({ rule: 'SPO-27', message: expect.stringContaining('Tomas Lind') });
    expect((await answer(token, 'decline')).reply.state).toBe('declined');
  });
});

describe('asking', () => {
  test('every refusal comes back together, and nothing is kept', async () => {
    const mails = (await server.mails()).length;
    const refused = await nominate({
      personId: cast.ruth,
      reason: 'x',
      reasonAgainstRanking: '',
      termTo: '2026-06-15',
      deputyPersonId: cast.kenji,
    });
    expect(refused.status).toBe(409);
    expect(refused.refusals.map(({ rule, field }) => [rule, field])).toEqual([
      ['SPO-20', 'reasonAgainstRanking'],
      ['SPO-23', 'termTo'],
      ['SPO-24', 'deputyPersonId'],
      ['SPO-25', 'personId'],
    ]);
    expect((await server.mails()).length).toBe(mails);
    expect((await head.ask(listCases, { params: { allianceId } })).reply.items).toEqual([]);
  });

  test('SPO-22: who is not eligible is refused with the reason; anybody eligible can be asked', async () => {
    const carl = await nominate({ personId: cast.carl });
    expect(carl.refusals.map(({ rule }) => rule)).toEqual(['SPO-22']);
    expect(carl.refusals[0]?.message).toContain('level 4');
    const kenji = await nominate({ personId: cast.kenji });
    expect(kenji.refusals.map(({ rule }) => rule)).toContain('SPO-22');
    const { ranking } = (await head.ask(listCandidates, { params: { allianceId } })).reply;
    const last = ranking.ranked.findLast(({ id }) => id !== cast.ruth);
    const chosen = await nominate({ personId: last?.id ?? '', reasonAgainstRanking: 'The partner asked for them.' });
    expect(chosen.refusals).toEqual([]);
    const [kept] = (await head.ask(listCases, { params: { allianceId } })).reply.items;
    expect(kept).toMatchObject({
      rank: last?.rank,
      reason: 'Her line carries the results.\n\nAgainst the ranking: The partner asked for them.',
    });
  });

  test('SPO-21: one waits at a time, also when two ask at once', async () => {
    const both = await Promise.all([nominate(), nominate({ personId: cast.tomas })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.flatMap(({ refusals }) => refusals.map(({ rule }) => rule))).toEqual(['SPO-21']);
  });

  test('SPO-36: an auditor and a sponsor ask nobody; a manager asks for their own alliance only', async () => {
    for (const client of [await server.as('auditor'), await server.as('executiveSponsor', { personId: cast.tomas })]) {
      const refused = await nominate({}, client);
      expect([403, 404]).toContain(refused.status);
    }
    const ben = await server.as('allianceManager', { personId: cast.ben });
    expect((await nominate({}, ben)).status).toBe(404);
    // The reach of seats counts in the database's own days.
    await head.ask(setAllianceManager, {
      params: { allianceId },
      body: { side: 'ours', personId: cast.ben, from: '2026-01-01' },
    });
    expect((await nominate({}, ben)).refusals).toEqual([]);
    expect((await sponsorship(ben)).openNomination?.nominatedBy).toBe('Test allianceManager');
  });

  test("a manager's ranking counts the load of alliances that they do not see", async () => {
    const { token } = await asked();
    await answer(token, 'accept');
    const other = await head.ask(registerAlliance, { body: { ...windAlliance(cast), phase: 'strategy' } });
    const params = { allianceId: other.reply.id };
    await head.ask(setAllianceManager, { params, body: { side: 'ours', personId: cast.ben, from: '2026-01-01' } });
    const load = async (client: TestClient) =>
      (await client.ask(listCandidates, { params })).reply.candidates.find(({ id }) => id === cast.ines)?.load;
    const ben = await server.as('allianceManager', { personId: cast.ben });
    expect(await load(ben)).toBe(await load(head));
    expect((await ben.ask(showSponsorship, { params: { allianceId } })).status).toBe(404);
  });

  test('SPO-28: taken back, the link asks nothing any more, and the nominee is told', async () => {
    const { token, nominationId } = await asked();
    const back = await head.ask(withdrawNomination, {
      params: { nominationId },
      body: { reason: 'The scope changed.' },
    });
    expect(back.reply).toEqual({ state: 'withdrawn' });
    expect((await answer(token, 'accept')).refusals[0]?.message).toContain('took this nomination back');
    expect((await mailsFor('nominationWithdrawn')).at(-1)).toMatchObject({ to: 'ines@aurelia.example' });
    expect((await sponsorship()).state).toBe('missing');
    const again = await head.ask(withdrawNomination, { params: { nominationId }, body: { reason: 'x' } });
    expect(again.refusals[0]?.rule).toBe('SPO-28');
  });
});

describe('the clock', () => {
  test('SPO-29: one reminder on its day, and the nomination lapses when its time is over', async () => {
    const { nominationId, token } = await asked();
    const { services } = server.running;
    const tick = () => tickNominationIn(services, server.workspaceId, nominationId);
    const of = async () => (await sponsorship()).nominations.find(({ id }) => id === nominationId);
    server.setNow(new Date('2026-06-22T05:59:59Z'));
    await tick();
    expect((await of())?.remindedAt).toBeNull();
    server.setNow(new Date('2026-06-22T06:00:00Z'));
    await Promise.all([tick(), tick(), tick()]);
    expect((await of())?.remindedAt).toBe('2026-06-22T06:00:00.000Z');
    const reminders = (await mailsFor('nominationReminder')).filter(({ text }) => text.includes(token));
    expect(reminders.length).toBe(1);
    expect(reminders[0]?.subject).toBe('Until 29 June 2026: will you sponsor Wind power at sea?');
    server.setNow(new Date('2026-06-30T00:00:00Z'));
    await sweepNominations(services);
    expect(await of()).toMatchObject({ state: 'lapsed' });
    expect((await sponsorship()).state).toBe('missing');
    expect((await mailsFor('nominationAnswer')).at(-1)?.subject).toBe('Ines Duarte did not answer: Wind power at sea');
    expect((await ledgerTypes()).slice(-1)).toEqual(['sponsorship.lapsed']);
    const before = await ledgerTypes();
    await sweepNominations(services);
    expect(await ledgerTypes()).toEqual(before);
  });
});

describe('ending', () => {
  test('SPO-30: an appointment ends with a reason, the state follows, and a successor begins where it ends', async () => {
    const { token } = await asked();
    await answer(token, 'accept');
    const appointmentId = (await sponsorship()).sponsor?.id ?? '';
    const tooEarly = await nominate({ personId: cast.tomas, termFrom: '2027-01-01' });
    expect(tooEarly.refusals.map(({ rule }) => rule)).toEqual(['SPO-27']);
    const auditor = await server.as('auditor');
    const body = { on: '2027-01-01', reason: 'She moves to Osaka.' };
    expect((await auditor.ask(endAppointment, { params: { appointmentId }, body })).status).toBe(403);
    const ended = await head.ask(endAppointment, { params: { appointmentId }, body });
    expect(ended.reply).toMatchObject({ to: '2027-01-01', ended: { on: '2027-01-01', by: 'Test headOfAlliances' } });
    expect((await sponsorship()).state).toBe('ensured');
    server.setNow(new Date('2026-07-01T10:00:00Z'));
    expect((await sponsorship()).state).toBe('atRisk');
    const follows = await nominate({ personId: cast.tomas, reasonAgainstRanking: 'He knows the plant.' });
    expect(follows.refusals).toEqual([]);
    const mail = (await mailsFor('nomination')).at(-1);
    const tomas = /\/answer\/([\w.-]+)\?/.exec(mail?.text ?? '')?.[1] ?? '';
    await answer(tomas, 'accept');
    expect(await sponsorship()).toMatchObject({
      state: 'inHandover',
      sponsor: { person: { name: 'Ines Duarte' } },
      successor: { person: { name: 'Tomas Lind' }, from: '2027-01-01' },
    });
  });
});

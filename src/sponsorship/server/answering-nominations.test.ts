import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signLink } from '#platform/links/signed-link.ts';
import { answerNomination, showAnswerPage, showSponsorship } from '#sponsorship/sponsorship-contract.ts';
import { type NominationScene, openNominationScene, sceneStart } from '#app/testing/nomination-scene.ts';

let scene: NominationScene;
let allianceId: string;

beforeAll(async () => {
  scene = await openNominationScene();
});
afterAll(() => scene?.server.close());
beforeEach(async () => {
  allianceId = await scene.freshAlliance();
});

describe('signed links', () => {
  test('altered by one character, made for another purpose, or expired: refused with a sentence, and nothing happens', async () => {
    const { token, nominationId } = await scene.asked(allianceId);
    const before = await scene.ledgerTypes();
    const { services } = scene.server.running;
    const claim = { workspaceId: scene.server.workspaceId, subjectId: nominationId };
    const altered = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    const otherPurpose = signLink(services.linkSecret, {
      ...claim,
      purpose: 'join',
      expiresAt: new Date('2026-07-01'),
    });
    const otherSecret = signLink('x', { ...claim, purpose: 'nomination.answer', expiresAt: new Date('2026-07-01') });
    for (const bad of [altered, otherPurpose, otherSecret, 'x', `${token}x`]) {
      const refused = await scene.answer(bad, 'accept');
      expect([refused.status, refused.refusals[0]?.rule]).toEqual([409, 'SPO-26']);
      expect((await scene.server.anonymous.ask(showAnswerPage, { params: { token: bad } })).status).toBe(409);
    }
    scene.server.setNow(new Date('2026-06-30T00:00:00Z'));
    const expired = await scene.answer(token, 'accept');
    expect(expired.refusals[0]?.message).toContain('expired');
    scene.server.setNow(sceneStart);
    expect(await scene.ledgerTypes()).toEqual(before);
    expect((await scene.sponsorship(allianceId)).state).toBe('nominated');
  });

  test('a link that names a nomination of nobody is not found', async () => {
    const token = signLink(scene.server.running.services.linkSecret, {
      purpose: 'nomination.answer',
      workspaceId: scene.server.workspaceId,
      subjectId: allianceId,
      expiresAt: new Date('2026-07-01'),
    });
    expect((await scene.answer(token, 'accept')).status).toBe(404);
  });

  test('a body that is not an answer is malformed', async () => {
    const { token } = await scene.asked(allianceId);
    const malformed = await scene.server.anonymous.fetch(`/api/answers/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ choice: 'perhaps' }),
    });
    expect(malformed.status).toBe(400);
  });
});

describe('answering', () => {
  test('SPO-26: of many clicks at once exactly one wins, and the others read what has become of it', async () => {
    const { token } = await scene.asked(allianceId);
    const clicks = await Promise.all([
      scene.answer(token, 'accept'),
      scene.answer(token, 'decline'),
      scene.answer(token, 'accept'),
      scene.answer(token, 'decline'),
    ]);
    const won = clicks.filter(({ status }) => status === 200);
    expect(won.length).toBe(1);
    const state = won[0]?.reply.state;
    for (const lost of clicks.filter(({ status }) => status !== 200)) {
      expect([lost.status, lost.refusals[0]?.rule]).toEqual([409, 'SPO-26']);
      expect(lost.refusals[0]?.message).toBe(`Ines Duarte ${state} on 15 June 2026. That answer stands.`);
    }
    const now = await scene.sponsorship(allianceId);
    expect(now.appointments.length).toBe(state === 'accepted' ? 1 : 0);
    expect(now.state).toBe(state === 'accepted' ? 'ensured' : 'missing');
    expect(await scene.server.isLedgerWhole()).toBe(true);
  });

  test('a link used again says how it was answered, and changes nothing', async () => {
    const { token } = await scene.asked(allianceId);
    expect((await scene.answer(token, 'decline', 'Two already.')).reply.state).toBe('declined');
    const again = await scene.answer(token, 'accept');
    expect(again.refusals[0]?.message).toBe('Ines Duarte declined on 15 June 2026. That answer stands.');
    const page = await scene.server.anonymous.ask(showAnswerPage, { params: { token } });
    expect(page.reply).toMatchObject({ state: 'declined', mayAnswer: false });
    expect((await scene.mailsFor('nominationAnswer')).at(-1)?.text).toContain('> Two already.');
  });

  test('talking first keeps the question open and tells whoever asked', async () => {
    const { token } = await scene.asked(allianceId);
    expect((await scene.answer(token, 'talkFirst', 'How much travel?')).reply.state).toBe('talking');
    expect((await scene.answer(token, 'talkFirst')).status).toBe(409);
    expect(await scene.sponsorship(allianceId)).toMatchObject({
      state: 'nominated',
      openNomination: { state: 'talking', talks: [{ remark: 'How much travel?' }] },
    });
    expect((await scene.mailsFor('nominationAnswer')).at(-1)).toMatchObject({
      subject: 'Ines Duarte wants to talk first: Wind power at sea',
    });
    expect((await scene.answer(token, 'accept')).reply.state).toBe('accepted');
    expect((await scene.sponsorship(allianceId)).state).toBe('ensured');
  });

  test('signed in: the nominee and their assistant answer, nobody else', async () => {
    const { nominationId } = await scene.asked(allianceId);
    const body = { choice: 'decline', remark: 'Not now.' } as const;
    for (const client of [
      scene.head,
      await scene.server.as('auditor'),
      await scene.server.as('executiveSponsor', { personId: scene.cast.tomas }),
    ]) {
      expect([403, 404]).toContain((await client.ask(answerNomination, { params: { nominationId }, body })).status);
    }
    expect((await scene.server.anonymous.ask(answerNomination, { params: { nominationId }, body })).status).toBe(401);
    const ines = await scene.server.as('executiveSponsor', { personId: scene.cast.ines });
    expect((await scene.sponsorship(allianceId, ines)).openNomination?.may.answer).toBe(true);
    const declined = await ines.ask(answerNomination, { params: { nominationId }, body });
    expect(declined.reply).toMatchObject({ state: 'declined' });
    expect((await scene.sponsorship(allianceId)).state).toBe('missing');
    expect((await ines.ask(showSponsorship, { params: { allianceId } })).status).toBe(404);
    const second = await scene.asked(allianceId);
    const assistant = await scene.server.as('assistant', { personId: scene.cast.ines });
    const accepted = await assistant.ask(answerNomination, {
      params: { nominationId: second.nominationId },
      body: { choice: 'accept', deputyPersonId: scene.cast.tomas },
    });
    expect(accepted.reply.state).toBe('accepted');
    expect(await scene.sponsorship(allianceId, ines)).toMatchObject({
      sponsor: { deputy: { name: 'Tomas Lind' } },
      cases: [],
    });
  });

  test('SPO-27: who accepts late finds somebody else in office, and displaces nobody', async () => {
    const { token } = await scene.asked(allianceId);
    await scene.server.sql((db) =>
      db
        .insertInto('appointments')
        .values({
          workspace_id: scene.server.workspaceId,
          id: allianceId,
          alliance_id: allianceId,
          side: 'ours',
          person_id: scene.cast.tomas,
          from_day: '2026-06-01',
          appointed_at: sceneStart,
        })
        .execute(),
    );
    const refused = await scene.answer(token, 'accept');
    expect(refused.refusals[0]).toMatchObject({ rule: 'SPO-27', message: expect.stringContaining('Tomas Lind') });
    expect((await scene.answer(token, 'decline')).reply.state).toBe('declined');
  });
});

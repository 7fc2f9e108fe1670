import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerAlliance, setAllianceManager } from '#alliances/alliances-contract.ts';
import { startTestServer, type TestClient, type TestServer } from '#app/testing/start-test-server.ts';
import { listCandidates } from '#sponsorship/sponsorship-candidates-contract.ts';
import {
  answerByLink,
  nominateSponsor,
  showAnswerPage,
  showCase,
  showSponsorship,
} from '#sponsorship/sponsorship-contract.ts';
import { type SponsorshipCast, windAlliance, writeSponsorshipCast } from './sponsorship-cast.ts';

let server: TestServer;
let cast: SponsorshipCast;
let head: TestClient;
let allianceId: string;

beforeAll(async () => {
  server = await startTestServer({ now: new Date('2026-06-15T10:00:00Z') });
  cast = await writeSponsorshipCast(server);
  head = await server.as('headOfAlliances');
  const registered = await head.ask(registerAlliance, { body: { ...windAlliance(cast), phase: 'strategy' } });
  expect(registered.refusals).toEqual([]);
  allianceId = registered.reply.id;
  const managed = await head.ask(setAllianceManager, {
    params: { allianceId },
    body: { side: 'ours', personId: cast.ben, from: '2026-06-15' },
  });
  expect(managed.refusals).toEqual([]);
});
afterAll(() => server?.close());

const sponsorship = async () => (await head.ask(showSponsorship, { params: { allianceId } })).reply;

describe('from candidates to an appointed sponsor, by one mail', () => {
  let token: string;
  let caseId: string;

  test('the reply carries the facts, the policy and the ranking, with whoever is not eligible and why', async () => {
    const { status, reply } = await head.ask(listCandidates, { params: { allianceId } });
    expect(status).toBe(200);
    expect(reply.alliance).toMatchObject({
      startsOn: '2026-06-15',
      horizonEndsOn: '2031-01-01',
      valueLines: [{ areaName: 'Turbines', areaPath: [cast.energy, cast.turbines], yearly: { amount: 8_000_000 } }],
      allianceManager: { name: 'Ben Okoye' },
      managerLine: [{ name: 'Ruth Adeyemi' }, { name: 'Aiko Mori' }],
    });
    const ines = reply.candidates.find(({ id }) => id === cast.ines);
    expect(ines).toMatchObject({
      level: 2,
      areas: [{ id: cast.energy, name: 'Energy' }],
      decisionRights: [{ kind: 'investment', upTo: { amount: 5_000_000, currency: 'EUR' } }],
      employment: [{ from: '2023-06-01', to: null }],
      load: 0,
      networkPercentile: null,
    });
    expect(reply.candidates.find(({ id }) => id === cast.aiko)?.areas?.map(({ name }) => name)).toEqual([
      'Energy',
      'Mobility',
    ]);
    expect(reply.ranking.ranked.map(({ name }) => name).sort()).toEqual(['Aiko Mori', 'Ines Duarte', 'Tomas Lind']);
    const why = new Map(reply.ranking.filtered.map(({ name, refusals }) => [name, refusals.map(({ rule }) => rule)]));
    expect(why.get('Ruth Adeyemi')).toEqual(['SPO-2']);
    expect(why.get('Carl Weiss')).toEqual(['SPO-3']);
    expect(reply).toMatchObject({ mode: 'full', leftOut: 0, policy: { version: 0 }, may: { nominate: true } });
    expect(reply.proposedTerm).toEqual({ from: '2026-06-15', to: '2029-06-15' });
  });

  test('before anybody is asked the sponsor is missing', async () => {
    expect(await sponsorship()).toMatchObject({ state: 'missing', sponsor: null, may: { nominate: true } });
  });

  test('asking Ines writes her one mail that says what, why, until when, and how to answer', async () => {
    const ranked = (await head.ask(listCandidates, { params: { allianceId } })).reply.ranking.ranked;
    const isFirst = ranked[0]?.id === cast.ines;
    const asked = await head.ask(nominateSponsor, {
      params: { allianceId },
      body: {
        personId: cast.ines,
        reason: 'Her line <carries> the results & she knows Nara.',
        ...(isFirst ? {} : { reasonAgainstRanking: 'She knows the partner best.' }),
        deputyPersonId: cast.tomas,
      },
    });
    expect(asked.refusals).toEqual([]);
    expect(asked.reply).toMatchObject({ mailedTo: 'ines@aurelia.example', expiresAt: '2026-06-29T23:59:59.000Z' });
    caseId = asked.reply.caseId;
    const [mail] = (await server.mails(1)).filter(({ purpose }) => purpose === 'nomination');
    expect(mail).toMatchObject({
      to: 'ines@aurelia.example',
      subject: 'Test headOfAlliances asks you to sponsor Wind power at sea',
    });
    for (const part of [
      'Nara Robotics',
      'Ben Okoye',
      '15 June 2026 to 15 June 2029',
      '29 June 2026',
      'Tomas Lind',
      'Win three parks by 2028.',
      "EUR 8,000,000 a year of this alliance's value",
    ]) {
      expect(mail?.text).toContain(part);
    }
    expect(mail?.text).toContain('Her line <carries> the results & she knows Nara.');
    expect(mail?.html).toContain('Her line &lt;carries&gt; the results &amp; she knows Nara.');
    expect(mail?.html).not.toContain('<carries>');
    for (const choice of ['accept', 'decline', 'talkFirst']) {
      expect(mail?.html).toContain(`?choice=${choice}"`);
      expect(mail?.text).toMatch(new RegExp(`${server.url}/answer/[\\w.-]+\\?choice=${choice}`));
    }
    token = /\/answer\/([\w.-]+)\?/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(await sponsorship()).toMatchObject({
      state: 'nominated',
      openNomination: { person: { name: 'Ines Duarte' }, state: 'open', may: { withdraw: true } },
    });
  });

  test('a mail scanner that opens the links changes nothing', async () => {
    const before = await server.ledger();
    for (let visit = 0; visit < 3; visit += 1) {
      const page = await server.anonymous.ask(showAnswerPage, { params: { token } });
      expect(page.reply).toMatchObject({
        company: 'Aurelia Industries',
        allianceName: 'Wind power at sea',
        personName: 'Ines Duarte',
        askedBy: 'Test headOfAlliances',
        state: 'open',
        mayAnswer: true,
        standing: 'Ines Duarte can answer until 29 June 2026.',
      });
    }
    const head = await server.anonymous.fetch(`/api/answers/${token}`, { method: 'HEAD' });
    expect(head.status).toBeLessThan(500);
    expect(await server.ledger()).toEqual(before);
    expect((await sponsorship()).state).toBe('nominated');
  });

  test('one signed click makes the appointment, with term and deputy, and tells whoever asked', async () => {
    const answered = await server.anonymous.ask(answerByLink, {
      params: { token },
      body: { choice: 'accept', remark: 'Gladly.' },
    });
    expect(answered.refusals).toEqual([]);
    expect(answered.reply).toEqual({
      state: 'accepted',
      standing: 'Ines Duarte accepted on 15 June 2026. That answer stands.',
    });
    expect(await sponsorship()).toMatchObject({
      state: 'ensured',
      sponsor: {
        person: { name: 'Ines Duarte', title: 'Head of energy', organisation: 'Aurelia Industries' },
        from: '2026-06-15',
        to: '2029-06-15',
        deputy: { name: 'Tomas Lind' },
        isInForce: true,
        may: { end: true },
      },
      openNomination: null,
      nominations: [{ state: 'accepted', ended: { by: 'Ines Duarte', remark: 'Gladly.' } }],
    });
    const mail = (await server.mails(2)).find(({ purpose }) => purpose === 'nominationAnswer');
    expect(mail?.subject).toBe('Ines Duarte accepted: Wind power at sea');
    expect(mail?.text).toContain('Gladly.');
  });

  test('the ledger tells it in order, and is whole', async () => {
    const types = (await server.ledger()).map(({ type }) => type).filter((type) => type.startsWith('sponsorship.'));
    expect(types).toEqual(['sponsorship.nominated', 'sponsorship.answered', 'sponsorship.appointed']);
    expect((await server.ledger()).at(-1)?.detail).toMatchObject({ person: 'Ines Duarte', actorName: 'Ines Duarte' });
    expect(await server.isLedgerWhole()).toBe(true);
  });

  test('SPO-34: the case opens with the numbers of its day, whatever has changed since', async () => {
    const before = (await head.ask(showCase, { params: { caseId } })).reply;
    expect(before).toMatchObject({
      person: { name: 'Ines Duarte' },
      alliance: { name: 'Wind power at sea' },
      of: 3,
      policyVersion: 0,
      nomination: { state: 'accepted' },
    });
    expect(before.rank).toBe(before.ranking.ranked.find(({ id }) => id === cast.ines)?.rank);
    await server.sql((db) =>
      db.updateTable('positions').set({ level: 4 }).where('person_id', '=', cast.tomas).execute(),
    );
    server.setNow(new Date('2028-01-10T10:00:00Z'));
    const later = (await head.ask(showCase, { params: { caseId } })).reply;
    expect({ facts: later.facts, ranking: later.ranking }).toEqual({ facts: before.facts, ranking: before.ranking });
  });
});

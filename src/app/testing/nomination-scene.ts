import { expect } from 'vitest';
import { registerAlliance } from '#alliances/alliances-contract.ts';
import { startTestServer, type TestClient } from './start-test-server.ts';
import type { InputOf } from '#kernel/endpoint.ts';
import { answerByLink, nominateSponsor, showSponsorship } from '#sponsorship/sponsorship-contract.ts';
import { windAlliance, writeSponsorshipCast } from '#sponsorship/server/sponsorship-cast.ts';

type Ask = InputOf<(typeof nominateSponsor)['body']>;
type Choice = InputOf<(typeof answerByLink)['body']>['choice'];

export type NominationScene = Awaited<ReturnType<typeof openNominationScene>>;

export const sceneStart = new Date('2026-06-15T10:00:00Z');

/** A server with the cast of sponsorship, and what tests of nominations do over and over. */
export const openNominationScene = async () => {
  const server = await startTestServer({ now: sceneStart });
  const cast = await writeSponsorshipCast(server);
  const head = await server.as('headOfAlliances');

  /** A fresh alliance, on the scene's first day. */
  const freshAlliance = async (): Promise<string> => {
    server.setNow(sceneStart);
    const registered = await head.ask(registerAlliance, { body: { ...windAlliance(cast), phase: 'strategy' } });
    expect(registered.refusals).toEqual([]);
    return registered.reply.id;
  };

  const nominate = (allianceId: string, body: Partial<Ask> = {}, client: TestClient = head) =>
    client.ask(nominateSponsor, {
      params: { allianceId },
      body: {
        personId: cast.ines,
        reason: 'Her line carries the results.',
        reasonAgainstRanking: 'She knows Nara.',
        ...body,
      },
    });

  const mailsFor = async (purpose: string) => (await server.mails()).filter((mail) => mail.purpose === purpose);

  /** The token in the newest mail that asks somebody. */
  const newestToken = async (): Promise<string> =>
    /\/answer\/([\w.-]+)\?/.exec((await mailsFor('nomination')).at(-1)?.text ?? '')?.[1] ?? '';

  return {
    server,
    cast,
    head,
    freshAlliance,
    nominate,
    mailsFor,
    newestToken,
    /** Ines Duarte, asked. */
    async asked(allianceId: string): Promise<{ nominationId: string; token: string }> {
      const made = await nominate(allianceId);
      expect(made.refusals).toEqual([]);
      return { nominationId: made.reply.nominationId, token: await newestToken() };
    },
    answer: (token: string, choice: Choice, remark?: string) =>
      server.anonymous.ask(answerByLink, { params: { token }, body: { choice, remark } }),
    sponsorship: async (allianceId: string, client: TestClient = head) =>
      (await client.ask(showSponsorship, { params: { allianceId } })).reply,
    ledgerTypes: async () => (await server.ledger()).map(({ type }) => type),
  };
};

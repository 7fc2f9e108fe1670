import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '#app/testing/start-test-server.ts';
import * as contract from '#access/access-contract.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const tokenIn = (text: string): string => /\/join\/(\S+)/.exec(text)?.[1] ?? '';

describe('members', () => {
  it('says who is signed in, and refuses who is not', async () => {
    const head = await server.as('headOfAlliances', { isOwner: true });
    const me = await head.ask(contract.getMe);
    expect(me.reply.seat?.role).toBe('headOfAlliances');
    expect(me.reply.workspace?.name).toBe('Aurelia Industries');
    expect((await server.anonymous.ask(contract.getMe)).status).toBe(401);
  });

  it('invites by mail; the link makes a seat once, and signs in', async () => {
    const head = await server.as('headOfAlliances', { isOwner: true });
    const invited = await head.ask(contract.inviteMember, {
      body: { name: 'Vera Lindqvist', mail: 'Vera@aurelia.example', role: 'auditor' },
    });
    expect(invited.status).toBe(200);
    const [mail] = (await server.mails(1)).filter(({ to }) => to === 'Vera@aurelia.example');
    const token = tokenIn(mail?.text ?? '');
    const read = await server.anonymous.ask(contract.readInvitation, { params: { token } });
    expect(read.reply).toMatchObject({ role: 'auditor', hasAccount: false, workspaceName: 'Aurelia Industries' });

    const body = { name: 'Vera Lindqvist', password: 'nine green bottles' };
    const both = await Promise.all(
      [1, 2].map(() => server.anonymous.ask(contract.acceptInvitation, { params: { token }, body })),
    );
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const again = await server.anonymous.ask(contract.acceptInvitation, { params: { token }, body });
    expect(again.refusals[0]?.rule).toBe('ACC-6');
    const members = await head.ask(contract.listMembers);
    expect(members.reply.members.map(({ mail: address }) => address)).toContain('vera@aurelia.example');
    expect((await server.ledger()).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['access.invited', 'access.joined']),
    );
  });

  it('refuses a link altered by one character, and one made for something else', async () => {
    const head = await server.as('headOfAlliances', { isOwner: true });
    await head.ask(contract.inviteMember, {
      body: { name: 'Ole Brandt', mail: 'ole@aurelia.example', role: 'auditor' },
    });
    const token = tokenIn((await server.mails()).find(({ to }) => to === 'ole@aurelia.example')?.text ?? '');
    const altered = token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    expect((await server.anonymous.ask(contract.readInvitation, { params: { token: altered } })).status).toBe(409);
    const setUp = await server.anonymous.ask(contract.checkSetup, { params: { token } });
    expect(setUp.refusals[0]?.rule).toBe('ACC-7');
  });

  it('lets nobody but the owner or a head change members', async () => {
    for (const role of ['auditor', 'executiveSponsor'] as const) {
      const client = await server.as(role);
      const refused = await client.ask(contract.inviteMember, {
        body: { name: 'X', mail: 'x@x.example', role: 'auditor' },
      });
      expect([role, refused.status]).toEqual([role, 403]);
    }
  });

  it('asks for a person where the seat needs one, and names the field of what is malformed', async () => {
    const head = await server.as('headOfAlliances', { isOwner: true });
    const noPerson = await head.ask(contract.inviteMember, {
      body: { name: 'A', mail: 'a@a.example', role: 'assistant' },
    });
    expect(noPerson.refusals[0]).toMatchObject({ rule: 'ACC-8', field: 'personId' });
    const noMail = await head.ask(contract.inviteMember, { body: { name: 'A', mail: 'nobody', role: 'auditor' } });
    expect([noMail.status, noMail.refusals[0]?.field]).toEqual([400, 'mail']);
  });

  it('ends access at once, open sessions included', async () => {
    const head = await server.as('headOfAlliances', { isOwner: true });
    const auditor = await server.as('auditor');
    const seatId = (await auditor.ask(contract.getMe)).reply.seat?.id ?? '';
    expect(
      (await head.ask(contract.endSeat, { params: { seatId }, body: { reason: 'Left the company' } })).status,
    ).toBe(200);
    expect((await auditor.ask(contract.getMe)).reply.seat).toBeNull();
    expect((await auditor.ask(contract.listMembers)).status).toBe(403);
  });

  it('keeps the ledger whole', async () => {
    expect(await server.isLedgerWhole()).toBe(true);
  });
});

import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '#app/testing/start-test-server.ts';
import { writeMail } from './mail.ts';

const received: ParsedMail[] = [];
let refuseNext = 0;
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    simpleParser(stream).then((mail) => {
      if (refuseNext > 0) {
        refuseNext -= 1;
        return done(Object.assign(new Error('Try later'), { responseCode: 451 }));
      }
      received.push(mail);
      done();
    }, done);
  },
});

let server: TestServer;
beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as { port: number };
  server = await startTestServer({ smtpUrl: `smtp://127.0.0.1:${port}` });
});
afterAll(async () => {
  await server.close();
  await new Promise<void>((resolve) => smtp.close(resolve));
});

const until = async (isDone: () => boolean | Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + 30_000;
  while (!(await isDone())) {
    if (Date.now() > deadline) throw new Error('Waited thirty seconds in vain.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const letter = (subject: string) => ({
  purpose: 'test',
  to: { mail: 'ines@aurelia.example', name: 'Inés Ödegård, "the Elder"', personId: null },
  subject,
  text: 'Grüße',
  html: '<p>Grüße</p>',
});

describe('mail over SMTP', () => {
  it('arrives once the transaction has committed, with both bodies and any name', async () => {
    await server.inWorkspace((context) => writeMail(context, letter('Überblick')));
    await until(() => received.length === 1);
    expect(received[0]?.subject).toBe('Überblick');
    expect(received[0]?.text?.trim()).toBe('Grüße');
    expect(received[0]?.html).toContain('<p>Grüße</p>');
    expect(JSON.stringify(received[0]?.to)).toContain('Ödegård');
  });

  it('never leaves when the transaction rolls back', async () => {
    const attempt = server.inWorkspace(async (context) => {
      await writeMail(context, letter('Never'));
      throw new Error('changed my mind');
    });
    await expect(attempt).rejects.toThrow('changed my mind');
    await server.inWorkspace((context) => writeMail(context, letter('After')));
    await until(() => received.some(({ subject }) => subject === 'After'));
    expect(received.map(({ subject }) => subject)).not.toContain('Never');
  });

  it('records a try that the mail server refused, and keeps the mail', async () => {
    refuseNext = 1;
    await server.inWorkspace((context) => writeMail(context, letter('Later')));
    const failures = () =>
      server.sql((queries) =>
        queries.selectFrom('mail_deliveries').selectAll().where('outcome', '=', 'failed').execute(),
      );
    await until(async () => (await failures()).length === 1);
    expect((await failures())[0]?.answer).toContain('Try later');
  });
});

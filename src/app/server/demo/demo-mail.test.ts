import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '#app/testing/start-test-server.ts';
import { startDemo } from './start-demo.ts';

const receivers: string[] = [];
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    stream.resume();
    stream.on('end', () => {
      receivers.push(...session.envelope.rcptTo.map(({ address }) => address));
      done();
    });
  },
});

let server: TestServer;
beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  server = await startTestServer({ smtpUrl: `smtp://127.0.0.1:${(smtp.server.address() as { port: number }).port}` });
});
afterAll(async () => {
  await server.close();
  await new Promise<void>((resolve) => smtp.close(resolve));
});

test('mails of the demo stay in the outbox, even where a mail server is set up', async () => {
  await server.as('headOfAlliances', { isOwner: true });
  const seat = await server.sql((db) => db.selectFrom('seats').selectAll().limit(1).executeTakeFirstOrThrow());
  const started = await startDemo(server.running.services, { userId: seat.user_id, name: seat.name, mail: seat.mail });
  expect(started.ok).toBe(true);
  const deadline = Date.now() + 20_000;
  const deliveries = () => server.sql((db) => db.selectFrom('mail_deliveries').selectAll().execute());
  const mails = await server.mails(5);
  while ((await deliveries()).length < mails.length && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect((await deliveries()).map(({ answer }) => answer)).toEqual(
    mails.map(() => expect.stringContaining('kept in the outbox')),
  );
  expect(receivers).toEqual([]);
  for (const { text } of mails) expect(text).toContain('/answer/');
});

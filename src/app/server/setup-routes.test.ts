import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setupLink } from '#access/server/set-up.ts';
import { createEmptyDatabase } from '#platform/testing/test-database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { type RunningServer, startServer } from './compose-server.ts';

let running: RunningServer;
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await createEmptyDatabase();
  await migrate(database.url);
  drop = () => database.drop();
  running = await startServer({
    databaseUrl: database.url,
    dataFolder: '/tmp',
    host: '127.0.0.1',
    port: 0,
    baseUrl: '',
    smtpUrl: null,
    mailFrom: 'entente@example.com',
    webFolder: null,
    onError: (error) => console.error(error),
  });
});
afterAll(async () => {
  await running.stop();
  await drop();
});

let cookie = '';
const call = async (method: string, path: string, body?: object) => {
  const response = await fetch(running.url + path, {
    method,
    headers: { cookie, origin: running.url, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const jar = new Map(
    cookie
      .split('; ')
      .filter(Boolean)
      .map((pair) => pair.split(/=(.*)/s).slice(0, 2) as [string, string]),
  );
  for (const set of response.headers.getSetCookie()) {
    const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s);
    jar.set(name, value);
  }
  cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  return { status: response.status, reply: await response.json() };
};

const input = {
  workspaceName: 'Borealis',
  ownerName: 'Maren Holt',
  mail: 'maren@borealis.example',
  password: 'a long enough password',
};

describe('a new server', () => {
  it('is set up once by the link from its terminal, into the demo; two at once make one workspace', async () => {
    const path = new URL(setupLink(running.services)).pathname.replace('/setup/', '/api/setup/');
    expect((await call('GET', '/api/ground')).reply).toMatchObject({ isSetUp: false });
    expect((await call('GET', path)).status).toBe(200);
    const [one, two] = await Promise.all([
      call('POST', path, { ...input, start: 'demo' }),
      call('POST', path, { ...input, mail: 'other@borealis.example', start: 'empty' }),
    ]);
    expect([one.status, two.status].toSorted()).toEqual([200, 409]);
    expect((await call('POST', path, { ...input, start: 'empty' })).reply.refusals[0].rule).toBe('ACC-7');
    expect((await call('GET', '/api/ground')).reply).toMatchObject({ isSetUp: true });
  });

  it('lets the owner into the demo, out of it, and delete it, keeping their own workspace', async () => {
    await call('POST', '/api/demo');
    const inDemo = (await call('GET', '/api/me')).reply;
    expect(inDemo.workspace).toMatchObject({ isDemo: true });
    expect(inDemo.workspaces).toHaveLength(2);
    await call('POST', '/api/demo/leave');
    expect((await call('GET', '/api/me')).reply.workspace).toMatchObject({ name: 'Borealis', isDemo: false });
    expect((await call('POST', '/api/demo/delete')).status).toBe(200);
    const after = (await call('GET', '/api/me')).reply;
    expect(after.workspaces.map(({ name }: { name: string }) => name)).toEqual(['Borealis']);
    expect((await call('POST', '/api/demo/delete')).reply.refusals[0].rule).toBe('DEMO-3');
  });

  it('lets only its owner delete the demo', async () => {
    await call('POST', '/api/demo');
    await running.services.database.pool.query(
      'update seats set is_owner = false where workspace_id in (select id from workspaces where is_demo)',
    );
    const refused = await call('POST', '/api/demo/delete');
    expect([refused.status, refused.reply.refusals[0].rule]).toEqual([403, 'DEMO-4']);
  });

  it('signs out and in again, and slows down guessing', async () => {
    await call('POST', '/api/auth/sign-out', {});
    expect((await call('GET', '/api/me')).status).toBe(401);
    const tries = [];
    for (let count = 0; count < 12; count += 1) {
      tries.push(
        (await call('POST', '/api/auth/sign-in/email', { email: input.mail, password: `wrong ${count} wrong wrong` }))
          .status,
      );
    }
    expect(tries[0]).toBe(401);
    expect(tries.at(-1)).toBe(429);
  });

  it('does not act for another site', async () => {
    const response = await fetch(`${running.url}/api/demo`, {
      method: 'POST',
      headers: { cookie, origin: 'https://evil.example', 'content-type': 'text/plain' },
      body: '',
    });
    expect(response.status).toBe(403);
  });
});

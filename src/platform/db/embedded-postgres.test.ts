import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isRunning } from './embedded-lock.ts';
import { isRoot } from './embedded-owner.ts';
import { findFreePort } from './embedded-port.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

/** A program of its own, so that it can be killed: prints where its database is, and stops at SIGTERM. */
const program = `
  import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts';
  try {
    const { url, stop } = await startEmbeddedPostgres({ dataFolder: process.argv[1] });
    process.once('SIGTERM', () => stop().then(() => process.exit(0)));
    process.once('SIGUSR2', () => process.exit(7));
    console.log(url);
  } catch (error) {
    console.log(error.name + ': ' + error.message);
    process.exit(3);
  }
`;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const children: ChildProcess[] = [];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-ground-'));
  const first = await startEmbeddedPostgres({ dataFolder: folder });
  expect(first.isFirstStart).toBe(true);
  await ask(first.url, 'create table promises (number int primary key)');
  await first.stop();
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

afterAll(async () => {
  // The last start adopts what a killed program left running, and stops it.
  const last = await startEmbeddedPostgres({ dataFolder: folder });
  await last.stop();
  await rm(folder, { recursive: true });
});

/** @returns the program and the first line it says */
const startProgram = async (dataFolder: string): Promise<{ child: ChildProcess; said: string }> => {
  const args = ['--input-type=module', '--eval', program, dataFolder];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [said] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, said };
};

const ask = async (url: string, statement: string): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
};

const postmasterPid = async (): Promise<number> =>
  Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);

/** Writes numbers until the connection breaks. @returns the last one that the database has acknowledged */
const writeUntilBroken = async (url: string, from: number, onWritten: (number: number) => void): Promise<number> => {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  let number = from;
  for (;;) {
    try {
      await client.query('insert into promises values ($1)', [number + 1]);
      number += 1;
      onWritten(number);
    } catch {
      return number;
    }
  }
};

describe('what was acknowledged is never lost', () => {
  const highest = async (url: string): Promise<number> => {
    const [row] = await ask(
      url,
      'select coalesce(max(number), 0)::int as highest, count(*)::int as count from promises',
    );
    expect(row?.['count']).toBe(row?.['highest']);
    return row?.['highest'] as number;
  };

  test.each([
    ['the program', () => Promise.resolve(null)],
    ['the program and the database', postmasterPid],
  ])('after a SIGKILL of %s', async (_, alsoKilled) => {
    const { child, said: url } = await startProgram(folder);
    const also = await alsoKilled();
    const from = await highest(url);
    const kill = (number: number): void => {
      if (number !== from + 150) return;
      child.kill('SIGKILL');
      if (also !== null) process.kill(also, 'SIGKILL');
    };
    const writing = writeUntilBroken(url, from, kill);
    await once(child, 'exit');
    const next = await startEmbeddedPostgres({ dataFolder: folder });
    const acknowledged = await writing;
    expect(acknowledged).toBeGreaterThanOrEqual(from + 150);
    // One more may have been written whose acknowledgement the kill has swallowed.
    expect([acknowledged, acknowledged + 1]).toContain(await highest(next.url));
    await next.stop();
  });
});

describe('one data folder, one server', () => {
  test('a second start is refused in a sentence that names the first, which goes on', async () => {
    const { child, said: url } = await startProgram(folder);
    const second = await startProgram(folder);
    expect(second.said).toMatch(
      /^StartRefusal: The data folder .* is in use by another running Entente \(process \d+\)/,
    );
    expect(second.said).toContain(`process ${child.pid}`);
    if (second.child.exitCode === null) await once(second.child, 'exit');
    expect(second.child.exitCode).toBe(3);
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('of two starts at the same instant one has it', async () => {
    const both = await Promise.all([startProgram(folder), startProgram(folder)]);
    const said = both.map((one) => one.said.split(':')[0]).sort();
    expect(said).toEqual(['StartRefusal', 'postgres']);
  });

  test('a lock and a postmaster.pid of processes that are not ours do not stand in the way', async () => {
    const before = await startEmbeddedPostgres({ dataFolder: folder });
    await before.stop();
    await writeFile(join(folder, 'server.lock'), JSON.stringify({ pid: process.ppid, startedAt: 'before', host: '' }));
    await writeFile(join(folder, 'postgres', 'postmaster.pid'), `${process.ppid}\n${folder}\n0\n1\n`);
    const server = await startEmbeddedPostgres({ dataFolder: folder });
    await server.stop();
    expect(isRunning(process.ppid)).toBe(true);
  });
});

describe('an end in good order', () => {
  test.each([
    ['SIGTERM', 0],
    ['SIGUSR2', 7],
  ] as const)('%s leaves no database running behind', async (signal, code) => {
    const { child } = await startProgram(folder);
    const pid = await postmasterPid();
    expect(isRunning(pid)).toBe(true);
    child.kill(signal);
    await once(child, 'exit');
    expect(child.exitCode).toBe(code);
    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
  });

  test('a database that ends by itself is told of', async () => {
    const server = await startEmbeddedPostgres({ dataFolder: folder });
    process.kill(await postmasterPid(), 'SIGKILL');
    expect(await server.lost).toBeTypeOf('string');
    await server.stop();
  });
});

describe('a start that cannot be says why', () => {
  const refusalOf = (dataFolder: string, port?: number): Promise<string> =>
    startEmbeddedPostgres({ dataFolder, port }).then(
      (server: EmbeddedPostgres) => server.stop().then(() => 'started'),
      (error: Error) => `${error.name}: ${error.message}`,
    );

  test('port taken', async () => {
    const port = await findFreePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    expect(await refusalOf(folder, port)).toMatch(/^StartRefusal: Port \d+, which the database was to use, is taken/);
    other.close();
  });

  test('a file in the folder’s place', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    expect(await refusalOf(file)).toMatch(/^StartRefusal: The data folder .* is a file, not a folder/);
    expect(await refusalOf(join(file, 'below'))).toMatch(/^StartRefusal: The data folder .* is a file, not a folder/);
  });

  test.runIf(process.platform === 'linux')('a place where nothing can be made', async () => {
    expect(await refusalOf('/proc/entente')).toMatch(/^StartRefusal: The data folder \/proc\/entente cannot be made/);
  });

  test.runIf(process.platform === 'linux')('a full disk', async () => {
    expect(await refusalOf('/dev/full')).toMatch(/^StartRefusal: /);
  });

  test.skipIf(isRoot())('a folder of somebody else', async () => {
    const closed = join(folder, 'closed');
    await mkdir(closed, { mode: 0o500 });
    expect(await refusalOf(join(closed, 'data'))).toMatch(/^StartRefusal: The data folder .* cannot be written/);
  });
});

test.runIf(isRoot())(
  'under a folder that only root may enter, the data goes where the database can reach it',
  async () => {
    const home = await mkdtemp(join(tmpdir(), 'entente-home-'));
    await chmod(home, 0o700);
    const server = await startEmbeddedPostgres({ dataFolder: join(home, 'entente', 'data'), isDurable: false });
    expect(server.dataFolder).toMatch(/^\/var\/lib\/entente\/entente-[0-9a-f]{8}$/);
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    await rm(server.dataFolder, { recursive: true });
    await rm(home, { recursive: true });
  },
);

test('the database is durable, on loopback alone, and its secret for the owner’s eyes', async () => {
  const server = await startEmbeddedPostgres({ dataFolder: folder });
  const [settings] = await ask(
    server.url,
    `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
            current_setting('listen_addresses') as listens, rolsuper as is_superuser,
            (select count(*)::int from pg_available_extensions
              where name in ('pg_trgm', 'btree_gist', 'unaccent')) as extensions
       from pg_roles where rolname = current_user`,
  );
  expect(settings).toEqual({ fsync: 'on', pages: 'on', listens: '127.0.0.1', is_superuser: false, extensions: 3 });
  expect(Number(new URL(server.url).port)).toBeLessThan(32_768);
  expect((await stat(join(folder, 'database-password'))).mode & 0o777).toBe(0o600);
  const wrong = server.url.replace(/:[^:@]+@/, ':wrong@');
  await expect(ask(wrong, 'select 1')).rejects.toThrow(/password authentication failed/);
  await server.stop();
});

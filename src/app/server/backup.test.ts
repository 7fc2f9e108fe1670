import { randomUUID } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { afterEach, expect, test } from 'vitest';
import { openJobs } from '#platform/jobs/jobs.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '#platform/testing/test-database.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';

const databases: TestDatabase[] = [];
afterEach(async () => {
  for (const database of databases.splice(0)) await database.drop();
});

const open = async (made: Promise<TestDatabase>): Promise<string> => {
  const database = await made;
  databases.push(database);
  return database.url;
};

const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const backedUp = async (url: string): Promise<Buffer> => {
  const output = new PassThrough();
  const [bytes] = await Promise.all([buffer(output), backup(url, output)]);
  return bytes;
};

const restored = (url: string, bytes: Buffer) => restore(url, Readable.from([bytes]));

/** A workspace and its mail are written together: a backup that holds one without the other is not of one instant. */
const writePair = async (client: Client, text: string): Promise<void> => {
  const id = randomUUID();
  await client.query('begin');
  await client.query('insert into workspaces (id, name, created_at) values ($1, $2, now())', [id, text]);
  await client.query(
    `insert into mails (workspace_id, id, purpose, to_mail, to_name, subject, body_text, body_html, created_at)
     values ($1, $1, 'test', 'ada@aurelia.example', $2, $2, $2, $2, now())`,
    [id, text],
  );
  await client.query('commit');
};

const awkward = ['tab\there', 'line\nbreak', 'back\\slash \\N \\.', '\\.', 'Ärger über Größe', '😀 "quoted"', ' '];

/** Every table of ours with a digest of its rows, whatever their order. */
const contents = (url: string): Promise<Record<string, string>> =>
  withClient(url, async (client) => {
    const tables = await client.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'identity')",
    );
    const found: Record<string, string> = {};
    for (const { name } of tables.rows.filter((row) => row.name !== 'public.schema_migrations')) {
      const { rows } = await client.query<{ digest: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${name} t`,
      );
      found[name] = rows[0]?.digest ?? '';
    }
    return found;
  });

const shape = (url: string): Promise<unknown[]> =>
  withClient(url, async (client) => {
    const { rows } = await client.query(`
      select conrelid::regclass::text, conname, pg_get_constraintdef(oid) as said, convalidated::text from pg_constraint
       where conrelid > 0
      union all
      select oid::regclass::text, '', relrowsecurity::text, relforcerowsecurity::text from pg_class
       where relnamespace = 'public'::regnamespace and relkind = 'r'
      order by 1, 2, 3`);
    return rows;
  });

const isEmpty = (url: string): Promise<boolean> =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      "select from pg_class where relnamespace in (select oid from pg_namespace where nspname in ('public', 'identity', 'pgboss')) and relkind in ('r', 'p')",
    );
    return rows.length === 0;
  });

test('a backup restores into an empty database with every row, constraint and waiting job', async () => {
  const source = await open(createTestDatabase());
  const jobs = await openJobs(source, ['send-mail'], () => undefined);
  await withClient(source, async (client) => {
    for (const text of awkward) await writePair(client, text);
    await client.query(`insert into identity."user" (id, name, email) values ('u1', 'Ada', 'ada@aurelia.example')`);
    await client.query("insert into server_secrets values ('links', 'a secret', now())");
    await jobs.enqueue(client as never, 'send-mail', { workspaceId: 'w', mailId: 'm' });
  });
  await jobs.stop();
  const target = await open(createEmptyDatabase());
  const summary = await restored(target, await backedUp(source));
  expect(summary.rows).toBe(awkward.length * 2 + 3);
  expect(await contents(target)).toEqual(await contents(source));
  expect(await shape(target)).toEqual(await shape(source));
  const waiting = await withClient(target, (client) => client.query('select name, data, state from pgboss.job'));
  expect(waiting.rows).toEqual([{ name: 'send-mail', data: { workspaceId: 'w', mailId: 'm' }, state: 'created' }]);
});

test('a backup under load is of one instant', async () => {
  const source = await open(createTestDatabase());
  let [isOver, written] = [false, 0];
  const writers = [1, 2, 3].map(() =>
    withClient(source, async (client) => {
      while (!isOver) {
        await writePair(client, 'x'.repeat(2000));
        written += 1;
      }
    }),
  );
  while (written < 200) await new Promise((settle) => setImmediate(settle));
  const bytes = await backedUp(source);
  isOver = true;
  await Promise.all(writers);
  const target = await open(createEmptyDatabase());
  await restored(target, bytes);
  const counts = await withClient(target, (client) =>
    client.query(
      'select (select count(*) from workspaces)::int as workspaces, (select count(*) from mails)::int as mails',
    ),
  );
  const [{ workspaces, mails }] = counts.rows as [{ workspaces: number; mails: number }];
  expect(workspaces).toBe(mails);
  expect(workspaces).toBeGreaterThanOrEqual(200);
  expect(workspaces).toBeLessThanOrEqual(written);
});

test('a database that is not empty is refused, and keeps what it has', async () => {
  const source = await open(createTestDatabase());
  await withClient(source, (client) => writePair(client, 'kept'));
  const before = await contents(source);
  await expect(restored(source, await backedUp(source))).rejects.toThrow(/into an empty database only/);
  expect(await contents(source)).toEqual(before);
});

test('a backup that is cut short, altered or none at all is refused, and nothing is left behind', async () => {
  const source = await open(createTestDatabase());
  await withClient(source, async (client) => {
    for (let count = 0; count < 50; count += 1) await writePair(client, randomUUID());
  });
  const whole = await backedUp(source);
  const plain = gunzipSync(whole).toString('latin1');
  const again = (text: string): Buffer => gzipSync(Buffer.from(text, 'latin1'));
  const target = await open(createEmptyDatabase());
  const flipped = Buffer.from(whole);
  flipped[Math.floor(whole.length / 2)] = (flipped[Math.floor(whole.length / 2)] ?? 0) ^ 0xff;
  const broken: Record<string, Buffer> = {
    'cut in the middle': whole.subarray(0, Math.floor(whole.length / 2)),
    'cut by its last byte': whole.subarray(0, -1),
    'one byte flipped': flipped,
    'a name altered': again(plain.replace(/ada@aurelia/, 'eve@aurelia')),
    'a row taken out': again(plain.replace(/"rows":50/, '"rows":49')),
    'its end taken off': again(plain.slice(0, plain.lastIndexOf('{"kind":"end"'))),
    'a table taken out': again(plain.replace(/\{"kind":"table","name":"public\.mails"[\s\S]*?"tableEnd"[^\n]*\n/, '')),
    'another table named': again(plain.replace('"name":"public.mails"', '"name":"pg_catalog.pg_authid"')),
    'a file of another kind': Buffer.from('name;area\nAda;Rail\n'),
    'an empty file': Buffer.alloc(0),
  };
  for (const [what, bytes] of Object.entries(broken)) {
    await expect(restored(target, bytes), what).rejects.toThrow(/damaged or cut short|not a backup/);
    expect(await isEmpty(target), what).toBe(true);
  }
  await expect(restored(target, whole)).resolves.toMatchObject({ rows: 100 });
});

test('a backup of a newer version, and a database of nothing, are named as such', async () => {
  const source = await open(createTestDatabase());
  const plain = gunzipSync(await backedUp(source)).toString('latin1');
  const newer = gzipSync(Buffer.from(plain.replace('"migrations":["', '"migrations":["9999_later.sql","'), 'latin1'));
  const target = await open(createEmptyDatabase());
  await expect(restored(target, newer)).rejects.toThrow(/newer Entente/);
  await expect(backup(target, new PassThrough())).rejects.toThrow(/nothing to back up/);
});

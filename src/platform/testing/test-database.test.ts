import { Client } from 'pg';
import { expect, test } from 'vitest';
import { createEmptyDatabase, createTestDatabase } from './test-database.ts';

const ask = async (url: string, statement: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
};

test('each test database has the newest schema and nothing of another test', async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await ask(one.url, 'create table left_behind (id int)');
  expect(await ask(two.url, "select to_regclass('left_behind') as found")).toEqual([{ found: null }]);
  expect(await ask(two.url, 'select count(*) > 0 as is_migrated from schema_migrations')).toEqual([
    { is_migrated: true },
  ]);
  await Promise.all([one.drop(), two.drop()]);
});

test('an empty database has no tables, and names sort as people expect', async () => {
  const empty = await createEmptyDatabase();
  expect(await ask(empty.url, "select from pg_tables where schemaname = 'public'")).toEqual([]);
  const names = "select n from unnest(array['Zoo', 'apple', 'Äpfel', 'Émile', 'eagle']) n order by n";
  const sorted = (await ask(empty.url, names)) as { n: string }[];
  expect(sorted.map((row) => row.n)).toEqual(['Äpfel', 'apple', 'eagle', 'Émile', 'Zoo']);
  await empty.drop();
});

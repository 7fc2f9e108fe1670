import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { createEmptyDatabase } from '#platform/testing/test-database.ts';
import { findMigrations, migrate } from './migrate.ts';

const dropped: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const drop of dropped.splice(0)) await drop();
});

const emptyDatabase = async (): Promise<string> => {
  const database = await createEmptyDatabase();
  dropped.push(() => database.drop());
  return database.url;
};

const query = async (url: string, text: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

describe('migrating', () => {
  it('happens once, however many servers start at the same time', async () => {
    const url = await emptyDatabase();
    const all = (await findMigrations()).length;
    const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(url)));
    expect(applied.toSorted((one, other) => other - one)).toEqual([all, 0, 0, 0, 0]);
    expect(await migrate(url)).toBe(0);
  });

  it('stops before a database that a newer version made', async () => {
    const url = await emptyDatabase();
    await migrate(url);
    await query(url, `insert into schema_migrations (name) values ('9999_future.sql')`);
    await expect(migrate(url)).rejects.toThrow(/newer Entente.*9999_future/);
  });

  it('goes up to the migration that was named', async () => {
    const url = await emptyDatabase();
    await migrate(url, '0002_people.sql');
    const names = await query(url, 'select name from schema_migrations order by 1');
    expect(names.map(({ name }) => name)).toEqual(['0001_platform.sql', '0002_people.sql']);
  });
});

import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

export type Migration = { readonly name: string; readonly sql: string };

/** Migrations lie in db/migrations beside the sources, and in the same place beside the built server. */
const folders = [new URL('../../../db/migrations/', import.meta.url), new URL('../../db/migrations/', import.meta.url)];

export const findMigrations = async (): Promise<Migration[]> => {
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    const sqlNames = names.filter((name) => name.endsWith('.sql')).sort();
    if (sqlNames.length === 0) continue;
    return Promise.all(sqlNames.map(async (name) => ({ name, sql: await readFile(new URL(name, folder), 'utf8') })));
  }
  throw new Error('The folder db/migrations is missing: this copy of Entente is not complete.');
};

const lockNumber = 4_736_823_683;

/**
 * Brings the database at `url` to the newest schema, or to `upTo` (a migration's file name). Of several servers that
 * start at once one migrates and the others wait for it. Each migration is one transaction.
 * @returns how many migrations were applied
 */
export const migrate = async (url: string, upTo?: string): Promise<number> => {
  const client = new pg.Client({ connectionString: url, application_name: 'entente migrations' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
    await client.query(
      'create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())',
    );
    const applied = await client.query<{ name: string }>('select name from schema_migrations');
    const known = new Set(applied.rows.map((row) => row.name));
    const all = await findMigrations();
    const newer = [...known].find((name) => !all.some((migration) => migration.name === name));
    if (newer)
      throw new Error(`The database was made by a newer Entente (it has ${newer}). Start that version instead.`);
    const open = all.filter(({ name }) => !known.has(name) && (upTo === undefined || name <= upTo));
    for (const migration of open) await applyOne(client, migration);
    return open.length;
  } finally {
    await client.end();
  }
};

const applyOne = async (client: pg.Client, { name, sql }: Migration): Promise<void> => {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into schema_migrations (name) values ($1)', [name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
};

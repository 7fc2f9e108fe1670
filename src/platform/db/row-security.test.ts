import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '#platform/testing/test-database.ts';

/** Tables without a workspace, and why they need no row security: the application's role has no right to them at all. */
const beyondWorkspaces = ['schema_migrations', 'server_secrets'];

type Table = { name: string; enabled: boolean; forced: boolean; first_key: string | null };

let client: pg.Client;
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  drop = () => database.drop();
});
afterAll(async () => {
  await client.end();
  await drop();
});

const tables = async (): Promise<Table[]> => {
  const found = await client.query<Table>(`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary) as first_key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`);
  return found.rows;
};

describe('row security, table by table', () => {
  it('walks a database with tables in it', async () => {
    expect((await tables()).length).toBeGreaterThan(30);
  });

  it('is on and forced for every table with business in it', async () => {
    const open = (await tables()).filter(
      ({ name, enabled, forced }) => !beyondWorkspaces.includes(name) && !(enabled && forced),
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it('lets the application see one workspace only: each permissive policy asks for it, or for the own user', async () => {
    const policies = await client.query<{ tablename: string; policyname: string; condition: string }>(`
      select tablename, policyname, coalesce(qual, '') || ' ' || coalesce(with_check, '') as condition
      from pg_policies where schemaname = 'public' and 'entente_app' = any(roles)`);
    const loose = policies.rows.filter(
      ({ condition }) => !/app_workspace\(\)|app_user\(\)|FROM seats/i.test(condition),
    );
    expect(loose).toEqual([]);
    const covered = new Set(policies.rows.map(({ tablename }) => tablename));
    const bare = (await tables())
      .map(({ name }) => name)
      .filter((name) => !beyondWorkspaces.includes(name) && !covered.has(name));
    expect(bare).toEqual([]);
  });

  it('has the workspace lead every primary key', async () => {
    const others = (await tables()).filter(
      ({ name, first_key }) => !['workspaces', ...beyondWorkspaces].includes(name) && first_key !== 'workspace_id',
    );
    expect(others.map(({ name }) => name)).toEqual([]);
  });

  it('gives the application no right to the secrets, to truncate, or to bypass', async () => {
    const rights = await client.query(
      `
      select table_name, privilege_type from information_schema.role_table_grants
      where grantee = 'entente_app' and (table_name = any($1) or privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES'))`,
      [beyondWorkspaces],
    );
    expect(rights.rows).toEqual([]);
    const role = await client.query('select rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname = $1', [
      'entente_app',
    ]);
    expect(role.rows[0]).toEqual({ rolsuper: false, rolbypassrls: false, rolcanlogin: false });
  });

  it('owns nothing as the application, and lets nobody alter the ledger or a case', async () => {
    const owned = await client.query(`
      select relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname like 'entente\\_%'`);
    expect(owned.rows).toEqual([]);
    const alterable = await client.query(`
      select table_name, privilege_type from information_schema.role_table_grants
      where grantee = 'entente_app' and privilege_type in ('UPDATE', 'DELETE')
        and table_name in ('ledger_entries', 'selection_cases', 'nominations', 'appointment_ends', 'nomination_ends')`);
    expect(alterable.rows).toEqual([]);
  });

  it('sees nothing at all before a workspace is entered', async () => {
    await client.query('begin');
    await client.query('set local role entente_app');
    for (const { name } of await tables()) {
      if (beyondWorkspaces.includes(name)) continue;
      const seen = await client.query(`select count(*)::int as n from ${name}`);
      expect([name, seen.rows[0].n]).toEqual([name, 0]);
    }
    await client.query('rollback');
  });
});

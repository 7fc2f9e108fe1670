import type { Client } from 'pg';

type ForeignKey = { readonly table: string; readonly name: string; readonly definition: string };

const SCHEMAS = "('public', 'identity')";

/**
 * Runs `load` with foreign keys and row security out of the way, in the transaction that is open, and puts both back as
 * they were. The keys are then checked over all rows at once, so that tables may come in any order. Row security must
 * step aside because PostgreSQL loads no rows by COPY past it, not even for the tables' owner.
 */
export const withoutConstraints = async (client: Client, load: () => Promise<void>): Promise<void> => {
  const keys = await findForeignKeys(client);
  const forced = await findForced(client);
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const table of forced) await client.query(`alter table ${table} no force row level security`);
  await load();
  for (const { table, name, definition } of keys) {
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  }
  for (const table of forced) await client.query(`alter table ${table} force row level security`);
};

const findForeignKeys = async (client: Client): Promise<ForeignKey[]> => {
  const { rows } = await client.query<ForeignKey>(`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(c.oid) as definition
      from pg_constraint c join pg_namespace n on n.oid = c.connamespace
     where contype = 'f' and conparentid = 0 and n.nspname in ${SCHEMAS} order by conrelid, conname`);
  return rows;
};

const findForced = async (client: Client): Promise<string[]> => {
  const { rows } = await client.query<{ table: string }>(`
    select c.oid::regclass::text as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ${SCHEMAS} and c.relforcerowsecurity order by 1`);
  return rows.map(({ table }) => table);
};

import type { Client } from 'pg';

export type Table = { readonly name: string; readonly columns: readonly string[] };

/** Where Entente's own tables lie. The queue's tables are the queue's: of them, the jobs still to be done are kept apart. */
const SCHEMAS = "('public', 'identity')";

/** The name under which a backup holds the jobs that were still to be done. */
export const JOBS = 'pgboss.job';

/** What of a job must survive; the queue fills in the rest. A job that was running is still to be done. */
export const JOB_COLUMNS = [
  'id',
  'name',
  'priority',
  'data',
  'retry_limit',
  'retry_count',
  'retry_delay',
  'retry_backoff',
  'expire_seconds',
  'singleton_key',
  'start_after',
  'created_on',
  'keep_until',
  'policy',
] as const;

export const JOBS_TO_KEEP = "state in ('created', 'retry', 'active') and name not like '\\_\\_pgboss%'";

/** Every table of ours with the columns that hold data, each quoted for SQL, in a stable order. */
export const findTables = async (client: Client): Promise<Table[]> => {
  const { rows } = await client.query<Table>(`
    select format('%I.%I', n.nspname, c.relname) as name,
           array_agg(quote_ident(a.attname) order by a.attnum) as columns
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where n.nspname in ${SCHEMAS} and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> 'schema_migrations'
     group by 1 order by 1`);
  return rows;
};

/** Tables that the role of this connection does not own, of which row security might hide rows without a word. */
export const findTablesOfOthers = async (client: Client): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ${SCHEMAS} and not pg_has_role(tableowner, 'usage') order by 1`);
  return rows.map(({ name }) => name);
};

export type Sequence = { readonly name: string; readonly value: string; readonly isCalled: boolean };

export const findSequences = async (client: Client): Promise<Sequence[]> => {
  const { rows } = await client.query<Sequence>(`
    select format('%I.%I', schemaname, sequencename) as name, coalesce(last_value, start_value)::text as value,
           last_value is not null as "isCalled"
      from pg_sequences where schemaname in ${SCHEMAS} order by 1`);
  return rows;
};

/** Anything in the database that no extension brought: what a restore would have to mix with. */
export const countRelations = async (client: Client): Promise<number> => {
  const { rows } = await client.query<{ count: string }>(`
    select count(*)::text as count from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`);
  return Number(rows[0]?.count);
};

import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from './schema.ts';

// Days stay days, counts and amounts become numbers (exact up to 2^53).
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type Queries = Kysely<DB>;

export type Database = {
  readonly url: string;
  readonly pool: pg.Pool;
  close(): Promise<void>;
};

export const openDatabase = (url: string, connections = 10): Database => {
  const pool = new pg.Pool({ connectionString: url, max: connections, application_name: 'entente' });
  // An idle connection that breaks must not end the process: the pool replaces it at the next query.
  pool.on('error', () => {});
  return { url, pool, close: () => pool.end() };
};

/** Kysely over one connection that somebody else opened and will release. */
const queriesOn = (client: pg.PoolClient): Queries => {
  const borrowed = {
    query: client.query.bind(client),
    release: () => {},
  };
  const pool = { connect: async () => borrowed, end: async () => {} };
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: pool as never }) });
};

export type Transaction = { readonly queries: Queries; readonly client: pg.PoolClient };

/** What a transaction sees: as the owner everything, else what one seat or the software in one workspace may see. */
export type View =
  | { readonly as: 'owner' }
  | { readonly as: 'seat'; readonly userId: string; readonly workspaceId: string | null }
  | { readonly as: 'workspace'; readonly workspaceId: string; readonly personId: string | null };

export type SeatRow = {
  readonly seat_id: string;
  readonly name: string;
  readonly role: string;
  readonly side: string;
  readonly is_owner: boolean;
  readonly person_id: string | null;
  readonly seats_workspace: string;
};

const text = (value: string | null): string => (value === null ? 'null' : pg.escapeLiteral(value));

/** Begin, role and row security in one round trip. */
const opening = (view: View): string => {
  if (view.as === 'owner') return 'begin';
  const enter =
    view.as === 'seat'
      ? `select * from enter_seat(${text(view.userId)}, ${text(view.workspaceId)}::uuid)`
      : `select enter_workspace(${text(view.workspaceId)}::uuid, ${text(view.personId)}::uuid)`;
  return `begin; set local role entente_app; ${enter}`;
};

/**
 * Runs `work` in one transaction with the view set. It commits what `keep` approves and rolls back everything else,
 * a throw included.
 */
export const inTransaction = async <T>(
  database: Database,
  view: View,
  work: (transaction: Transaction, seat: SeatRow | null) => Promise<T>,
  keep: (result: T) => boolean = () => true,
): Promise<T> => {
  const client = await database.pool.connect();
  let broken: Error | undefined;
  try {
    const opened = (await client.query(opening(view))) as unknown as pg.QueryResult[] | pg.QueryResult;
    const last = Array.isArray(opened) ? opened.at(-1) : undefined;
    const seat = view.as === 'seat' ? ((last?.rows[0] as SeatRow | undefined) ?? null) : null;
    const result = await work({ queries: queriesOn(client), client }, seat);
    await client.query(keep(result) ? 'commit' : 'rollback');
    return result;
  } catch (error) {
    await client.query('rollback').catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    throw error;
  } finally {
    client.release(broken);
  }
};

import { randomBytes } from 'node:crypto';
import type { Database } from '#platform/db/database.ts';

/**
 * The key called `name`, made at first use and kept in the database, so that several servers share it and a restored
 * backup keeps its links valid. Read by the owner of the database; the application's role has no right to it.
 */
export const serverSecret = async (database: Database, name: string): Promise<string> => {
  await database.pool.query(
    'insert into server_secrets (name, secret, made_at) values ($1, $2, now()) on conflict (name) do nothing',
    [name, randomBytes(32).toString('base64url')],
  );
  const found = await database.pool.query<{ secret: string }>('select secret from server_secrets where name = $1', [
    name,
  ]);
  const secret = found.rows[0]?.secret;
  if (!secret) throw new Error(`The server's key '${name}' could not be read.`);
  return secret;
};

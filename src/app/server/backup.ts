import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { startRefusal } from '#platform/db/embedded-refusal.ts';
import { copyOut } from './backup-copy.ts';
import { BLOCK, digest, frameWriter } from './backup-format.ts';
import {
  findSequences,
  findTables,
  findTablesOfOthers,
  JOB_COLUMNS,
  JOBS,
  JOBS_TO_KEEP,
  type Table,
} from './backup-tables.ts';

export type BackupSummary = { readonly tables: number; readonly rows: number };

type Frames = ReturnType<typeof frameWriter>;

/**
 * Writes all that the database holds into one stream, as it was at one instant, while others go on working.
 * @param url connects as the owner of the tables
 */
export const backup = async (url: string, output: Writable): Promise<BackupSummary> => {
  const gzip = createGzip({ level: 4 });
  const written = writtenTo(gzip, output);
  const client = new Client({ connectionString: url, application_name: 'entente backup' });
  try {
    await client.connect();
    const summary = await writeAll(client, async (piece) => {
      if (!gzip.write(piece)) await Promise.race([once(gzip, 'drain'), written]);
    });
    gzip.end();
    await written;
    return summary;
  } catch (error) {
    gzip.destroy();
    output.destroy();
    await written.catch(() => undefined);
    throw explainWrite(error);
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** Settles when all has reached the output's end; fails as soon as either stream does. */
const writtenTo = (gzip: ReturnType<typeof createGzip>, output: Writable): Promise<void> => {
  const written = new Promise<void>((settle, fail) => {
    output.once('finish', settle);
    output.once('error', fail);
    gzip.once('error', fail);
    gzip.once('close', () => (gzip.writableFinished ? undefined : fail(new Error('The backup was broken off.'))));
  });
  written.catch(() => undefined);
  gzip.pipe(output);
  return written;
};

const explainWrite = (error: unknown): unknown =>
  error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    ? startRefusal('The disk is full: the backup could not be written whole. Free some space and try again.')
    : error;

const writeAll = async (client: Client, write: (piece: Buffer) => Promise<void>): Promise<BackupSummary> => {
  const frames = frameWriter(write);
  await openSnapshot(client);
  const migrations = await client.query<{ name: string }>('select name from schema_migrations order by name');
  await frames.frame({
    kind: 'header',
    format: 'entente-backup',
    version: 1,
    madeAt: new Date().toISOString(),
    migrations: migrations.rows.map(({ name }) => name),
    sequences: await findSequences(client),
  });
  let [tables, rows] = [0, 0];
  for (const table of await findTables(client)) {
    rows += await writeTable(client, frames, table, table.name);
    tables += 1;
  }
  if (await hasQueue(client)) {
    rows += await writeTable(client, frames, { name: JOBS, columns: JOB_COLUMNS }, `${JOBS} where ${JOBS_TO_KEEP}`);
    tables += 1;
  }
  await client.query('commit');
  await frames.frame({ kind: 'end', tables, rows, sha256: frames.digestSoFar() });
  return { tables, rows };
};

/**
 * The snapshot is taken once the tables are locked against a change of their shape: locking alone takes none, so what
 * the snapshot sees is what the locked tables hold. Reading and writing rows goes on.
 */
const openSnapshot = async (client: Client): Promise<void> => {
  const tables = await findTables(client);
  if (tables.length === 0 || !(await isMigrated(client))) {
    throw startRefusal('This database holds nothing of Entente yet: there is nothing to back up.');
  }
  const others = await findTablesOfOthers(client);
  if (others.length > 0) {
    throw startRefusal(
      `A backup needs the role that owns the tables: this one does not own ${others.slice(0, 3).join(', ')}. Set DATABASE_URL to the owner's.`,
    );
  }
  await client.query('begin isolation level repeatable read read only');
  await client.query(`lock table schema_migrations, ${tables.map(({ name }) => name).join(', ')} in access share mode`);
  await client.query(
    "set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'postgres'",
  );
};

const isMigrated = async (client: Client): Promise<boolean> =>
  (await client.query("select from pg_tables where schemaname = 'public' and tablename = 'schema_migrations'"))
    .rowCount === 1;

const hasQueue = async (client: Client): Promise<boolean> =>
  (await client.query("select from pg_class where oid = to_regclass('pgboss.job')")).rowCount === 1;

/** @returns how many rows were written */
const writeTable = async (
  client: Client,
  frames: Frames,
  { name, columns }: Table,
  source: string,
): Promise<number> => {
  await frames.frame({ kind: 'table', name, columns });
  const hash = digest();
  let [size, gathered] = [0, [] as Buffer[]];
  const flush = async (): Promise<void> => {
    if (size === 0) return;
    const block = Buffer.concat(gathered);
    [size, gathered] = [0, []];
    hash.update(block);
    await frames.frame({ kind: 'rows', bytes: block.length }, block);
  };
  // Row security makes of COPY a query anyway; the query form says so from the start.
  const copied = copyOut(client, `copy (select ${columns.join(', ')} from ${source}) to stdout`);
  for await (const piece of copied.pieces as AsyncIterable<Buffer>) {
    gathered.push(piece);
    size += piece.length;
    if (size >= BLOCK) await flush();
  }
  await flush();
  const rows = copied.countRows();
  await frames.frame({ kind: 'tableEnd', rows, sha256: hash.digest('hex') });
  return rows;
};

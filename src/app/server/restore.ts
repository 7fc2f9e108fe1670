import type { Readable } from 'node:stream';
import { Client } from 'pg';
import { startRefusal } from '#platform/db/embedded-refusal.ts';
import { findMigrations, type Migration } from '#platform/db/migrate.ts';
import { copyIn } from './backup-copy.ts';
import { damaged, digest, type Frame, frameReader, notABackup } from './backup-format.ts';
import { countRelations, findTables, JOBS } from './backup-tables.ts';
import { withoutConstraints } from './restore-constraints.ts';
import { JOBS_WAITING, keepJobs, queueJobs } from './restore-jobs.ts';

export type RestoreSummary = { readonly tables: number; readonly rows: number };

type Reader = ReturnType<typeof frameReader>;
type Header = Extract<Frame, { kind: 'header' }>;

/**
 * Loads a backup into an empty database and brings it to this version's schema, all in one transaction: either the whole
 * backup is there afterwards, checked against its counts and digests, or the database is as empty as before.
 * Throws a StartRefusal for a database that is not empty and for a file that is damaged, cut short or too new.
 */
export const restore = async (url: string, input: Readable): Promise<RestoreSummary> => {
  const reader = frameReader(input);
  const client = new Client({ connectionString: url, application_name: 'entente restore' });
  try {
    await client.connect();
    const header = await readHeader(reader);
    await client.query('begin');
    const summary = await restoreAll(client, reader, header);
    await client.query('commit');
    await queueJobs(client, url);
    return summary;
  } catch (error) {
    throw isAboutContent(error) ? damaged('its rows contradict each other') : error;
  } finally {
    reader.close();
    await client.end().catch(() => undefined);
  }
};

const readHeader = async (reader: Reader): Promise<Header> => {
  const first = await reader.frame();
  if (first?.kind !== 'header' || first.format !== 'entente-backup') throw notABackup();
  if (first.version !== 1) {
    throw startRefusal('This backup was written by a newer Entente, in a form that this version does not know.');
  }
  return first;
};

const restoreAll = async (client: Client, reader: Reader, header: Header): Promise<RestoreSummary> => {
  // Two restores, or a restore and a starting server, would else both find the database empty.
  await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  const relations = await countRelations(client);
  if (relations > 0) {
    throw startRefusal(
      `A backup is restored into an empty database only, and this one already holds ${relations} tables or the like. Set ENTENTE_DATA to a new folder, or DATABASE_URL to an empty database.`,
    );
  }
  const all = await findMigrations();
  const known = new Set(all.map(({ name }) => name));
  const unknown = header.migrations.find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw startRefusal(`This backup was written by a newer Entente (it has ${unknown}). Restore it with that version.`);
  }
  const then = new Set(header.migrations);
  await client.query(
    'create table schema_migrations (name text primary key, applied_at timestamptz not null default now())',
  );
  await apply(
    client,
    all.filter(({ name }) => then.has(name)),
  );
  let summary: RestoreSummary = { tables: 0, rows: 0 };
  await withoutConstraints(client, async () => {
    summary = await loadTables(client, reader);
  });
  for (const { name, value, isCalled } of header.sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [name, value, isCalled]);
  }
  await apply(
    client,
    all.filter(({ name }) => !then.has(name)),
  );
  return summary;
};

/** The lock under which servers migrate; see migrate.ts. */
const MIGRATION_LOCK = 4_736_823_683;

const apply = async (client: Client, migrations: readonly Migration[]): Promise<void> => {
  for (const { name, sql } of migrations) {
    await client.query(sql);
    await client.query('insert into schema_migrations (name) values ($1)', [name]);
  }
};

const loadTables = async (client: Client, reader: Reader): Promise<RestoreSummary> => {
  const tables = await findTables(client);
  if (tables.length > 0) await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
  await keepJobs(client);
  const columnsOf = new Map(tables.map(({ name, columns }) => [name, new Set(columns)]));
  let [count, rows] = [0, 0];
  for (;;) {
    const expected = reader.digestSoFar();
    const frame = await reader.frame();
    if (frame?.kind === 'table') {
      if (frame.name !== JOBS) checkColumns(frame, columnsOf.get(frame.name));
      rows += await loadTable(client, reader, frame);
      count += 1;
    } else if (frame?.kind === 'end') {
      if (frame.sha256 !== expected || frame.tables !== count || frame.rows !== rows) {
        throw damaged('its parts are not those that were written');
      }
      if ((await reader.frame()) !== null) throw damaged('it goes on after its end');
      return { tables: count, rows };
    } else {
      throw damaged(frame === null ? 'its end is missing' : 'its parts are out of order');
    }
  }
};

/** Names from a file become SQL only when the database itself has them. */
const checkColumns = ({ name, columns }: Extract<Frame, { kind: 'table' }>, known: Set<string> | undefined): void => {
  if (known === undefined) throw damaged(`it holds a table that its version did not have, ${name.slice(0, 80)}`);
  if (!columns.every((column) => known.has(column))) throw damaged(`the columns of ${name} are not its own`);
};

const loadTable = async (
  client: Client,
  reader: Reader,
  { name, columns }: Extract<Frame, { kind: 'table' }>,
): Promise<number> => {
  const hash = digest();
  const end: { frame?: Extract<Frame, { kind: 'tableEnd' }> } = {};
  const blocks = async function* (): AsyncGenerator<Buffer> {
    for (;;) {
      const frame = await reader.frame();
      if (frame?.kind === 'tableEnd') {
        end.frame = frame;
        return;
      }
      if (frame?.kind !== 'rows') throw damaged(`the end of ${name} is missing`);
      const block = await reader.bytes(frame.bytes);
      hash.update(block);
      yield block;
    }
  };
  const target = name === JOBS ? JOBS_WAITING : `${name} (${columns.join(', ')})`;
  const loaded = await copyIn(client, `copy ${target} from stdin`, blocks()).catch((error: unknown) => {
    throw isAboutContent(error) ? damaged(`${name} holds what its columns do not allow`) : error;
  });
  if (end.frame?.rows !== loaded || end.frame.sha256 !== hash.digest('hex')) {
    throw damaged(`the rows of ${name} are not those that were written`);
  }
  return loaded;
};

/** SQL states of class 22 (data) and 23 (integrity). */
const isAboutContent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));

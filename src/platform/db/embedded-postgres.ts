import { join } from 'node:path';
import { Client } from 'pg';
import { keepSecret, locateDataFolder, makeSystemFolder } from './data-folder.ts';
import { findBinaries } from './embedded-binaries.ts';
import { createCluster, hasCluster, SUPERUSER } from './embedded-cluster.ts';
import { lockDataFolder } from './embedded-lock.ts';
import { findOwner } from './embedded-owner.ts';
import { findFreePort, isPortFree } from './embedded-port.ts';
import { type Postmaster, startPostmaster } from './embedded-postmaster.ts';
import { startRefusal } from './embedded-refusal.ts';

export type EmbeddedPostgresOptions = {
  /** Where everything is kept; see locateDataFolder for where that is when root asks. */
  readonly dataFolder: string;
  /** The database's port on loopback; a free one when left out. */
  readonly port?: number;
  readonly onLog?: (line: string) => void;
  /** Off only for tests: what was written may be lost with the machine, and tests run several times faster. */
  readonly isDurable?: boolean;
};

export type EmbeddedPostgres = {
  /** Connects as the role that owns the database `entente`: no superuser, so that row security binds it. */
  readonly url: string;
  readonly dataFolder: string;
  /** Whether this start made the database. */
  readonly isFirstStart: boolean;
  readonly stop: () => Promise<void>;
  /** Settles when the server ends without having been asked to: the program should then say so and end. */
  readonly lost: Promise<string>;
};

const ROLE = 'entente';
const DATABASE = 'entente';

/**
 * Starts PostgreSQL on the data folder, for this machine only and for as long as this process lives.
 * Throws a StartRefusal when that cannot be: folder in use, unwritable or full, port taken, no PostgreSQL for this machine.
 */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const dataFolder = await locateDataFolder(options.dataFolder);
  const unlock = await lockDataFolder(dataFolder);
  try {
    const started = await startLocked(dataFolder, options);
    return {
      ...started,
      dataFolder,
      stop: async () => {
        await started.stop();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
};

const startLocked = async (dataFolder: string, options: EmbeddedPostgresOptions) => {
  const owner = await findOwner();
  const binaries = await findBinaries(owner, makeSystemFolder);
  const folder = join(dataFolder, 'postgres');
  const cluster = { folder, binaries, owner, isDurable: options.isDurable ?? true };
  const password = await keepSecret(dataFolder, 'database-password');
  const isFirstStart = !(await hasCluster(folder));
  if (isFirstStart) await createCluster(cluster, password);
  const port = options.port ?? (await findFreePort());
  if (options.port !== undefined && !(await isPortFree(port))) throw portTaken(port);
  const postmaster = await startPostmaster(cluster, port, options.onLog ?? (() => undefined));
  try {
    await prepareRole(port, password);
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
  return { url: urlOf(ROLE, password, port, DATABASE), isFirstStart, ...stopAndLost(postmaster) };
};

const stopAndLost = ({ stop, lost }: Postmaster) => ({ stop, lost });

const portTaken = (port: number) =>
  startRefusal(
    `Port ${port}, which the database was to use, is taken by another program. Stop that one, or leave the port out and a free one is found.`,
  );

const urlOf = (role: string, password: string, port: number, database: string): string =>
  `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;

/** Asked at every start, so that a first start broken off in between is made good by the next. */
const prepareRole = async (port: number, password: string): Promise<void> => {
  const client = new Client({ connectionString: urlOf(SUPERUSER, password, port, 'postgres') });
  await client.connect();
  try {
    const roles = await client.query('select from pg_roles where rolname = $1', [ROLE]);
    if (roles.rowCount === 0) {
      await client.query(`create role ${ROLE} login createdb createrole password ${client.escapeLiteral(password)}`);
      await client.query(`alter role ${ROLE} set createrole_self_grant = 'set, inherit'`);
    }
    const databases = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (databases.rowCount === 0) await client.query(`create database ${DATABASE} owner ${ROLE}`);
  } finally {
    await client.end();
  }
};

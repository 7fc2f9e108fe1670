import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { type Cluster, isAboutFullDisk, plainEnvironment } from './embedded-cluster.ts';
import { isRunning } from './embedded-lock.ts';
import { diskFull, startRefusal } from './embedded-refusal.ts';

export type Postmaster = {
  /** Ends every connection and the server, its data written out. Safe to call twice. */
  readonly stop: () => Promise<void>;
  /** Settles when the server ends without having been asked to, with its last words. */
  readonly lost: Promise<string>;
};

const TRIES = 5;
const PAUSE_MS = 400;
const STOP_MS = 30_000;

/** Starts the server on its files. After a crash it can take a few tries until the system has let go of the old one. */
export const startPostmaster = async (
  cluster: Cluster,
  port: number,
  onLog: (line: string) => void,
): Promise<Postmaster> => {
  for (let tries = 1; ; tries += 1) {
    await stopLeftover(cluster);
    const outcome = await tryStart(cluster, port, onLog);
    if ('postmaster' in outcome) return outcome.postmaster;
    const refusal = explainFailure(cluster, port, outcome.words);
    if (refusal !== null) throw refusal;
    if (tries === TRIES) {
      throw startRefusal(`The database in ${cluster.folder} did not start: ${outcome.words.slice(-5).join(' ')}`);
    }
    await pause(PAUSE_MS);
  }
};

type Outcome = { readonly postmaster: Postmaster } | { readonly words: readonly string[] };

const tryStart = (cluster: Cluster, port: number, onLog: (line: string) => void): Promise<Outcome> =>
  new Promise((settle, fail) => {
    const words: string[] = [];
    // A session of its own: Ctrl-C in the terminal reaches the program, which then stops the database last.
    const child = spawn(cluster.binaries.postgres, ['-D', cluster.folder, ...settingsOf(cluster, port)], {
      ...cluster.owner,
      cwd: cluster.folder,
      env: plainEnvironment(),
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    createInterface({ input: child.stderr }).on('line', (line) => {
      words.push(line);
      if (words.length > 50) words.shift();
      onLog(line);
      if (line.includes('database system is ready to accept connections')) {
        settle({ postmaster: postmasterOf(cluster, child, words) });
      }
    });
    child.once('error', fail);
    child.once('close', () => settle({ words }));
  });

const settingsOf = ({ isDurable }: Cluster, port: number): string[] => {
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    jit: 'off',
    random_page_cost: '1.1',
    work_mem: '16MB',
    ...(isDurable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '4GB' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
};

const postmasterOf = (cluster: Cluster, child: ChildProcess, words: readonly string[]): Postmaster => {
  let isAsked = false;
  const ended = new Promise<void>((settle) => child.once('close', () => settle()));
  const ask = (): void => {
    isAsked = true;
    if (child.exitCode === null && child.signalCode === null) askToStop(cluster, child.pid ?? 0);
  };
  // Whatever ends this process in an orderly way takes the database along, even where nobody called stop.
  process.once('exit', ask);
  return {
    stop: async () => {
      ask();
      process.removeListener('exit', ask);
      const stillRunning = pause(STOP_MS, 'late', { ref: false });
      if ((await Promise.race([ended, stillRunning])) === 'late') child.kill('SIGKILL');
      await ended;
    },
    lost: new Promise((settle) => {
      void ended.then(() => (isAsked ? undefined : settle(words.slice(-5).join(' '))));
    }),
  };
};

const askToStop = (cluster: Cluster, pid: number): void => {
  if (process.platform === 'win32') {
    spawnSync(cluster.binaries.pgCtl, ['stop', '-D', cluster.folder, '-m', 'fast', '-W']);
  } else if (isRunning(pid)) {
    process.kill(pid, 'SIGINT');
  }
};

/** A program that was killed leaves its database running. The lock says that nobody uses it: it is stopped in good order. */
const stopLeftover = async (cluster: Cluster): Promise<void> => {
  const pid = await readPostmasterPid(cluster.folder);
  if (pid === null || !isRunning(pid)) return;
  if (!(await isPostmasterOf(cluster, pid))) {
    // The number belongs to another program since: PostgreSQL would take it for a living server and refuse.
    await rm(join(cluster.folder, 'postmaster.pid'), { force: true });
    return;
  }
  askToStop(cluster, pid);
  for (let waited = 0; isRunning(pid) && waited < STOP_MS; waited += 50) await pause(50);
  if (isRunning(pid)) process.kill(pid, 'SIGQUIT');
};

const readPostmasterPid = async (folder: string): Promise<number | null> => {
  try {
    const pid = Number((await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
};

const isPostmasterOf = async ({ folder }: Cluster, pid: number): Promise<boolean> => {
  if (process.platform === 'win32') return true;
  if (process.platform === 'linux') {
    const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return commandLine.split('\0').includes(folder);
  }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(folder);
};

/** What trying again would not change, as a sentence; null where it may. */
const explainFailure = (cluster: Cluster, port: number, words: readonly string[]): Error | null => {
  const text = words.join('\n');
  if (isAboutFullDisk(text)) return diskFull(dirname(cluster.folder));
  if (/could not bind|address already in use/i.test(text)) {
    return startRefusal(
      `Port ${port}, which the database was to use, is taken by another program. Stop that one, or leave the port out and a free one is found.`,
    );
  }
  if (/database files are incompatible|initialized by PostgreSQL version/i.test(text)) {
    return startRefusal(
      `The database in ${cluster.folder} was made by another version of PostgreSQL. Start it with the version of Entente that made it, take a backup (entente backup), and restore that with this one.`,
    );
  }
  return null;
};

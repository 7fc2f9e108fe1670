import { spawn } from 'node:child_process';
import { chown, lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Binaries } from './embedded-binaries.ts';
import type { Owner } from './embedded-owner.ts';
import { diskFull, startRefusal } from './embedded-refusal.ts';

export type Cluster = {
  readonly folder: string;
  readonly binaries: Binaries;
  readonly owner: Owner;
  /** Off only for tests, where the data may be lost with the machine. */
  readonly isDurable: boolean;
};

/** The superuser of the embedded server. Only the start uses it; the program itself connects as an ordinary role. */
export const SUPERUSER = 'postgres';

export const hasCluster = async (folder: string): Promise<boolean> => {
  try {
    return (await lstat(join(folder, 'PG_VERSION'))).isFile();
  } catch {
    return false;
  }
};

/**
 * Makes the database's files beside their place and renames them into it: a start broken off half-way leaves nothing
 * that the next one could mistake for a database.
 */
export const createCluster = async (cluster: Cluster, password: string): Promise<void> => {
  const fresh = `${cluster.folder}.new`;
  const passwordFile = `${cluster.folder}.password`;
  await rm(fresh, { recursive: true, force: true });
  try {
    await mkdir(fresh, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    for (const path of [fresh, passwordFile]) await giveTo(cluster.owner, path);
    await initialise({ ...cluster, folder: fresh }, passwordFile);
    await rename(fresh, cluster.folder);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(fresh, { recursive: true, force: true });
  }
};

const giveTo = async ({ uid, gid }: Owner, path: string): Promise<void> => {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
};

/**
 * Text sorts as people expect it in any language (ICU's root order), while the character classes of the system's UTF-8
 * locale let searches by similarity see letters beyond ASCII.
 */
const initialise = async (cluster: Cluster, passwordFile: string): Promise<void> => {
  const locale = { linux: 'C.UTF-8', darwin: 'en_US.UTF-8' }[process.platform as string] ?? 'C';
  const first = await runInitdb(cluster, passwordFile, locale);
  if (first.code === 0) return;
  if (locale !== 'C' && /invalid locale/i.test(first.output)) {
    const second = await runInitdb(cluster, passwordFile, 'C');
    if (second.code === 0) return;
    throw explainInitdb(cluster, second.output);
  }
  throw explainInitdb(cluster, first.output);
};

const runInitdb = (cluster: Cluster, passwordFile: string, locale: string) =>
  new Promise<{ code: number | null; output: string }>((settle, fail) => {
    const args = [
      `--pgdata=${cluster.folder}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      `--locale=${locale}`,
      '--locale-provider=icu',
      '--icu-locale=und',
      ...(cluster.isDurable ? [] : ['--no-sync']),
    ];
    const child = spawn(cluster.binaries.initdb, args, {
      ...cluster.owner,
      cwd: cluster.folder,
      env: plainEnvironment(),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.once('error', fail);
    child.once('close', (code) => settle({ code, output }));
  });

const explainInitdb = (cluster: Cluster, output: string): Error => {
  if (isAboutFullDisk(output)) return diskFull(dirname(cluster.folder));
  const complaint = output.split('\n').filter((line) => /error|fatal|panic|could not/i.test(line));
  return startRefusal(
    `The database's files could not be made in ${dirname(cluster.folder)}: ${complaint.join(' ') || output.trim().slice(-300)}`,
  );
};

export const isAboutFullDisk = (output: string): boolean => /no space left on device|disk quota exceeded/i.test(output);

/** PG... and LC_... variables of the person's own shell must not reach this server, and messages stay in English. */
export const plainEnvironment = (): NodeJS.ProcessEnv => {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|NODE_)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
};

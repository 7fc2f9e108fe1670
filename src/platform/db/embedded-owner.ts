import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { startRefusal } from './embedded-refusal.ts';

/** Whom PostgreSQL runs as. It will not run as root, so root hands it to the system user `postgres`. */
export type Owner = { readonly uid?: number; readonly gid?: number };

const OWNER = 'postgres';
const run = promisify(execFile);

export const isRoot = (): boolean => process.getuid?.() === 0;

/** The owner for this process: itself, or for root the user `postgres`, made when it does not exist. */
export const findOwner = async (): Promise<Owner> => {
  if (!isRoot()) return {};
  const known = await findSystemUser();
  if (known !== null) return known;
  for (const [command, args] of waysToMakeUser) {
    await run(command, args).catch(() => undefined);
    const made = await findSystemUser();
    if (made !== null) return made;
  }
  throw startRefusal(
    `PostgreSQL does not run as root, and the system user ${OWNER} could not be made. Make it (useradd --system ${OWNER}), start as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.`,
  );
};

const waysToMakeUser: readonly (readonly [string, readonly string[]])[] = [
  ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', OWNER]],
  ['useradd', ['--system', '--no-create-home', '--shell', '/bin/false', OWNER]],
  ['adduser', ['-S', '-D', '-H', OWNER]],
];

const findSystemUser = async (): Promise<Owner | null> => {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', OWNER]), run('id', ['-g', OWNER])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
};

/** Whether the owner can enter a folder. Asked of the system itself: modes, groups and access lists all count. */
export const mayEnter = (owner: Owner, folder: string): boolean =>
  owner.uid === undefined || spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...owner, cwd: '/' }).status === 0;

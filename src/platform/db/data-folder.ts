import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { findOwner, isRoot, mayEnter, type Owner } from './embedded-owner.ts';
import { errorCode, explainFileError } from './embedded-refusal.ts';

/** Where root's data goes when the folder asked for lies under one that the database's own user may not enter. */
const SYSTEM_FOLDER = '/var/lib/entente';

/**
 * Makes the data folder and tells where it is. As an ordinary user it is the folder asked for. As root it is that folder
 * too, unless it lies under a folder only root may enter (root's own home, as a rule): PostgreSQL, which runs as another
 * user, would not reach it there. Then it is /var/lib/entente/<parent>-<digest of the path>, the same at every start.
 */
export const locateDataFolder = async (asked: string): Promise<string> => {
  const folder = resolve(asked);
  try {
    if (!isRoot()) return await makeFolder(folder);
    const owner = await findOwner();
    const ancestor = await nearestExisting(dirname(folder));
    if (mayEnter(owner, ancestor)) return await shareWith(owner, await makeFolder(folder));
    await makeSystemFolder();
    return await shareWith(owner, await makeFolder(systemFolderFor(folder)));
  } catch (error) {
    throw explainFileError(error, folder);
  }
};

/** Makes a data folder that no database lies in: wherever it was asked for. */
export const makeDataFolder = async (asked: string): Promise<string> => {
  try {
    return await makeFolder(resolve(asked));
  } catch (error) {
    throw explainFileError(error, resolve(asked));
  }
};

const systemFolderFor = (folder: string): string => {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 8);
  return join(SYSTEM_FOLDER, `${basename(dirname(folder)) || 'root'}-${digest}`);
};

const nearestExisting = async (folder: string): Promise<string> => {
  const found = await stat(folder).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
    return null;
  });
  if (found === null) return nearestExisting(dirname(folder));
  if (!found.isDirectory()) throw Object.assign(new Error(`${folder} is a file`), { code: 'ENOTDIR' });
  return realpath(folder);
};

const makeFolder = async (folder: string): Promise<string> => {
  await makeWithParents(folder);
  await writeProbe(folder);
  return realpath(folder);
};

/**
 * Parents made on the way let the database's user through, whatever root's umask. Not mkdir's own recursive mode: on a
 * file system that allows no folders (/proc) that one never comes back.
 */
const makeWithParents = async (folder: string): Promise<void> => {
  if ((await stat(folder).catch(() => null))?.isDirectory()) return;
  if (dirname(folder) !== folder) await makeWithParents(dirname(folder));
  await mkdir(folder).catch(async (error: unknown) => {
    const isThereNow = (await stat(folder).catch(() => null))?.isDirectory();
    if (!isThereNow) throw error;
  });
  if (isRoot()) await chmod(folder, 0o755);
};

/** Makes the folder under which root's databases, and the programs that serve them, can be reached by their own user. */
export const makeSystemFolder = async (): Promise<string> => {
  await makeWithParents(SYSTEM_FOLDER);
  await chmod(SYSTEM_FOLDER, 0o755);
  return SYSTEM_FOLDER;
};

/** Being asked beats guessing: modes say little about read-only disks, quotas and full ones. */
const writeProbe = async (folder: string): Promise<void> => {
  const probe = join(folder, `.probe-${process.pid}`);
  await writeFile(probe, 'x'.repeat(8192));
  await rm(probe);
};

/** The owner may pass through the folder on the way to the database, and read nothing else in it. */
const shareWith = async (owner: Owner, folder: string): Promise<string> => {
  if (owner.uid === undefined || owner.gid === undefined || mayEnter(owner, folder)) return folder;
  const { mode } = await stat(folder);
  await chown(folder, 0, owner.gid);
  await chmod(folder, (mode & 0o777) | 0o010);
  return folder;
};

/** A secret kept in the data folder, for its owner's eyes only: made from 32 random bytes the first time it is asked for. */
export const keepSecret = async (dataFolder: string, name: string): Promise<string> => {
  const path = join(dataFolder, name);
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw explainFileError(error, dataFolder);
  }
  const secret = randomBytes(32).toString('base64url');
  try {
    await writeDurably(path, `${secret}\n`);
  } catch (error) {
    throw explainFileError(error, dataFolder);
  }
  return secret;
};

/** Written beside and renamed, so that a crash leaves either no file or a whole one. */
const writeDurably = async (path: string, text: string): Promise<void> => {
  const fresh = `${path}.new`;
  const file = await open(fresh, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(fresh, path);
};

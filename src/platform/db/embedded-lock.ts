import { execFileSync } from 'node:child_process';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { errorCode, explainFileError, startRefusal } from './embedded-refusal.ts';

type Holder = { readonly pid: number; readonly startedAt: string; readonly host: string };

/**
 * Takes the data folder for this process alone. A lock whose holder no longer lives is taken over; a living holder means
 * a StartRefusal that names it. Gives the function that lets go.
 */
export const lockDataFolder = async (dataFolder: string): Promise<() => Promise<void>> => {
  const path = join(dataFolder, 'server.lock');
  const claim = `${path}.${process.pid}`;
  try {
    await writeFile(claim, JSON.stringify(describe(process.pid)));
    await claimLock(path, claim, dataFolder);
  } catch (error) {
    throw explainFileError(error, dataFolder);
  } finally {
    await rm(claim, { force: true });
  }
  return () => letGo(path);
};

const claimLock = async (path: string, claim: string, dataFolder: string): Promise<void> => {
  for (let tries = 0; tries < 5; tries += 1) {
    try {
      // A hard link either appears or is refused: two starts at the same instant cannot both have it.
      await link(claim, path);
      return;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    const holder = await readHolder(path);
    if (holder !== null && isAlive(holder)) throw inUse(dataFolder, holder);
    await setAside(path, holder);
  }
  throw inUse(dataFolder, null);
};

const describe = (pid: number): Holder => ({ pid, startedAt: startOf(pid), host: hostname() });

const readHolder = async (path: string): Promise<Holder | null> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
};

/** A process id is used again after a while; together with the time the process began it is not. */
const isAlive = ({ pid, startedAt }: Holder): boolean => isRunning(pid) && startOf(pid) === startedAt;

export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
};

const startOf = (pid: number): string => {
  try {
    if (process.platform === 'linux') {
      const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
      return afterName.split(' ')[19] ?? '';
    }
    if (process.platform === 'win32') return '';
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
};

/** Moves a dead holder's lock away. Should another start have replaced it meanwhile, theirs is put back. */
const setAside = async (path: string, dead: Holder | null): Promise<void> => {
  const aside = `${path}.dead.${process.pid}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  const moved = await readHolder(aside);
  const isTheDeadOne = moved?.pid === dead?.pid && moved?.startedAt === dead?.startedAt;
  if (!isTheDeadOne) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
};

const inUse = (dataFolder: string, holder: Holder | null) =>
  startRefusal(
    `The data folder ${dataFolder} is in use by another running Entente${holder === null ? '' : ` (process ${holder.pid})`}. Stop that one first, or set ENTENTE_DATA to another folder.`,
  );

const letGo = async (path: string): Promise<void> => {
  const holder = await readHolder(path);
  if (holder?.pid === process.pid) await rm(path, { force: true });
};

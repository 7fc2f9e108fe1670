import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { locateDataFolder, makeDataFolder } from '#platform/db/data-folder.ts';
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts';
import type { Settings } from './settings.ts';

/** A database to work on, and where files lie. */
export type Ground = {
  readonly databaseUrl: string;
  readonly dataFolder: string;
  /** Settles, with the reason, when an embedded database ends by itself. */
  readonly lost: Promise<string>;
  close(): Promise<void>;
};

const noteName = 'running.json';
const never = new Promise<string>(() => {});

/** The database that was set, else the embedded one, started for as long as this process lives. */
export const openGround = async (settings: Settings, onLog?: (line: string) => void): Promise<Ground> => {
  if (settings.databaseUrl) {
    const dataFolder = await makeDataFolder(settings.dataFolder);
    return { databaseUrl: settings.databaseUrl, dataFolder, lost: never, close: async () => {} };
  }
  const embedded = await startEmbeddedPostgres({ dataFolder: settings.dataFolder, onLog });
  // Commands find the running database by this note, readable by its owner alone.
  const note = join(embedded.dataFolder, noteName);
  await writeFile(note, JSON.stringify({ databaseUrl: embedded.url, pid: process.pid }), { mode: 0o600 });
  return {
    databaseUrl: embedded.url,
    dataFolder: embedded.dataFolder,
    lost: embedded.lost,
    async close() {
      await rm(note, { force: true });
      await embedded.stop();
    },
  };
};

/** For a command: joins the database of a server that runs on this data folder, else opens the ground itself. */
export const joinGround = async (settings: Settings): Promise<Ground> => {
  if (!settings.databaseUrl) {
    const dataFolder = await locateDataFolder(settings.dataFolder);
    const running = await readNote(join(dataFolder, noteName));
    if (running) return { databaseUrl: running, dataFolder, lost: never, close: async () => {} };
  }
  return openGround(settings);
};

const readNote = async (path: string): Promise<string | null> => {
  try {
    const { databaseUrl, pid } = JSON.parse(await readFile(path, 'utf8'));
    process.kill(pid, 0);
    return String(databaseUrl);
  } catch {
    return null;
  }
};

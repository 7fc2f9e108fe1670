import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { startRefusal } from '#platform/db/embedded-refusal.ts';

/**
 * A backup is one gzip file of frames. Each frame is a line of JSON; a frame of rows is followed by that many bytes of
 * PostgreSQL's COPY text. A table ends with how many rows it has and their digest, the file with a digest of all frames.
 */
export type Frame =
  | {
      readonly kind: 'header';
      readonly format: 'entente-backup';
      readonly version: 1;
      readonly madeAt: string;
      /** The file names of the migrations that the database had. */
      readonly migrations: readonly string[];
      readonly sequences: readonly { readonly name: string; readonly value: string; readonly isCalled: boolean }[];
    }
  | { readonly kind: 'table'; readonly name: string; readonly columns: readonly string[] }
  | { readonly kind: 'rows'; readonly bytes: number }
  | { readonly kind: 'tableEnd'; readonly rows: number; readonly sha256: string }
  | { readonly kind: 'end'; readonly tables: number; readonly rows: number; readonly sha256: string };

/** Rows are gathered into blocks of about this size; one row alone may be larger, up to what PostgreSQL allows. */
export const BLOCK = 256 * 1024;
const LARGEST_BLOCK = 1024 ** 3 + BLOCK;
const LONGEST_LINE = 16 * 1024 * 1024;

export const digest = (): Hash => createHash('sha256');

/** Writes frames in order and keeps the digest that the last one carries. */
export const frameWriter = (write: (piece: Buffer) => Promise<void>) => {
  const all = digest();
  return {
    async frame(frame: Frame, bytes?: Buffer): Promise<void> {
      const line = Buffer.from(`${JSON.stringify(frame)}\n`);
      all.update(line);
      await write(bytes === undefined ? line : Buffer.concat([line, bytes]));
    },
    digestSoFar: (): string => all.copy().digest('hex'),
  };
};

export const damaged = (what: string): Error =>
  startRefusal(
    `The backup file is damaged or cut short (${what}). Nothing was restored; take another copy of the file.`,
  );

/** Reads frames from a backup file. Whatever is not as it was written is a refusal, never a guess. */
export const frameReader = (input: Readable) => {
  const gunzip = createGunzip({ chunkSize: BLOCK });
  input.once('error', (error) => gunzip.destroy(error));
  // Reading tells of the error; without a listener one that comes before the first read would end the process.
  gunzip.on('error', () => undefined);
  const pieces = input.pipe(gunzip)[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const all = digest();
  let rest: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const next = await pieces.next().catch((error: unknown) => {
      throw explainRead(error);
    });
    if (next.done) return false;
    rest = Buffer.concat([rest, next.value]);
    return true;
  };
  return {
    async frame(): Promise<Frame | null> {
      let end = rest.indexOf(10);
      while (end < 0) {
        if (rest.length > LONGEST_LINE) throw damaged('a line without an end');
        if (!(await more())) {
          if (rest.length > 0) throw damaged('it ends in the middle of a line');
          return null;
        }
        end = rest.indexOf(10);
      }
      const line = rest.subarray(0, end + 1);
      rest = rest.subarray(end + 1);
      const frame = parse(line);
      if (frame.kind !== 'end') all.update(line);
      return frame;
    },
    async bytes(count: number): Promise<Buffer> {
      if (count > LARGEST_BLOCK) throw damaged('a block larger than any that is written');
      while (rest.length < count) if (!(await more())) throw damaged('it ends in the middle of a table');
      const taken = rest.subarray(0, count);
      rest = rest.subarray(count);
      return taken;
    },
    digestSoFar: (): string => all.copy().digest('hex'),
    close(): void {
      gunzip.destroy();
      input.destroy();
    },
  };
};

const parse = (line: Buffer): Frame => {
  try {
    return JSON.parse(line.toString('utf8')) as Frame;
  } catch {
    throw damaged('a line that cannot be read');
  }
};

const explainRead = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_DATA_ERROR' && /incorrect header/.test((error as Error).message)) return notABackup();
  if (code.startsWith('Z_')) return damaged('its compressed data is broken');
  if (code === 'ENOENT') return startRefusal('There is no file of that name to restore from.');
  if (code === 'EISDIR') return startRefusal('That is a folder, not a backup file.');
  return error;
};

export const notABackup = (): Error => startRefusal('This is not a backup that Entente wrote.');

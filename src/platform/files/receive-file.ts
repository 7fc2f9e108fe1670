import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { accept, type Decision } from '#kernel/decision.ts';
import { fileRefusal } from './file-refusal.ts';
import { refusingFiles } from './open-table.ts';

export type ReceivedFile = { readonly path: string; readonly bytes: number; remove(): Promise<void> };

export const largestUpload = 50 * 1024 * 1024;

export const tooLargeSentence = (limit: number): string =>
  `The file is larger than ${Math.floor(limit / 1024 / 1024)} MB. Remove what is not needed, or divide it, and bring in the parts one after the other.`;

/** Streams a body to a file of its own and stops as soon as it is larger than the limit. */
export const receiveFile = (
  body: ReadableStream<Uint8Array> | null,
  stated: number | null,
  limit = largestUpload,
): Promise<Decision<ReceivedFile>> =>
  refusingFiles(async () => {
    if (!body) throw fileRefusal('No file came with the request.');
    if (stated !== null && stated > limit) throw fileRefusal(tooLargeSentence(limit));
    const folder = await mkdtemp(join(tmpdir(), 'entente-upload-'));
    const remove = () => rm(folder, { recursive: true, force: true });
    const path = join(folder, 'file');
    let bytes = 0;
    try {
      await pipeline(
        Readable.fromWeb(body as never),
        async function* counting(source: AsyncIterable<Uint8Array>) {
          for await (const part of source) {
            bytes += part.length;
            if (bytes > limit) throw fileRefusal(tooLargeSentence(limit));
            yield part;
          }
        },
        createWriteStream(path, { mode: 0o600 }),
      );
    } catch (error) {
      await remove();
      throw error;
    }
    return accept({ path, bytes, remove });
  });

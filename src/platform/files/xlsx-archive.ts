import { open } from 'node:fs/promises';
import yauzl from 'yauzl';
import { fileRefusal, isFileRefusal } from './file-refusal.ts';
import type { ReadLimits } from './table-row.ts';

/** The parts of a workbook, found by name without regard to case, each readable as text in pieces. */
export type Archive = {
  has(name: string): boolean;
  pieces(name: string): AsyncIterable<string>;
  close(): void;
};

const damaged =
  'The workbook is damaged and cannot be read. Open it in a spreadsheet, save it again as XLSX, and retry.';

/**
 * Opens a workbook's archive after a look at what it claims to hold: a small file that would unpack to a huge one is
 * refused before anything is unpacked, and a part that unpacks to more than it claimed is refused as it streams.
 */
export const openArchive = async (path: string, limits: ReadLimits): Promise<Archive> => {
  const zip = await yauzl.openPromise(path, { autoClose: false }).catch(() => {
    throw fileRefusal(damaged);
  });
  const entries = new Map<string, yauzl.Entry>();
  let unpacked = 0;
  try {
    if (zip.entryCount > limits.entries) throw fileRefusal(tooLarge);
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw fileRefusal(locked);
      unpacked += entry.uncompressedSize;
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      if (unpacked > limits.unpackedBytes) throw fileRefusal(tooLarge);
      if (entry.uncompressedSize > 1 << 20 && ratio > limits.ratio) throw fileRefusal(tooLarge);
      entries.set(entry.fileName.replace(/\\/g, '/').toLowerCase(), entry);
    }
  } catch (error) {
    zip.close();
    throw isFileRefusal(error) ? error : fileRefusal(damaged);
  }
  return {
    has: (name) => entries.has(name.toLowerCase()),
    pieces: (name) => pieces(zip, entries.get(name.toLowerCase())),
    close: () => zip.close(),
  };
};

const tooLarge =
  'This workbook would unpack to far more than its size suggests, so it is not opened. Save only the sheets you need in a new workbook.';
const locked = 'This workbook is protected by a password. Save it without one and try again.';

async function* pieces(zip: yauzl.ZipFile, entry: yauzl.Entry | undefined) {
  if (!entry) return;
  const decoder = new TextDecoder();
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const part of stream as AsyncIterable<Buffer>) yield decoder.decode(part, { stream: true });
  } catch (error) {
    throw isFileRefusal(error) ? error : fileRefusal(damaged);
  }
}

const zipMark = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const oldOfficeMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** What a file is by its first bytes; old and protected workbooks are refused here, each with its remedy. */
export const looksLikeArchive = async (path: string): Promise<boolean> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const start = buffer.subarray(0, bytesRead);
    if (bytesRead === 0) throw fileRefusal('The file is empty.');
    if (start.subarray(0, 4).equals(oldOfficeMark)) {
      const isLocked = await holds(file, Buffer.from('EncryptedPackage', 'utf16le'));
      throw fileRefusal(
        isLocked ? locked : 'This is a workbook of the old kind (.xls). Save it as XLSX and try again.',
      );
    }
    if (start.subarray(0, 5).toString('latin1') === '%PDF-')
      throw fileRefusal('This is a PDF. Export the table as CSV or XLSX and try again.');
    return start.subarray(0, 4).equals(zipMark);
  } finally {
    await file.close();
  }
};

const holds = async (file: Awaited<ReturnType<typeof open>>, mark: Buffer): Promise<boolean> => {
  const size = 1 << 20;
  const buffer = Buffer.alloc(size);
  for (let position = 0; ; position += size - mark.length) {
    const { bytesRead } = await file.read(buffer, 0, size, position);
    if (buffer.subarray(0, bytesRead).includes(mark)) return true;
    if (bytesRead < size) return false;
  }
};

import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import chardet from 'chardet';
import { fileRefusal } from './file-refusal.ts';

export type Encoding = { readonly name: string; readonly inWords: string };

const utf8: Encoding = { name: 'utf8', inWords: 'UTF-8' };
const windows: Encoding = { name: 'windows-1252', inWords: 'Windows-1252' };

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: Encoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: { name: 'utf8', inWords: 'UTF-8 with a byte order mark' } },
  { bytes: [0xff, 0xfe], encoding: { name: 'utf16le', inWords: 'UTF-16 LE' } },
  { bytes: [0xfe, 0xff], encoding: { name: 'utf16be', inWords: 'UTF-16 BE' } },
];

/** Encodings taken from the statistical guess; any other guess is Windows-1252, the most common one of the kind. */
const guessed = new Set([
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'Shift_JIS',
  'EUC-JP',
  'EUC-KR',
  'GB18030',
  'Big5',
  'KOI8-R',
]);

/**
 * How a text file is encoded: by its byte order mark, by the zeros that UTF-16 leaves, by being valid UTF-8 to its last
 * byte, or else by a guess over the lines that hold other letters.
 */
export const detectEncoding = async (path: string): Promise<Encoding> => {
  let first = true;
  let valid = true;
  let tail = Buffer.alloc(0);
  const telling: Buffer[] = [];
  let tellingBytes = 0;
  for await (const part of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    if (first) {
      first = false;
      const marked = marks.find(({ bytes }) => bytes.every((byte, index) => part[index] === byte));
      if (marked) return marked.encoding;
      const wide = wideEncoding(part.subarray(0, 4096));
      if (wide) return wide;
      if (part.subarray(0, 8192).includes(0))
        throw fileRefusal(
          'This file is not a table: it is neither CSV text nor an XLSX workbook. Save it as one of these.',
        );
    }
    if (valid) {
      const whole = Buffer.concat([tail, part]);
      const end = wholeCharacters(whole);
      if (!isUtf8(whole.subarray(0, end))) valid = false;
      tail = whole.subarray(end);
    }
    if (!valid && tellingBytes < 1 << 16) {
      const lines = otherLines(part);
      telling.push(lines);
      tellingBytes += lines.length;
    }
  }
  if (valid && tail.length === 0) return utf8;
  const guess = chardet
    .analyse(Buffer.concat(telling))
    .find(({ name }) => guessed.has(name) || name.startsWith('ISO-8859-1'));
  return guess && guessed.has(guess.name) && guess.confidence >= 60
    ? { name: guess.name, inWords: guess.name }
    : windows;
};

const wideEncoding = (sample: Buffer): Encoding | undefined => {
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 1)
    if (sample[index] === 0) index % 2 === 0 ? (even += 1) : (odd += 1);
  const half = sample.length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return { name: 'utf16le', inWords: 'UTF-16 LE' };
  if (even > half * 0.4 && odd < half * 0.05) return { name: 'utf16be', inWords: 'UTF-16 BE' };
  return undefined;
};

/** Where the last whole UTF-8 character of a part ends. */
const wholeCharacters = (bytes: Buffer): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
};

const otherLines = (part: Buffer): Buffer => {
  const lines: Buffer[] = [];
  let from = 0;
  while (from < part.length) {
    const end = part.indexOf(10, from);
    const line = part.subarray(from, end < 0 ? part.length : end + 1);
    if (line.some((byte) => byte >= 0x80)) lines.push(line);
    if (end < 0 || lines.length > 400) break;
    from = end + 1;
  }
  return Buffer.concat(lines);
};

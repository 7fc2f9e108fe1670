import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTable, refusingFiles } from './open-table.ts';
import { type Cell, readLimits } from './table-row.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-csv-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = (content: Buffer | string, limits = readLimits) =>
  refusingFiles(async () => {
    const path = join(folder, 'table.csv');
    await writeFile(path, content);
    const opened = await openTable(path, limits);
    if (!opened.ok) return opened;
    const rows: (readonly Cell[])[] = [];
    const numbers: number[] = [];
    for await (const batch of opened.value.rows()) {
      for (const { row, cells } of batch) {
        rows.push(cells);
        numbers.push(row);
      }
    }
    return { ok: true as const, value: { reading: opened.value.reading, rows, numbers } };
  });

const sentence = async (content: Buffer | string, limits = readLimits) => {
  const decision = await read(content, limits);
  return decision.ok ? 'accepted' : decision.refusals[0]?.message;
};

const table = 'Name;Größe\nJürgen Müßig;5 €\nZoë;–\n';

describe('encodings', () => {
  test.each([
    ['UTF-8', Buffer.from(table), 'UTF-8, separated by semicolons'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${table}`), 'UTF-8 with a byte order mark, separated by semicolons'],
    ['UTF-16 LE with a mark', iconv.encode(table, 'utf16le', { addBOM: true }), 'UTF-16 LE, separated by semicolons'],
    ['UTF-16 LE', iconv.encode(table, 'utf16le'), 'UTF-16 LE, separated by semicolons'],
    ['UTF-16 BE with a mark', iconv.encode(table, 'utf16be', { addBOM: true }), 'UTF-16 BE, separated by semicolons'],
    ['UTF-16 BE', iconv.encode(table, 'utf16be'), 'UTF-16 BE, separated by semicolons'],
    ['Windows-1252', iconv.encode(table, 'windows-1252'), 'Windows-1252, separated by semicolons'],
  ])('%s', async (_, content, reading) => {
    expect(await read(content)).toMatchObject({
      ok: true,
      value: {
        reading,
        rows: [
          ['Name', 'Größe'],
          ['Jürgen Müßig', '5 €'],
          ['Zoë', '–'],
        ],
      },
    });
  });

  test('a first letter outside ASCII far down the file still decides it', async () => {
    const content = `Name,Place\n${'Ann,Oslo\n'.repeat(60_000)}Jürgen,Köln\n`;
    for (const encoding of ['utf8', 'windows-1252']) {
      const decision = await read(iconv.encode(content, encoding));
      expect(decision.ok && decision.value.rows.at(-1)).toEqual(['Jürgen', 'Köln']);
    }
  });
});

describe('separators', () => {
  test.each([
    ['commas', 'a,b;x,c\n1,"2,5;7",3\n', ['a', 'b;x', 'c']],
    ['semicolons', 'a;b;c\n1,5;2,5;3,5\n2,5;2,5;3,5\n', ['a', 'b', 'c']],
    ['tabs', 'a\tb, b\tc\n1\t2, 2\t3\n', ['a', 'b, b', 'c']],
    ['bars', 'a|b|c\n1|2|3\n', ['a', 'b', 'c']],
    ['semicolons', 'sep=;\na;b,b;c\n1;2,2;3\n', ['a', 'b,b', 'c']],
  ])('%s: %j', async (inWords, content, head) => {
    const decision = await read(content);
    expect(decision).toMatchObject({ ok: true, value: { reading: `UTF-8, separated by ${inWords}` } });
    expect(decision.ok && decision.value.rows[0]).toEqual(head);
  });

  test('rows keep the number that a spreadsheet shows, empty ones are left out', async () => {
    expect(await read('a,b\n\n,\n1,"two\nlines"\n3,4\n')).toMatchObject({ ok: true, value: { numbers: [1, 4, 5] } });
  });
});

describe('refused in a sentence', () => {
  test.each([
    ['an empty file', Buffer.alloc(0), 'The file is empty.'],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 0, 3, 0, 0, 7, 9, 9, 9, 0, 0, 0]),
      /neither CSV text nor an XLSX workbook/,
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n'), /This is a PDF/],
    ['an open quotation mark', 'a,b\n"1,2\n3,4\n', /never closed/],
  ])('%s', async (_, content, message) => {
    expect(await sentence(content)).toMatch(message);
  });

  test('one row, one column or one character too many', async () => {
    const limits = { ...readLimits, rows: 10, columns: 3, cellCharacters: 20 };
    expect(await sentence('a\n'.repeat(30), limits)).toBe('accepted');
    expect(await sentence('a\n'.repeat(31), limits)).toMatch(/more than 10 rows/);
    expect(await sentence('a,b,c\n', limits)).toBe('accepted');
    expect(await sentence('a,b,c,d\n', limits)).toMatch(/Row 1 has 4 columns/);
    expect(await sentence(`${'x'.repeat(20)},b\n`, limits)).toBe('accepted');
    expect(await sentence(`a,${'x'.repeat(21)}\n`, limits)).toMatch(/Cell B1 holds more than 20 characters/);
  });
});

import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { crc32, deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTable, refusingFiles } from './open-table.ts';
import { dayOfSerial } from './day-serial.ts';
import { type Cell, readLimits } from './table-row.ts';
import { writeTables } from './write-table.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-xlsx-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const readAt = (path: string, limits = readLimits) =>
  refusingFiles(async () => {
    const opened = await openTable(path, limits);
    if (!opened.ok) return opened;
    const rows: { sheet: string; row: number; cells: readonly Cell[] }[] = [];
    for await (const batch of opened.value.rows()) {
      for (const { sheet, row, cells } of batch)
        rows.push({ sheet: opened.value.sheets[sheet - 1]?.name ?? '', row, cells });
    }
    opened.value.close();
    return { ok: true as const, value: rows };
  });

const read = async (content: Uint8Array, limits = readLimits) => {
  const path = join(folder, 'book.xlsx');
  await writeFile(path, content);
  return readAt(path, limits);
};

const sentence = async (content: Uint8Array, limits = readLimits) => {
  const decision = await read(content, limits);
  return decision.ok ? 'accepted' : decision.refusals[0]?.message;
};

/** An archive of parts, made by hand, so that it can claim what is not so. */
const zip = (parts: { [name: string]: string | Buffer }, claim: { [name: string]: number } = {}): Buffer => {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const content = Buffer.from(part);
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claim[name] ?? content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed]);
    locals.push(local);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), head, tail, Buffer.from(name)]));
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(centrals.length, 8);
  end.writeUInt16LE(centrals.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
};

const workbookParts = (sheet: string | Buffer): { [name: string]: string | Buffer } => ({
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': sheet,
});

const sheetOf = (rows: string): string =>
  `<?xml version="1.0"?><x:worksheet><x:sheetData>${rows}</x:sheetData></x:worksheet>`;

describe('what spreadsheets write', () => {
  test('a workbook by ExcelJS: days, numbers, truths, formulas by their value, several sheets', async () => {
    const book = new ExcelJS.Workbook();
    const one = book.addWorksheet('People');
    one.addRow(['Name', 'Since', 'Budget', 'Active', 'Sum']);
    one.addRow(['Jürgen 😀 <x>', new Date('2024-02-29T00:00:00Z'), 1234.5, true, { formula: '1+1', result: 2 }]);
    one.addRow(['=1+1', null, null, null, { richText: [{ text: 'rich ' }, { text: 'text' }] }]);
    book.addWorksheet('Other').addRow([null, 'B1']);
    expect(await read(Buffer.from(await book.xlsx.writeBuffer()))).toEqual({
      ok: true,
      value: [
        { sheet: 'People', row: 1, cells: ['Name', 'Since', 'Budget', 'Active', 'Sum'] },
        { sheet: 'People', row: 2, cells: ['Jürgen 😀 <x>', '2024-02-29', 1234.5, true, 2] },
        { sheet: 'People', row: 3, cells: ['=1+1', null, null, null, 'rich text'] },
        { sheet: 'Other', row: 1, cells: [null, 'B1'] },
      ],
    });
  });

  test('a workbook by LibreOffice', async () => {
    const path = fileURLToPath(new URL('../../../docs/examples/executives-by-libreoffice.xlsx', import.meta.url));
    const decision = await readAt(path);
    expect(decision).toMatchObject({ ok: true });
    const rows = decision.ok ? decision.value : [];
    expect(rows[0]?.cells.slice(0, 4)).toEqual(['Name', 'E-Mail', 'Funktion', 'Ebene']);
    expect(rows[1]?.cells).toEqual([
      'Käthe Brömmel',
      'kaethe@aurelia.example',
      'Vorstandsvorsitzende',
      'Vorstand',
      '2019-04-01',
      12500000,
      true,
    ]);
  });

  test('our own writer, in both directions', async () => {
    const cells: Cell[] = ['=HYPERLINK("x")', '2024-12-31', -5, true, null, '+1', '@a', "'=b", 'a, "b"; c'];
    const table = { sheet: 'T', headers: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'], batches: [[cells]] };
    for (const format of ['xlsx', 'csv'] as const) {
      const path = join(folder, `ours.${format}`);
      await pipeline(writeTables(format, [table]), createWriteStream(path));
      const decision = await readAt(path);
      const inText = ['=HYPERLINK("x")', '2024-12-31', '-5', 'true', null, '+1', '@a', "'=b", 'a, "b"; c'];
      expect(decision.ok && decision.value[1]?.cells).toEqual(format === 'xlsx' ? cells : inText);
      if (format === 'csv')
        expect(await readFile(path, 'utf8')).toContain(`"'=HYPERLINK(""x"")",2024-12-31,-5,true,,'+1,'@a,''=b,`);
    }
  });

  test('prefixed names, inline texts, cells without a place, a first day number, days since 1904', async () => {
    const rows =
      '<x:row r="3"><x:c t="inlineStr"><x:is><x:t>a&#x41;_x000D_b</x:t></x:is></x:c><x:c r="C3"><x:v>7</x:v></x:c></x:row>';
    expect(await read(zip(workbookParts(sheetOf(rows))))).toEqual({
      ok: true,
      value: [{ sheet: 'A & B', row: 3, cells: ['aA\rb', null, 7] }],
    });
    expect([1, 59, 60, 61, 45_351].map((serial) => dayOfSerial(serial, false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-02-28',
      '1900-03-01',
      '2024-02-29',
    ]);
    expect(dayOfSerial(0, true)).toBe('1904-01-01');
    expect(dayOfSerial(0, false)).toBeNull();
  });
});

describe('refused in a sentence', () => {
  test('a part that unpacks to far more than its size', async () => {
    const bomb = zip(workbookParts(Buffer.alloc(300 * 1024 * 1024, 32)));
    expect(bomb.length).toBeLessThan(400_000);
    expect(await sentence(bomb)).toMatch(/would unpack to far more than its size suggests/);
  });

  test('a part that claims to be small and is not', async () => {
    const bomb = zip(workbookParts(Buffer.alloc(300 * 1024 * 1024, 32)), { 'xl/worksheets/sheet1.xml': 5_000 });
    const before = process.memoryUsage().rss;
    expect(await sentence(bomb)).toMatch(/damaged/);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  test('many parts that add up', async () => {
    const parts = workbookParts(sheetOf(''));
    for (let index = 0; index < 30; index += 1) parts[`xl/media/${index}.bin`] = Buffer.alloc(100_000, index);
    expect(await sentence(zip(parts))).toBe('accepted');
    expect(await sentence(zip(parts), { ...readLimits, unpackedBytes: 2_000_000 })).toMatch(/far more/);
    expect(await sentence(zip(parts), { ...readLimits, entries: 32 })).toMatch(/far more/);
  });

  test('entities that multiply, shared texts without end, a cell without end', async () => {
    const entity = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>${sheetOf('')}`;
    expect(await sentence(zip(workbookParts(entity)))).toMatch(/document type/);
    const shared = {
      ...workbookParts(sheetOf('')),
      'xl/sharedStrings.xml': `<sst>${'<si><t>abcdefgh</t></si>'.repeat(5_000)}</sst>`,
    };
    expect(await sentence(zip(shared), { ...readLimits, sharedCharacters: 100_000, ratio: 1e9 })).toMatch(
      /too many to read at once/,
    );
    const long = sheetOf(
      `<x:row r="1"><x:c r="B1" t="inlineStr"><x:is><x:t>${'x'.repeat(40_000)}</x:t></x:is></x:c></x:row>`,
    );
    expect(await sentence(zip(workbookParts(long)))).toMatch(/Cell B1 of sheet A & B holds more than 32,767/);
  });

  test('too many rows, too far a column', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, index) => `<x:row r="${index + 1}"><x:c><x:v>1</x:v></x:c></x:row>`).join('');
    const limits = { ...readLimits, rows: 10, ratio: 1e9 };
    expect(await sentence(zip(workbookParts(sheetOf(rows(30)))), limits)).toBe('accepted');
    expect(await sentence(zip(workbookParts(sheetOf(rows(31)))), limits)).toMatch(/more than 10 rows/);
    expect(
      await sentence(zip(workbookParts(sheetOf('<x:row r="1"><x:c r="XFD1"><x:v>1</x:v></x:c></x:row>')))),
    ).toMatch(/column XFD/);
  });

  test('damaged, of the old kind, protected, not a workbook', async () => {
    const whole = zip(workbookParts(sheetOf('<x:row r="1"><x:c><x:v>1</x:v></x:c></x:row>')));
    expect(await sentence(whole.subarray(0, whole.length - 40))).toMatch(/damaged/);
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(2000)]);
    expect(await sentence(old)).toMatch(/\.xls\)/);
    expect(
      await sentence(Buffer.concat([old, Buffer.alloc(1 << 20), Buffer.from('EncryptedPackage', 'utf16le')])),
    ).toMatch(/protected by a password/);
    expect(await sentence(zip({ 'word/document.xml': '<a/>' }))).toMatch(/text document/);
    expect(await sentence(zip({ 'readme.txt': 'hello' }))).toMatch(/holds no workbook/);
  });
});

import ExcelJS from 'exceljs';
import { expect } from 'vitest';
import type { TestClient } from './start-test-server.ts';
import {
  applyImport,
  checkImport,
  getImport,
  type ImportPageReply,
  undoImport,
} from '../server/intake/intake-contract.ts';

type Table = readonly (readonly (string | number | boolean | Date | null)[])[];

/** A workbook of sheets, each a table with its headers in the first row. */
export const workbookOf = async (sheets: { readonly [name: string]: Table }): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
};

export const sendTo = async (client: TestClient, content: Buffer | string, fileName = 'table.csv') => {
  const response = await client.fetch(`/api/imports/upload?fileName=${encodeURIComponent(fileName)}`, {
    method: 'POST',
    body: content as BodyInit,
    headers: { 'content-type': 'application/octet-stream' },
  });
  const reply = (await response.json()) as { id?: string; refusals?: { message: string }[] };
  return { status: response.status, id: reply.id ?? '', sentence: reply.refusals?.[0]?.message ?? '' };
};

export const upload = async (client: TestClient, content: Buffer | string, fileName?: string): Promise<string> => {
  const { id, sentence } = await sendTo(client, content, fileName);
  expect(sentence).toBe('');
  return id;
};

export const pageOf = async (client: TestClient, importId: string): Promise<ImportPageReply> =>
  (await client.ask(getImport, { params: { importId } })).reply;

/** Waits until nobody works on the import any more. */
export const settled = async (client: TestClient, importId: string): Promise<ImportPageReply> => {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const page = await pageOf(client, importId);
    if (page.run && page.run.outcome !== null) return page;
    if (Date.now() > deadline) throw new Error(`Still working: ${JSON.stringify(page.run)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const doing =
  (endpoint: typeof checkImport | typeof applyImport | typeof undoImport) =>
  async (client: TestClient, importId: string) => {
    const asked = await client.ask(endpoint, { params: { importId } });
    expect(asked.refusals).toEqual([]);
    const page = await settled(client, importId);
    expect(page.run?.message).not.toMatch(/Something went wrong/);
    return page;
  };

export const check = doing(checkImport);
export const apply = doing(applyImport);
export const undo = doing(undoImport);

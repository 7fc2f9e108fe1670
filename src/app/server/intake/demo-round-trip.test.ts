import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '#app/testing/start-test-server.ts';
import { accept } from '#kernel/decision.ts';
import { visitAsSystem } from '#platform/context.ts';
import { startDemo } from '../demo/start-demo.ts';
import { type ExportKind, exportKind } from './export-tables.ts';
import { importFile } from './import-file.ts';
import { changesOfImport, refusalsOfImport } from './import-lists.ts';

let server: TestServer;
let folder: string;
let demoId: string;
beforeAll(async () => {
  server = await startTestServer();
  folder = await mkdtemp(join(tmpdir(), 'entente-round-'));
  await server.as('headOfAlliances', { isOwner: true });
  const seat = await server.sql((db) => db.selectFrom('seats').selectAll().limit(1).executeTakeFirstOrThrow());
  const started = await startDemo(server.running.services, { userId: seat.user_id, name: seat.name, mail: seat.mail });
  if (!started.ok) throw new Error(started.refusals.map(({ message }) => message).join(' '));
  demoId = started.value.workspaceId;
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const exports: [ExportKind, 'csv' | 'xlsx'][] = [
  ['all', 'xlsx'],
  ['organisations', 'csv'],
  ['areas', 'csv'],
  ['persons', 'csv'],
  ['alliances', 'csv'],
];

test.each(exports)('the whole demo, %s as %s, comes in again unchanged', async (kind, format) => {
  const visit = visitAsSystem(server.running.services, demoId, 'Test');
  const path = join(folder, `${kind}.${format}`);
  const exported = await exportKind(visit, kind, format);
  if (!exported.ok) throw new Error('not exported');
  await pipeline(exported.value, createWriteStream(path));
  const report = await importFile(visit, path, { checkOnly: true });
  if (!report.ok) throw new Error(report.refusals.map(({ message }) => message).join(' '));
  const { importId, counts } = report.value;
  const found = await visit.inWorkspace(async (context) => {
    const refusals = await refusalsOfImport(context, importId, undefined, 10);
    const changes = await changesOfImport(context, importId, { limit: 10 });
    return accept([refusals.ok ? refusals.value.items : null, changes.ok ? changes.value.items : null]);
  });
  expect(found).toEqual({ ok: true, value: [[], []] });
  expect(counts).toMatchObject({ new: 0, changed: 0, refused: 0 });
  expect(counts.unchanged).toBeGreaterThan(10);
});

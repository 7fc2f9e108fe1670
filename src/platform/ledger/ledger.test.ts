import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accept } from '#kernel/decision.ts';
import { visitAsSystem } from '#platform/context.ts';
import { startTestServer, type TestServer } from '#app/testing/start-test-server.ts';
import { verifyLedgers } from './verify-ledger.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const record = (name: string) =>
  server.inWorkspace((context) =>
    context.record([
      { type: 'test.happened', subjects: [{ kind: 'workspace', id: server.workspaceId }], detail: { name } },
    ]),
  );
const verdict = async () => (await verifyLedgers(server.running.services.database))[0]?.broken ?? null;
const owner = (text: string) => server.running.services.database.pool.query(text);

beforeEach(async () => {
  for (const name of ['one', 'two', 'three']) await record(name);
});

describe('the ledger', () => {
  it('is whole after writes, also many at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => record(`racing ${index}`)));
    expect(await verdict()).toBeNull();
  });

  it('names the first entry whose content was altered', async () => {
    const before = await owner(`select subjects from ledger_entries where number = 2`);
    await owner(`update ledger_entries set subjects = '[]' where number = 2`);
    expect(await verdict()).toMatchObject({ number: 2, why: expect.stringContaining('altered') });
    await owner(`update ledger_entries set subjects = '${JSON.stringify(before.rows[0].subjects)}' where number = 2`);
    expect(await verdict()).toBeNull();
  });

  it('names an altered detail, and one removed without an erasure on record', async () => {
    const before = await owner(`select detail from ledger_details where number = 3`);
    await owner(`update ledger_details set detail = '{"name":"other"}' where number = 3`);
    expect(await verdict()).toMatchObject({ number: 3, why: expect.stringContaining('detail') });
    await owner(`update ledger_details set detail = '${JSON.stringify(before.rows[0].detail)}' where number = 3`);
    expect(await verdict()).toBeNull();
  });

  it('names two entries that changed places', async () => {
    const swap = `
      create temp table kept as select * from ledger_entries where number in (2, 3);
      update ledger_entries e set type = k.type, hash = k.hash, subjects = k.subjects, detail_digest = k.detail_digest,
        recorded_at = k.recorded_at, previous_hash = k.previous_hash
        from kept k where e.number in (2, 3) and k.number = 5 - e.number and k.workspace_id = e.workspace_id;
      drop table kept`;
    await owner(swap);
    expect(await verdict()).toMatchObject({ number: 2 });
    await owner(swap);
    expect(await verdict()).toBeNull();
  });

  it('keeps its chain when a personal detail is erased', async () => {
    await server.inWorkspace((context) =>
      context.db
        .updateTable('ledger_details')
        .set({ salt: null, detail: null, erased_at: context.now })
        .where('number', '=', 2)
        .execute(),
    );
    expect(await verdict()).toBeNull();
  });

  it('cannot be altered by the application', async () => {
    const visit = visitAsSystem(server.running.services, server.workspaceId, 'Test');
    const attempt = visit.inWorkspace(async ({ db }) => accept(await db.deleteFrom('ledger_entries').execute()));
    await expect(attempt).rejects.toThrow(/permission denied/);
  });

  it('names the place where the end was cut off', async () => {
    await owner(
      `delete from ledger_details d using ledger_heads h where d.workspace_id = h.workspace_id and d.number = h.number`,
    );
    await owner(
      `delete from ledger_entries e using ledger_heads h where e.workspace_id = h.workspace_id and e.number = h.number`,
    );
    expect(await verdict()).toMatchObject({ why: expect.stringContaining('cut') });
  });
});

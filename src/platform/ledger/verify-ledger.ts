import { chainText, detailText, firstHash, type LedgerEntry } from '#kernel/ledger-entry.ts';
import { type Database, inTransaction, type Queries } from '#platform/db/database.ts';
import { sha256 } from './ledger.ts';

export type LedgerVerdict = {
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly entries: number;
  readonly erasedDetails: number;
  /** The first entry that does not fit, and why in a sentence; null when the chain holds. */
  readonly broken: { readonly number: number; readonly why: string } | null;
};

const pageSize = 2000;

type Row = {
  number: number;
  recorded_at: Date;
  actor: unknown;
  type: string;
  subjects: unknown;
  detail_digest: string;
  previous_hash: string;
  hash: string;
  salt: string | null;
  detail: unknown;
  erased_at: Date | null;
  detail_number: number | null;
};

const page = (db: Queries, workspaceId: string, after: number): Promise<Row[]> =>
  db
    .selectFrom('ledger_entries as e')
    .leftJoin('ledger_details as d', (join) =>
      join.onRef('d.workspace_id', '=', 'e.workspace_id').onRef('d.number', '=', 'e.number'),
    )
    .select([
      'e.number',
      'e.recorded_at',
      'e.actor',
      'e.type',
      'e.subjects',
      'e.detail_digest',
      'e.previous_hash',
      'e.hash',
      'd.salt',
      'd.detail',
      'd.erased_at',
      'd.number as detail_number',
    ])
    .where('e.workspace_id', '=', workspaceId)
    .where('e.number', '>', after)
    .orderBy('e.number')
    .limit(pageSize)
    .execute();

const faultOf = (row: Row, expectedNumber: number, previousHash: string): string | null => {
  if (row.number !== expectedNumber) return `Entry ${expectedNumber} is missing.`;
  if (row.previous_hash !== previousHash) return 'It does not follow from the entry before it.';
  const entry: LedgerEntry = {
    number: row.number,
    recordedAt: row.recorded_at.toISOString(),
    actor: row.actor as LedgerEntry['actor'],
    type: row.type,
    subjects: row.subjects as LedgerEntry['subjects'],
    detailDigest: row.detail_digest,
  };
  if (sha256(chainText(entry, previousHash)) !== row.hash) return 'Its content was altered after it was recorded.';
  if (row.detail_number === null) return 'Its detail was removed without an erasure on record.';
  if (row.erased_at === null && sha256(detailText(row.salt ?? '', row.detail as never)) !== row.detail_digest) {
    return 'Its detail was altered after it was recorded.';
  }
  return null;
};

const verifyWorkspace = async (db: Queries, workspaceId: string, workspaceName: string): Promise<LedgerVerdict> => {
  let number = 0;
  let hash = firstHash;
  let erasedDetails = 0;
  const verdict = (broken: LedgerVerdict['broken']): LedgerVerdict => ({
    workspaceId,
    workspaceName,
    entries: number,
    erasedDetails,
    broken,
  });
  for (;;) {
    const rows = await page(db, workspaceId, number);
    for (const row of rows) {
      const why = faultOf(row, number + 1, hash);
      if (why) return verdict({ number: number + 1, why });
      number = row.number;
      hash = row.hash;
      if (row.erased_at !== null) erasedDetails += 1;
    }
    if (rows.length < pageSize) break;
  }
  const head = await db
    .selectFrom('ledger_heads')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  if ((head?.number ?? 0) !== number || (head && head.hash !== hash)) {
    return verdict({
      number: number + 1,
      why: `The chain was cut: ${head?.number ?? 0} entries were recorded, ${number} are here.`,
    });
  }
  return verdict(null);
};

/** Recomputes every workspace's chain from its first entry. Reads as the owner. */
export const verifyLedgers = (database: Database): Promise<LedgerVerdict[]> =>
  inTransaction(database, { as: 'owner' }, async ({ queries }) => {
    const workspaces = await queries.selectFrom('workspaces').select(['id', 'name']).orderBy('id').execute();
    const verdicts: LedgerVerdict[] = [];
    for (const { id, name } of workspaces) verdicts.push(await verifyWorkspace(queries, id, name));
    return verdicts;
  });

import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { DomainEvent } from '#kernel/event.ts';
import { chainText, detailText, firstHash, type LedgerEntry } from '#kernel/ledger-entry.ts';
import type { Queries } from '#platform/db/database.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Appends events to the workspace's chain inside the caller's transaction. The head row is locked: writers of one
 * workspace queue here, and only here, so this comes last in a use case.
 */
export const appendToLedger = (
  db: Queries,
  workspaceId: string,
  actor: Actor,
  now: Date,
  events: readonly DomainEvent[],
): Promise<void> =>
  appendHappenings(
    db,
    workspaceId,
    events.map((event) => ({ actor, at: now, event })),
  );

/** Something that happened, when, and by whose hand. */
export type Happening = { readonly actor: Actor; readonly at: Date; readonly event: DomainEvent };

/** Appends what several people did at several times, in the order given. */
export const appendHappenings = async (
  db: Queries,
  workspaceId: string,
  happenings: readonly Happening[],
): Promise<void> => {
  if (happenings.length === 0) return;
  await sql`insert into ledger_heads (workspace_id, number, hash) values (${workspaceId}, 0, ${firstHash})
            on conflict do nothing`.execute(db);
  const head = await db
    .selectFrom('ledger_heads')
    .select(['number', 'hash'])
    .where('workspace_id', '=', workspaceId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  let { number, hash } = head;
  const entries = [];
  const details = [];
  for (const { actor, at, event } of happenings) {
    const salt = randomBytes(16).toString('hex');
    const detail = { ...event.detail, actorName: actor.name };
    number += 1;
    const entry: LedgerEntry = {
      number,
      recordedAt: at.toISOString(),
      actor: { seatId: actor.seatId, role: actor.role, personId: actor.personId },
      type: event.type,
      subjects: event.subjects,
      detailDigest: sha256(detailText(salt, detail)),
    };
    const previousHash = hash;
    hash = sha256(chainText(entry, previousHash));
    entries.push({
      workspace_id: workspaceId,
      number,
      recorded_at: entry.recordedAt,
      actor: JSON.stringify(entry.actor),
      type: entry.type,
      subjects: JSON.stringify(entry.subjects),
      detail_digest: entry.detailDigest,
      previous_hash: previousHash,
      hash,
    });
    details.push({ workspace_id: workspaceId, number, salt, detail: JSON.stringify(detail), erased_at: null });
  }
  await db.insertInto('ledger_entries').values(entries).execute();
  await db.insertInto('ledger_details').values(details).execute();
  await db.updateTable('ledger_heads').set({ number, hash }).where('workspace_id', '=', workspaceId).execute();
};

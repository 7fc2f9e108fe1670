import { sql } from 'kysely';
import type { DateOnly } from '#kernel/date-only.ts';
import type { Money } from '#kernel/money.ts';
import type { Queries } from '#platform/db/database.ts';

export type RightOnRecord = {
  readonly personId: string;
  readonly decision: string;
  /** Null: without a limit. */
  readonly upTo: Money | null;
  readonly source: string;
};

export const findDecisionRights = async (db: Queries, personIds: readonly string[]): Promise<RightOnRecord[]> => {
  const rows = await db
    .selectFrom('decision_rights')
    .select(['person_id', 'decision', 'up_to', 'currency', 'source'])
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .orderBy('decision')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    decision: row.decision,
    upTo: row.up_to === null ? null : { amount: Number(row.up_to), currency: row.currency ?? 'EUR' },
    source: row.source,
  }));
};

export type MoveOnRecord = {
  readonly personId: string;
  readonly on: DateOnly;
  readonly probability: number;
  readonly source: string;
};

/** Moves announced for days after `day`. */
export const findAnnouncedMoves = async (
  db: Queries,
  personIds: readonly string[],
  day: DateOnly,
): Promise<MoveOnRecord[]> => {
  const rows = await db
    .selectFrom('announced_moves')
    .select(['person_id', 'on_day', 'probability', 'source'])
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where('on_day', '>', day)
    .orderBy('on_day')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    on: row.on_day,
    probability: Number(row.probability),
    source: row.source,
  }));
};

/** Who seeks whom out, each tie with its weight: the edges that influence is computed from (R1). */
export const findAdviceTies = async (db: Queries): Promise<{ from: string; to: string; weight: number }[]> => {
  const rows = await db
    .selectFrom('advice_ties')
    .select(['from_person_id as from', 'to_person_id as to', 'weight'])
    .orderBy('from_person_id')
    .orderBy('to_person_id')
    .execute();
  return rows.map((row) => ({ ...row, weight: Number(row.weight) }));
};

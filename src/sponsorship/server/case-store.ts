import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Queries } from '#platform/db/database.ts';
import type { AllianceFacts, CandidateFacts } from '#sponsorship/domain/candidate.ts';
import type { SpellHistory } from '#sponsorship/domain/longevity.ts';
import type { RankingResult } from '#sponsorship/domain/ranking.ts';
import type { SponsorshipPolicy } from '#sponsorship/domain/sponsorship-policy.ts';
import { actorKey, nameOfActor } from './name-of-actor.ts';
import type { RankedAlliance } from './rank-alliance.ts';
import type { NamedRef } from './sponsorship-queries.ts';

/** All that the ranking was given, as it was that day (SPO-34). */
export type CaseFacts = {
  readonly alliance: AllianceFacts;
  readonly candidates: readonly CandidateFacts[];
  readonly policy: SponsorshipPolicy;
  readonly history: SpellHistory;
};

export type CaseOnRecord = {
  readonly id: string;
  readonly alliance: NamedRef;
  readonly person: NamedRef;
  readonly decidedAt: Date;
  readonly decidedBy: string;
  readonly reason: string;
  readonly policyVersion: number;
  readonly rank: number | null;
  readonly of: number;
};

/** Keeps the case with its numbers. No right to change or delete it is ever given to the application (SPO-34). */
export const insertCase = async (
  context: Context,
  id: string,
  personId: string,
  reason: string,
  ranked: RankedAlliance,
): Promise<void> => {
  const { alliance, candidates, policy, history, ranking } = ranked;
  const facts: CaseFacts = { alliance, candidates, policy: policy.settings, history };
  await context.db
    .insertInto('selection_cases')
    .values({
      workspace_id: context.workspaceId,
      id,
      alliance_id: alliance.id,
      person_id: personId,
      policy_version: policy.version,
      decided_at: context.now,
      decided_by: actorKey(context.actor),
      reason,
      facts: JSON.stringify(facts),
      ranking: JSON.stringify(ranking),
    })
    .execute();
};

const caseRows = (db: Queries) =>
  db
    .selectFrom('selection_cases as kept')
    .innerJoin('alliances as alliance', 'alliance.id', 'kept.alliance_id')
    .innerJoin('persons as person', 'person.id', 'kept.person_id')
    .leftJoin('seats as seat', (join) => join.on(sql<boolean>`seat.id::text = kept.decided_by`))
    .select([
      'kept.id',
      'kept.alliance_id',
      'alliance.name as alliance_name',
      'kept.person_id',
      'person.name as person_name',
      'kept.decided_at as decidedAt',
      nameOfActor('kept.decided_by').as('decidedBy'),
      'kept.reason',
      'kept.policy_version as policyVersion',
      sql<number | null>`(jsonb_path_query_first(kept.ranking, '$.ranked[*] ? (@.id == $person)',
        jsonb_build_object('person', kept.person_id)) ->> 'rank')::int`.as('rank'),
      sql<number>`jsonb_array_length(kept.ranking -> 'ranked')`.as('of'),
    ])
    .orderBy('kept.decided_at', 'desc')
    .orderBy('kept.id', 'desc');

type CaseRow = Awaited<ReturnType<ReturnType<typeof caseRows>['execute']>>[number];

const caseFrom = ({ alliance_id, alliance_name, person_id, person_name, ...row }: CaseRow): CaseOnRecord => ({
  ...row,
  alliance: { id: alliance_id, name: alliance_name },
  person: { id: person_id, name: person_name },
});

/** The newest first. */
export const findCasesOfAlliance = async (db: Queries, allianceId: string): Promise<CaseOnRecord[]> => {
  const rows = await caseRows(db).where('kept.alliance_id', '=', allianceId).execute();
  return rows.map(caseFrom);
};

export const findCase = async (db: Queries, id: string): Promise<CaseOnRecord | null> => {
  const row = await caseRows(db).where('kept.id', '=', id).executeTakeFirst();
  return row ? caseFrom(row) : null;
};

export const findCaseFacts = async (db: Queries, id: string): Promise<CaseFacts | null> => {
  const row = await db.selectFrom('selection_cases').select('facts').where('id', '=', id).executeTakeFirst();
  return row ? (row.facts as unknown as CaseFacts) : null;
};

export const findCaseRanking = async (db: Queries, id: string): Promise<RankingResult | null> => {
  const row = await db.selectFrom('selection_cases').select('ranking').where('id', '=', id).executeTakeFirst();
  return row ? (row.ranking as unknown as RankingResult) : null;
};

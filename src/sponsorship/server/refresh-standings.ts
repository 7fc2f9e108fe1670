import { sql } from 'kysely';
import { dayOf } from '#kernel/date-only.ts';
import { accept } from '#kernel/decision.ts';
import { type Context, type Services, visitAsSystem } from '#platform/context.ts';
import { inTransaction } from '#platform/db/database.ts';
import { sponsorshipState } from '#sponsorship/domain/sponsorship-state.ts';
import { seeingWholeWorkspace } from './see-whole-workspace.ts';
import { findStandingFacts, type StandingFacts } from './standing-facts.ts';

const atOnce = 2_000;

/**
 * Derives the state of sponsorship anew for these alliances, or for all of the workspace, and writes what differs. The cost
 * is a few queries for each 2,000 alliances.
 */
export const refreshStandings = (context: Context, allianceIds: readonly string[] | 'all'): Promise<void> =>
  seeingWholeWorkspace(context, async () => {
    const ids = allianceIds === 'all' ? await findAllIds(context) : [...new Set(allianceIds)];
    for (let start = 0; start < ids.length; start += atOnce) {
      await writeStandings(context, await findStandingFacts(context, ids.slice(start, start + atOnce)));
    }
  });

const findAllIds = async ({ db }: Context): Promise<string[]> => {
  const rows = await db.selectFrom('alliances').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
};

const writeStandings = async (context: Context, facts: readonly StandingFacts[]): Promise<void> => {
  if (facts.length === 0) return;
  const rows = facts.map((one) => rowOf(context, one));
  await sql`
    insert into alliance_standings as standing (workspace_id, alliance_id, state, since, sponsor_person_id,
           counterpart_person_id, manager_person_id, next_look_on)
    select ${context.workspaceId}::uuid, fresh.*
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fresh (alliance_id uuid, state text, since date,
           sponsor_person_id uuid, counterpart_person_id uuid, manager_person_id uuid, next_look_on date)
    on conflict (workspace_id, alliance_id) do update
       set state = excluded.state, since = excluded.since, sponsor_person_id = excluded.sponsor_person_id,
           counterpart_person_id = excluded.counterpart_person_id, manager_person_id = excluded.manager_person_id,
           next_look_on = excluded.next_look_on
     where (standing.state, standing.since, standing.sponsor_person_id, standing.counterpart_person_id,
            standing.manager_person_id, standing.next_look_on)
           is distinct from (excluded.state, excluded.since, excluded.sponsor_person_id,
            excluded.counterpart_person_id, excluded.manager_person_id, excluded.next_look_on)`.execute(context.db);
};

const rowOf = (
  { now }: Context,
  { allianceId, sponsorship, managerId, counterpartId, nextChangeOn, kept }: StandingFacts,
) => {
  const today = dayOf(now);
  const { state, sponsorId, nextLookOn } = sponsorshipState(sponsorship, today);
  return {
    alliance_id: allianceId,
    state,
    since: kept?.state === state ? kept.since : today,
    sponsor_person_id: sponsorId,
    counterpart_person_id: counterpartId,
    manager_person_id: managerId,
    next_look_on: [nextLookOn, nextChangeOn].filter((day) => day !== null).sort()[0] ?? null,
  };
};

/** Looks again at alliances whose state time alone may have changed (SPO-33). */
export const refreshDueStandings = async (services: Services): Promise<void> => {
  const today = dayOf(services.clock());
  const due = await inTransaction(services.database, { as: 'owner' }, ({ queries }) =>
    queries
      .selectFrom('alliance_standings')
      .select('workspace_id')
      .distinct()
      .where('next_look_on', '<=', today)
      .execute(),
  );
  for (const { workspace_id } of due) {
    await visitAsSystem(services, workspace_id, 'The calendar').inWorkspace(async (context) => {
      const rows = await context.db
        .selectFrom('alliance_standings')
        .select('alliance_id')
        .where('next_look_on', '<=', today)
        .execute();
      await refreshStandings(
        context,
        rows.map(({ alliance_id }) => alliance_id),
      );
      return accept(null);
    });
  }
};

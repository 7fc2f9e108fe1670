import type { Context } from '#platform/context.ts';
import type { DB } from '#platform/db/schema.ts';
import { appendHappenings } from '#platform/ledger/ledger.ts';
import { aureliaCast } from '#seed/aurelia/aurelia-cast.ts';
import { refreshStandings } from '#sponsorship/server/refresh-standings.ts';
import type { Cast } from '#seed/cast.ts';
import { allianceFactRows, allianceRows } from './alliance-rows.ts';
import { adviceTieRows, announcedMoveRows, capacityRows, conflictRows, decisionRightRows } from './influence-rows.ts';
import { areaRows, organisationRows, resultRows } from './organisation-rows.ts';
import { personRows, positionRows } from './person-rows.ts';
import {
  appointmentRows,
  judgementRows,
  nominationRows,
  policyRows,
  tellAppointments,
  tellOtherNominations,
} from './sponsorship-rows.ts';
import { openNominations } from './open-nominations.ts';
import { tellSince } from './standing-since.ts';
import { stakeRows } from './stake-rows.ts';
import { tellCases } from './story-cases.ts';
import { historyOf } from './story-history.ts';
import { openStory, type Story, type TableRows } from './story-keys.ts';
import { storyTime } from './story-time.ts';

export type DemoFilled = { readonly alliances: number; readonly persons: number; readonly organisations: number };

/**
 * Fills the context's workspace with a cast, told as of the context's now: rows in bulk, the ledger with a history that such
 * a company would have. No reaction runs, since nearly all of it happened long ago; only nominations that wait are mailed.
 */
export const fillDemo = async (context: Context, cast: Cast = aureliaCast): Promise<DemoFilled> => {
  const { workspaceId, newId } = context;
  const story = openStory(cast, storyTime(context.now), { workspaceId, newId, ...(await workspaceOf(context)) });
  const appointments = tellAppointments(story);
  const nominations = [...appointments.flatMap(({ nomination }) => nomination ?? []), ...tellOtherNominations(story)];
  await insertTables(context, {
    organisations: organisationRows(story),
    business_areas: areaRows(story),
    area_results: resultRows(story),
    persons: personRows(story),
    positions: positionRows(story),
    decision_rights: decisionRightRows(story),
    advice_ties: adviceTieRows(story),
    announced_moves: announcedMoveRows(story),
    capacity_ratings: capacityRows(story),
    conflicts_of_interest: conflictRows(story),
    sponsorship_policies: policyRows(story),
    alliances: allianceRows(story),
    ...allianceFactRows(story),
    stake_ratings: stakeRows(story),
    ...judgementRows(story),
  });
  const cases = await tellCases(context, story, nominations, appointments);
  await insertTables(context, {
    selection_cases: cases.rows,
    ...nominationRows(story, nominations, new Map(cases.told.map(({ id, nomination }) => [nomination.id, id]))),
    ...appointmentRows(story, appointments),
  });
  await refreshStandings(context, 'all');
  await tellSince(context, story, { appointments, nominations });
  await openNominations(context, nominations);
  await appendHappenings(context.db, workspaceId, historyOf(story, nominations, appointments));
  return { alliances: cast.alliances.length, persons: cast.persons.length, organisations: cast.organisations.length };
};

/** Its currency; and its owner's seat, in whose name the nominations that wait were made, so that the answers come there. */
const workspaceOf = async ({ db, workspaceId }: Context): Promise<Pick<Story, 'currency' | 'visitor'>> => {
  const query = db.selectFrom('workspaces').select('currency').where('id', '=', workspaceId);
  const { currency } = await query.executeTakeFirstOrThrow();
  const owner = await db.selectFrom('seats').select(['id', 'name']).where('is_owner', '=', true).executeTakeFirst();
  return { currency, visitor: owner ? { seatId: owner.id, name: owner.name } : null };
};

const insertTables = async ({ db }: Context, tables: TableRows): Promise<void> => {
  for (const [table, rows] of Object.entries(tables)) {
    if (rows.length === 0) continue;
    await db
      .insertInto(table as keyof DB)
      .values(rows)
      .execute();
  }
};

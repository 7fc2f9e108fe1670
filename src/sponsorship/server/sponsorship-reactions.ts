import type { DomainEvent, SubjectKind } from '#kernel/event.ts';
import type { Context, Reaction } from '#platform/context.ts';
import { refreshStandings } from './refresh-standings.ts';
import { seeingWholeWorkspace } from './see-whole-workspace.ts';

const idsOf = ({ subjects }: DomainEvent, wanted: SubjectKind): string[] =>
  subjects.filter(({ kind }) => kind === wanted).map(({ id }) => id);

/** Something about these alliances changed: their state of sponsorship is derived anew in the same transaction. */
const ofItsAlliances: Reaction = (context, event) => refreshStandings(context, idsOf(event, 'alliance'));

/** Something about a person changed: so may the state of what they sponsor, manage or stand behind. */
const ofItsPersons: Reaction = async (context, event) => {
  const persons = idsOf(event, 'person');
  if (persons.length > 0) await refreshStandings(context, await alliancesOf(context, persons));
};

const ofAll: Reaction = (context) => refreshStandings(context, 'all');

const alliancesOf = (context: Context, persons: readonly string[]): Promise<string[]> =>
  seeingWholeWorkspace(context, async () => {
    const rows = await context.db
      .selectFrom('appointments')
      .select('alliance_id')
      .where('person_id', 'in', [...persons])
      .union(
        context.db
          .selectFrom('nominations')
          .select('alliance_id')
          .where('person_id', 'in', [...persons]),
      )
      .execute();
    return rows.map(({ alliance_id }) => alliance_id);
  });

/** What sponsorship does about what happens, here and elsewhere; for app/server/reactions.ts. */
export const sponsorshipReactions: { readonly [eventType: string]: readonly Reaction[] } = {
  'alliance.registered': [ofItsAlliances],
  'alliance.edited': [ofItsAlliances],
  'alliance.phaseMoved': [ofItsAlliances],
  'alliance.managerSet': [ofItsAlliances],
  'alliance.managerEnded': [ofItsAlliances],
  'sponsorship.nominated': [ofItsAlliances],
  'sponsorship.answered': [ofItsAlliances],
  'sponsorship.withdrawn': [ofItsAlliances],
  'sponsorship.lapsed': [ofItsAlliances],
  'sponsorship.counterpartNamed': [ofItsAlliances],
  'sponsorship.appointmentEnded': [ofItsAlliances],
  'sponsorship.policySaved': [ofAll],
  'position.recorded': [ofItsPersons],
  'position.corrected': [ofItsPersons],
  'position.ended': [ofItsPersons],
  'person.edited': [ofItsPersons],
  'person.moveAnnounced': [ofItsPersons],
  'person.moveWithdrawn': [ofItsPersons],
  'person.erased': [ofItsPersons],
  'import.applied': [ofAll],
  'import.undone': [ofAll],
};

import { addMonths, type DateOnly, dayOf } from '#kernel/date-only.ts';
import type { Context } from '#platform/context.ts';
import { defaultPolicy } from '#sponsorship/domain/sponsorship-policy.ts';
import { warningOf, type SponsorshipState } from '#sponsorship/domain/sponsorship-state.ts';
import type { CastAlliance } from '#seed/cast.ts';
import { phaseDays } from './alliance-rows.ts';
import { movesAnnounced } from './influence-rows.ts';
import type { ToldAppointment, ToldNomination } from './sponsorship-rows.ts';
import type { Story } from './story-keys.ts';

type Told = {
  readonly appointments: readonly ToldAppointment[];
  readonly nominations: readonly ToldNomination[];
};

/** A standing that was just derived begins today; told ones have stood for as long as the story says. */
export const tellSince = async ({ db }: Context, story: Story, told: Told): Promise<void> => {
  const rows = await db.selectFrom('alliance_standings').select(['alliance_id', 'state']).execute();
  const states = new Map(rows.map(({ alliance_id, state }) => [alliance_id, state as SponsorshipState]));
  for (const alliance of story.cast.alliances) {
    const id = story.alliance(alliance.key);
    const state = states.get(id);
    if (state === undefined) continue;
    const since = sinceWhen(story, told, alliance, state);
    await db.updateTable('alliance_standings').set({ since }).where('alliance_id', '=', id).execute();
  }
};

const sinceWhen = (story: Story, told: Told, alliance: CastAlliance, state: SponsorshipState): DateOnly => {
  const { time } = story;
  const terms = told.appointments.filter((one) => one.alliance === alliance && one.side === 'ours');
  const present = terms.find(({ from, to }) => from <= time.today && (to === null || time.today < to));
  const asked = told.nominations.filter((one) => one.alliance === alliance);
  const registered = time.month(alliance.registered);
  switch (state) {
    case 'ensured':
      return present?.from ?? registered;
    case 'inHandover':
      return dayOf(terms.find(({ from }) => time.today < from)?.appointed ?? time.now);
    case 'atRisk':
      return present ? riskSince(story, present) : (terms.at(-1)?.to ?? registered);
    case 'nominated':
      return dayOf(asked.find(({ ended }) => ended === null)?.asked ?? time.now);
    case 'missing':
      return dayOf(asked.at(-1)?.ended?.on ?? new Date(`${registered}T09:00:00Z`));
    case 'falseStart':
      return phaseDays(story, alliance)[1]?.day ?? registered;
    case 'underTheRadar':
      return registered;
  }
};

/** From when the risk could be seen: standing in, gone, a move announced, or the last months of a term. */
const riskSince = ({ cast, time }: Story, { term, from, to }: ToldAppointment): DateOnly => {
  if (term.kind === 'interim') return from;
  const left = cast.persons.find(({ key }) => key === term.person)?.career[0]?.to;
  if (left !== undefined) return time.month(left);
  if (cast.moves.some(({ person }) => person === term.person)) return dayOf(time.instant(movesAnnounced));
  const warned = to === null ? time.today : addMonths(to, -warningOf(defaultPolicy.changeWarningMonths).termMonths);
  return warned < time.today ? warned : time.today;
};

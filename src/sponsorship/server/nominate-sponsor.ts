import { addDays, addMonths, dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import { findOrganisationsOfKind, findPersons } from '#people/server/people-queries.ts';
import type { Context } from '#platform/context.ts';
import { nominate } from '#sponsorship/domain/nomination.ts';
import { against } from '#sponsorship/domain/sponsorship-abilities.ts';
import { insertCase } from './case-store.ts';
import { remindOn, wakeNominationClock } from './nomination-clock.ts';
import { sendNominationLetter } from './nomination-letters.ts';
import { holdAlliance, insertNomination, loadNomination, loadNominationsOfAlliance } from './nomination-store.ts';
import { type RankedAlliance, rankAlliance } from './rank-alliance.ts';
import type { OffLoop } from './rank-off-loop.ts';
import { seatMailOf } from './seat-mail.ts';

export type NominationAsk = {
  readonly personId: string;
  readonly reason: string;
  readonly reasonAgainstRanking?: string | undefined;
  readonly termFrom?: string | undefined;
  readonly termTo?: string | undefined;
  readonly deputyPersonId?: string | null | undefined;
};

export type NominationMade = {
  readonly nominationId: string;
  readonly caseId: string;
  readonly mailedTo: string;
  readonly expiresAt: string;
};

/** Asks an executive to be sponsor: keeps the case with its numbers, and writes the mail with the signed links. */
export const nominateSponsorFor = async (
  context: Context,
  offLoop: OffLoop,
  allianceId: string,
  ask: NominationAsk,
): Promise<Decision<NominationMade>> => {
  const { db, actor, now } = context;
  const refusals = against(actor, 'nomination.make');
  if (refusals.length) return forbidden(...refusals);
  if (!(await holdAlliance(db, allianceId))) return missing('alliance');
  const question = { startsOn: ask.termFrom, also: ask.personId };
  const ranked = await rankAlliance(context, offLoop, allianceId, question);
  if (!ranked.ok) return ranked;
  const persons = await findPersons(db, [ask.personId, ...(ask.deputyPersonId ? [ask.deputyPersonId] : [])]);
  const person = persons.get(ask.personId);
  if (!person) return missing('person');
  const { policy, proposedTerm, appointments, ranking } = ranked.value;
  const from = proposedTerm.from;
  const [first] = ranking.ranked;
  const asked = nominate({
    now,
    side: 'ours',
    person: { id: person.id, name: person.name, mail: person.mail ?? (await seatMailOf(context, person.id)) },
    deputy: await deputyFor(context, ask.deputyPersonId),
    reason: ask.reason,
    reasonAgainstRanking: ask.reasonAgainstRanking ?? '',
    ineligible: ineligibleFor(person.id, ranked.value),
    first: first ? { id: first.id, name: first.name } : null,
    isSharedFirst: ranking.ranked.some(({ id, rank }) => id === person.id && rank === 1),
    term: { from, to: ask.termTo ?? addMonths(from, Math.max(1, Math.round(policy.settings.termYears * 12))) },
    waiting: (await loadNominationsOfAlliance(db, allianceId)).map(({ nomination }) => nomination),
    appointments,
    expiresAt: endOfDay(addDays(dayOf(now), policy.settings.nominationExpiryDays)),
  });
  if (!asked.ok) return asked;
  const { reason, caseReason, term, expiresAt } = asked.value;
  const caseId = context.newId();
  const id = context.newId();
  await insertCase(context, caseId, person.id, caseReason, ranked.value);
  const deputyPersonId = ask.deputyPersonId ?? null;
  await insertNomination(context, {
    id,
    allianceId,
    personId: person.id,
    deputyPersonId,
    caseId,
    reason,
    term,
    expiresAt,
  });
  await wakeNominationClock(context, id, remindOn(dayOf(now), policy.settings.nominationReminderDays), expiresAt);
  const made = await loadNomination(db, id);
  const mailedTo = made ? await sendNominationLetter(context, made) : '';
  await context.record([
    {
      type: 'sponsorship.nominated',
      subjects: [
        { kind: 'nomination', id },
        { kind: 'alliance', id: allianceId },
        { kind: 'person', id: person.id },
      ],
      detail: {
        person: person.name,
        reason: caseReason,
        term,
        caseId,
        deputyPersonId,
        expiresAt: expiresAt.toISOString(),
      },
    },
  ]);
  return accept({ nominationId: id, caseId, mailedTo, expiresAt: expiresAt.toISOString() });
};

/** A nomination can be answered through the whole of its last day, UTC. */
const endOfDay = (day: string): Date => new Date(`${day}T23:59:59Z`);

const ineligibleFor = (personId: string, { ranking }: RankedAlliance): readonly string[] => {
  const filtered = ranking.filtered.find(({ id }) => id === personId);
  if (filtered) return filtered.refusals.map(({ message }) => message);
  return ranking.ranked.some(({ id }) => id === personId) ? [] : ['This person does not belong to our company.'];
};

/** The deputy as the decision wants to know them; somebody who is not on record does not belong to us either. */
export const deputyFor = async ({ db }: Context, deputyPersonId: string | null | undefined) => {
  if (!deputyPersonId) return null;
  const deputy = (await findPersons(db, [deputyPersonId])).get(deputyPersonId);
  if (!deputy) return { id: deputyPersonId, name: 'This person', isOurs: false };
  const own = await findOrganisationsOfKind(db, 'own');
  return { id: deputy.id, name: deputy.name, isOurs: own.some(({ id }) => id === deputy.organisationId) };
};

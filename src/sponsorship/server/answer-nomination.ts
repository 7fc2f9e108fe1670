import { dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, forbidden, missing, refuse } from '#kernel/decision.ts';
import type { DomainEvent, Subject } from '#kernel/event.ts';
import { type Context, type Services, visitAsSystem } from '#platform/context.ts';
import { readLink } from '#platform/links/signed-link.ts';
import { answerNomination, type Choice, standingOf } from '#sponsorship/domain/nomination.ts';
import { againstAnswering } from '#sponsorship/domain/sponsorship-abilities.ts';
import type { NominationQuestion } from '#sponsorship/sponsorship-contract.ts';
import { deputyFor } from './nominate-sponsor.ts';
import { answerPurpose, sendAnswerLetter } from './nomination-letters.ts';
import { composeQuestion } from './nomination-question.ts';
import {
  holdAlliance,
  insertAppointment,
  loadNomination,
  type NominationOnRecord,
  recordNominationEnd,
  recordTalk,
} from './nomination-store.ts';
import { seeingWholeWorkspace } from './see-whole-workspace.ts';
import { findAppointmentsOfAlliance } from './sponsorship-queries.ts';

export type AnswerGiven = {
  readonly choice: Choice;
  readonly remark?: string | undefined;
  readonly deputyPersonId?: string | null | undefined;
};
export type AnswerTaken = { readonly state: NominationQuestion['state']; readonly standing: string };

/** Opens the nomination behind a signed link, on behalf of the person it was sent to. */
const byLink = async <T>(
  services: Services,
  token: string,
  work: (context: Context, found: NominationOnRecord) => Promise<Decision<T>>,
): Promise<Decision<T>> => {
  const link = readLink(services.linkSecret, token, answerPurpose, services.clock());
  if (!link.ok) return refuse({ rule: 'SPO-26', message: link.why });
  const { workspaceId, subjectId } = link.claim;
  const found = await visitAsSystem(services, workspaceId, 'Signed link').inWorkspace(async ({ db }) => {
    const nomination = await loadNomination(db, subjectId);
    return nomination ? accept(nomination) : missing('nomination');
  });
  if (!found.ok) return found;
  const { personName, personId } = found.value.nomination;
  return visitAsSystem(services, workspaceId, personName, personId).inWorkspace((context) =>
    work(context, found.value),
  );
};

/** What the link asks. Mail scanners open links too: reading changes nothing. */
export const readQuestionByLink = (services: Services, token: string): Promise<Decision<NominationQuestion>> =>
  byLink(services, token, async (context, found) => accept(await composeQuestion(context, found)));

export const answerNominationByLink = (
  services: Services,
  token: string,
  given: AnswerGiven,
): Promise<Decision<AnswerTaken>> =>
  byLink(services, token, (context, found) => takeAnswer(context, found.nomination.id, found.alliance.id, given));

/** The same answer, given by the nominee or their assistant while signed in. */
export const answerNominationSignedIn = async (
  context: Context,
  nominationId: string,
  given: AnswerGiven,
): Promise<Decision<AnswerTaken>> => {
  const found = await loadNomination(context.db, nominationId);
  if (!found) return missing('nomination');
  const refusals = againstAnswering(context.actor, found.nomination.personId);
  if (refusals.length) return forbidden(...refusals);
  return seeingWholeWorkspace(context, () => takeAnswer(context, nominationId, found.alliance.id, given));
};

/** Takes one answer. Two at once queue at the alliance: the first wins, the other reads what has become of it (SPO-26). */
const takeAnswer = async (
  context: Context,
  nominationId: string,
  allianceId: string,
  given: AnswerGiven,
): Promise<Decision<AnswerTaken>> => {
  const { db, now } = context;
  await holdAlliance(db, allianceId);
  const found = await loadNomination(db, nominationId);
  if (!found) return missing('nomination');
  const { nomination } = found;
  const remark = given.remark?.trim() ?? '';
  const decision = answerNomination(
    nomination,
    {
      choice: given.choice,
      remark,
      ...(given.deputyPersonId === undefined ? {} : { deputy: await deputyFor(context, given.deputyPersonId) }),
    },
    now,
    await findAppointmentsOfAlliance(db, allianceId, dayOf(now)),
  );
  if (!decision.ok) return decision;
  const answered = decision.value;
  if (answered.state === 'talking') await recordTalk(context, nominationId, remark);
  else await recordNominationEnd(context, nominationId, answered.state, remark);
  const subjects: Subject[] = [
    { kind: 'nomination', id: nominationId },
    { kind: 'alliance', id: allianceId },
    { kind: 'person', id: nomination.personId },
  ];
  const events: DomainEvent[] = [
    {
      type: 'sponsorship.answered',
      subjects,
      detail: { person: nomination.personName, choice: given.choice, remark },
    },
  ];
  if (answered.state === 'accepted') {
    const id = context.newId();
    const { deputyPersonId, term } = answered;
    await insertAppointment(context, {
      id,
      allianceId,
      side: nomination.side,
      personId: nomination.personId,
      deputyPersonId,
      nominationId,
      ...term,
    });
    events.push({
      type: 'sponsorship.appointed',
      subjects: [{ kind: 'appointment', id }, ...subjects],
      detail: { person: nomination.personName, ...term, deputyPersonId, side: nomination.side },
    });
  }
  const after = (await loadNomination(db, nominationId)) ?? found;
  await sendAnswerLetter(context, after, remark);
  await context.record(events);
  return accept({ state: after.nomination.state, standing: standingOf(after.nomination, now) });
};

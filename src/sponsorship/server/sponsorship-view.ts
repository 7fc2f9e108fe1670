import type { Actor } from '#kernel/actor.ts';
import { type DateOnly, dayOf } from '#kernel/date-only.ts';
import { contains } from '#kernel/period.ts';
import type { Context } from '#platform/context.ts';
import { timeInOffice } from '#sponsorship/domain/appointment.ts';
import { isWaiting, standingOf } from '#sponsorship/domain/nomination.ts';
import { against, againstAnswering, mayOrWhy } from '#sponsorship/domain/sponsorship-abilities.ts';
import type { AppointmentSummary, CaseSummary, NominationSummary } from '#sponsorship/sponsorship-contract.ts';
import type { CaseOnRecord } from './case-store.ts';
import type { NominationOnRecord } from './nomination-store.ts';
import type { AppointmentOnRecord } from './sponsorship-queries.ts';

/** An appointment as a page gets it, with what this actor may do about it. */
export const appointmentView = (
  { actor, now }: Pick<Context, 'actor' | 'now'>,
  appointment: AppointmentOnRecord,
): AppointmentSummary => {
  const { id, alliance, personId, personName, title, organisationName, side, kind, deputy, nominationId } = appointment;
  return {
    id,
    alliance,
    person: { id: personId, name: personName, title, organisation: organisationName },
    side,
    kind,
    deputy,
    nominationId,
    ...appointment.period,
    isInForce: isInOffice(appointment, dayOf(now)),
    ended: appointment.end,
    may: { end: mayEnd(actor, appointment, dayOf(now)) },
  };
};

export const isInOffice = (appointment: AppointmentOnRecord, day: DateOnly): boolean => {
  const time = timeInOffice(appointment);
  return time !== null && contains(time, day);
};

const mayEnd = (actor: Actor, { end, period }: AppointmentOnRecord, today: DateOnly): true | string => {
  if (end) return 'This appointment has been ended already.';
  if (period.to !== null && period.to <= today) return 'This appointment is over.';
  return mayOrWhy(against(actor, 'appointment.end'));
};

export const nominationView = (
  { actor, now }: Pick<Context, 'actor' | 'now'>,
  found: NominationOnRecord,
): NominationSummary => {
  const { nomination, alliance, deputy, reason, caseId, nominatedAt, remindedAt, talks } = found;
  const waits = isWaiting(nomination, now);
  const ended = nomination.state === 'open' || nomination.state === 'talking' ? null : nomination;
  return {
    id: nomination.id,
    alliance,
    person: { id: nomination.personId, name: nomination.personName },
    deputy,
    state: nomination.state,
    reason,
    caseId,
    term: nomination.term,
    nominatedAt: nominatedAt.toISOString(),
    nominatedBy: nomination.askedBy,
    expiresAt: nomination.expiresAt.toISOString(),
    remindedAt: remindedAt?.toISOString() ?? null,
    talks: talks.map(({ askedAt, remark }) => ({ askedAt: askedAt.toISOString(), remark })),
    ended: ended && { at: ended.at.toISOString(), by: ended.by, remark: ended.remark },
    may: {
      withdraw: waits ? mayOrWhy(against(actor, 'nomination.withdraw')) : standingOf(nomination, now),
      answer: waits ? mayOrWhy(againstAnswering(actor, nomination.personId)) : standingOf(nomination, now),
    },
  };
};

export const caseView = ({ alliance: _, decidedAt, ...kept }: CaseOnRecord): CaseSummary => ({
  ...kept,
  decidedAt: decidedAt.toISOString(),
});

/** Those who choose sponsors see every nomination and case; others only what concerns themselves. */
export const mayWeigh = (actor: Actor): boolean => against(actor, 'case.read').length === 0;

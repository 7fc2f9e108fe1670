import type { Side } from '#kernel/actor.ts';
import { type DateOnly, dayOf } from '#kernel/date-only.ts';
import { acceptUnless, type Decision, type Refusal, refuse } from '#kernel/decision.ts';
import { type Appointment, overlapRefusals } from './appointment.ts';
import { dayInWords } from './day-in-words.ts';

/** From a day until the day on which it is over. */
export type Term = { readonly from: DateOnly; readonly to: DateOnly };

export type Talk = { readonly askedAt: Date; readonly remark: string };

type Asked = {
  readonly id: string;
  readonly side: Side;
  readonly personId: string;
  readonly personName: string;
  readonly deputyPersonId: string | null;
  readonly askedBy: string;
  readonly term: Term;
  readonly expiresAt: Date;
};

export type NominationEndKind = 'accepted' | 'declined' | 'withdrawn' | 'lapsed';

/** A candidate asked. It waits (open, or talking: the nominee wants to talk first) until it ends, once. */
export type Nomination = Asked &
  (
    | { readonly state: 'open' }
    | { readonly state: 'talking'; readonly talks: readonly Talk[] }
    | { readonly state: NominationEndKind; readonly at: Date; readonly by: string; readonly remark: string }
  );

export type NominationRequest = {
  readonly now: Date;
  readonly side: Side;
  readonly person: { readonly id: string; readonly name: string; readonly mail: string | null };
  readonly deputy: { readonly id: string; readonly name: string; readonly isOurs: boolean } | null;
  readonly reason: string;
  readonly reasonAgainstRanking: string;
  /** Why the person is not eligible, in sentences; empty for somebody eligible. */
  readonly ineligible: readonly string[];
  /** Who is first in the ranking; null when nobody is ranked. */
  readonly first: { readonly id: string; readonly name: string } | null;
  readonly isSharedFirst: boolean;
  readonly term: Term;
  /** Nominations of this alliance that have not ended. */
  readonly waiting: readonly Nomination[];
  /** The alliance's appointments on the same side. */
  readonly appointments: readonly Appointment[];
  readonly expiresAt: Date;
};

export type NominationAccepted = {
  readonly reason: string;
  /** The reason as the case keeps it, with the reason against the ranking where there is one. */
  readonly caseReason: string;
  readonly term: Term;
  readonly expiresAt: Date;
};

/**
 * Asks an executive. Every refusal comes back together: reasons given (SPO-20), nobody else waiting (SPO-21), an eligible
 * person (SPO-22), a term in order (SPO-23) in which nobody is in office (SPO-27), another person as deputy (SPO-24), and a
 * mail address to ask at (SPO-25).
 */
export const nominate = (request: NominationRequest): Decision<NominationAccepted> => {
  const { person, term, side } = request;
  const refusals = [
    ...reasonRefusals(request),
    ...waitingRefusals(request),
    ...request.ineligible.map((why) => ({ rule: 'SPO-22', field: 'personId', message: `${person.name}: ${why}` })),
    ...termRefusals(term, dayOf(request.now)),
    ...overlapRefusals(
      request.appointments.filter((appointment) => appointment.side === side),
      term,
      'termFrom',
    ),
    ...deputyRefusals(request),
    ...mailRefusals(request),
  ];
  const against = request.reasonAgainstRanking.trim();
  const reason = request.reason.trim();
  return acceptUnless(refusals, () => ({
    reason,
    caseReason: against === '' ? reason : `${reason}\n\nAgainst the ranking: ${against}`,
    term,
    expiresAt: request.expiresAt,
  }));
};

const reasonRefusals = ({
  reason,
  reasonAgainstRanking,
  person,
  first,
  isSharedFirst,
}: NominationRequest): Refusal[] => {
  const refusals: Refusal[] = [];
  if (reason.trim() === '') {
    refusals.push({ rule: 'SPO-20', field: 'reason', message: `Say why ${person.name} is the right sponsor.` });
  }
  const isAgainstRanking = first !== null && first.id !== person.id && !isSharedFirst;
  if (isAgainstRanking && reasonAgainstRanking.trim() === '') {
    refusals.push({
      rule: 'SPO-20',
      field: 'reasonAgainstRanking',
      message: `${first.name} is first in the ranking. Say why you ask ${person.name} instead.`,
    });
  }
  return refusals;
};

const waitingRefusals = ({ waiting, side, now }: NominationRequest): Refusal[] =>
  waiting
    .filter((nomination) => nomination.side === side && isWaiting(nomination, now))
    .map((nomination) => ({
      rule: 'SPO-21',
      message:
        `${nomination.personName} has been asked and can answer until ${dayInWords(dayOf(nomination.expiresAt))}. ` +
        'Wait for the answer, or take that nomination back first.',
    }));

const termRefusals = ({ from, to }: Term, today: DateOnly): Refusal[] => {
  if (to <= from) {
    return [
      { rule: 'SPO-23', field: 'termTo', message: 'The term ends on or before the day it begins. Choose a later end.' },
    ];
  }
  return to <= today
    ? [{ rule: 'SPO-23', field: 'termTo', message: 'The term would be over already. Choose an end after today.' }]
    : [];
};

const deputyRefusals = ({ deputy, person }: NominationRequest): Refusal[] => deputyAgainst(deputy, person.id);

const deputyAgainst = (
  deputy: { readonly id: string; readonly name: string; readonly isOurs: boolean } | null,
  sponsorId: string,
): Refusal[] => {
  if (!deputy) return [];
  const field = 'deputyPersonId';
  if (deputy.id === sponsorId) {
    return [{ rule: 'SPO-24', field, message: 'The deputy must be somebody else than the sponsor.' }];
  }
  return deputy.isOurs
    ? []
    : [{ rule: 'SPO-24', field, message: `${deputy.name} does not belong to our company. Choose another deputy.` }];
};

const mailRefusals = ({ person }: NominationRequest): Refusal[] =>
  person.mail
    ? []
    : [
        {
          rule: 'SPO-25',
          field: 'personId',
          message: `${person.name} has no mail address on record. Add one on their page, then ask again.`,
        },
      ];

/** Not ended, and its time is not over: an answer would still be taken (SPO-26). */
export const isWaiting = (nomination: Nomination, now: Date): boolean =>
  (nomination.state === 'open' || nomination.state === 'talking') && now < nomination.expiresAt;

export type Choice = 'accept' | 'decline' | 'talkFirst';

export type Answer = {
  readonly choice: Choice;
  readonly remark: string;
  /** Undefined: as proposed. */
  readonly deputy?: { readonly id: string; readonly name: string; readonly isOurs: boolean } | null;
};

export type Answered =
  | { readonly state: 'accepted'; readonly term: Term; readonly deputyPersonId: string | null }
  | { readonly state: 'declined' }
  | { readonly state: 'talking' };

/**
 * Takes the nominee's answer, once and in time (SPO-26). Accepting makes the appointment: from the term's first day, or from
 * today when that has passed, unless somebody is in office then (SPO-27).
 */
export const answerNomination = (
  nomination: Nomination,
  answer: Answer,
  now: Date,
  appointments: readonly Appointment[],
): Decision<Answered> => {
  if (!isWaiting(nomination, now)) return refuse({ rule: 'SPO-26', message: standingOf(nomination, now) });
  if (answer.choice === 'decline') return { ok: true, value: { state: 'declined' } };
  if (answer.choice === 'talkFirst') return talkFirst(nomination, answer);
  const today = dayOf(now);
  const term = { from: nomination.term.from < today ? today : nomination.term.from, to: nomination.term.to };
  const sameSide = appointments.filter(({ side }) => side === nomination.side);
  const refusals = [
    ...termRefusals(term, today),
    ...overlapRefusals(sameSide, term, 'choice'),
    ...deputyAgainst(answer.deputy ?? null, nomination.personId),
  ];
  const deputyPersonId = answer.deputy === undefined ? nomination.deputyPersonId : (answer.deputy?.id ?? null);
  return acceptUnless(refusals, () => ({ state: 'accepted', term, deputyPersonId }));
};

const talkFirst = (nomination: Nomination, { remark }: Answer): Decision<Answered> =>
  nomination.state === 'talking' && remark.trim() === ''
    ? refuse({
        rule: 'SPO-26',
        message: `${nomination.askedBy} knows already that you want to talk first. Add a remark to say more.`,
      })
    : { ok: true, value: { state: 'talking' } };

/** Takes a waiting nomination back, with a reason (SPO-28). */
export const withdrawNomination = (nomination: Nomination, reason: string, now: Date): Decision<{ reason: string }> => {
  const refusals: Refusal[] = [];
  if (reason.trim() === '') {
    refusals.push({ rule: 'SPO-28', field: 'reason', message: 'Say why the nomination is taken back.' });
  }
  if (!isWaiting(nomination, now)) refusals.push({ rule: 'SPO-28', message: standingOf(nomination, now) });
  return acceptUnless(refusals, () => ({ reason: reason.trim() }));
};

/** What the clock asks of a nomination: nothing, a reminder (once), or that it lapses (SPO-29). */
export const clockSays = (
  nomination: Nomination,
  now: Date,
  remindAt: Date,
  wasReminded: boolean,
): 'nothing' | 'remind' | 'lapse' => {
  if (nomination.state !== 'open' && nomination.state !== 'talking') return 'nothing';
  if (now >= nomination.expiresAt) return 'lapse';
  return now >= remindAt && !wasReminded ? 'remind' : 'nothing';
};

/** What has become of a nomination, as a sentence to anyone who may know of it. */
export const standingOf = (nomination: Nomination, now: Date): string => {
  const { personName, expiresAt } = nomination;
  const until = dayInWords(dayOf(expiresAt));
  switch (nomination.state) {
    case 'open':
      return now < expiresAt ? `${personName} can answer until ${until}.` : `The time to answer was over on ${until}.`;
    case 'talking':
      return now < expiresAt
        ? `${personName} wants to talk first, and can answer until ${until}.`
        : `The time to answer was over on ${until}.`;
    case 'accepted':
      return `${personName} accepted on ${dayInWords(dayOf(nomination.at))}. That answer stands.`;
    case 'declined':
      return `${personName} declined on ${dayInWords(dayOf(nomination.at))}. That answer stands.`;
    case 'withdrawn':
      return `${nomination.by} took this nomination back on ${dayInWords(dayOf(nomination.at))}. Nothing is asked any more.`;
    case 'lapsed':
      return `The time to answer was over on ${dayInWords(dayOf(nomination.at))}.`;
  }
};

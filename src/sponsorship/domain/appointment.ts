import type { Side } from '#kernel/actor.ts';
import { addDays, type DateOnly } from '#kernel/date-only.ts';
import { acceptUnless, type Decision, type Refusal } from '#kernel/decision.ts';
import { contains, isInOrder, overlaps, type Period } from '#kernel/period.ts';
import { dayInWords } from './day-in-words.ts';

export type AppointmentKind = 'sponsor' | 'interim';

/** A sponsorship accepted: who is executive sponsor of one side, from a day, until a day or without a known end. */
export type Appointment = {
  readonly id: string;
  readonly side: Side;
  readonly kind: AppointmentKind;
  readonly personId: string;
  readonly personName: string;
  readonly period: Period;
  /** Set once somebody ended it; `on` is the first day without it, and may lie before it began. */
  readonly endedOn: DateOnly | null;
};

/** When the appointment was, is or will be in office; null when it was ended before it began (SPO-30). */
export const timeInOffice = ({ period, endedOn }: Appointment): Period | null =>
  endedOn !== null && endedOn <= period.from ? null : period;

/** Nobody takes office while another of the same side is in it: that one is ended first, by name and reason (SPO-27). */
export const overlapRefusals = (
  appointments: readonly Appointment[],
  period: Period,
  field: string,
  rule = 'SPO-27',
): Refusal[] =>
  appointments
    .filter((appointment) => overlaps(appointment.period, period))
    .map(({ personName, period: { from, to } }) => ({
      rule,
      field,
      message:
        `${personName} is sponsor from ${dayInWords(from)}${to === null ? '' : ` to ${dayInWords(to)}`}. ` +
        'End that appointment first, or choose a term outside it.',
    }));

/** What ending an appointment changes: the period that is left on record, and the day it was ended for. */
export type AppointmentEnding = { readonly period: Period; readonly endedOn: DateOnly; readonly reason: string };

/**
 * Ends an appointment on a day, the first without it, with a reason; once (SPO-30). One that has not begun is called off: a
 * single day stays on record, so that the row remains, but it was never in office.
 */
export const endAppointment = (appointment: Appointment, on: DateOnly, reason: string): Decision<AppointmentEnding> => {
  const { personName, period } = appointment;
  const refusals: Refusal[] = [];
  if (reason.trim() === '') refusals.push({ rule: 'SPO-30', field: 'reason', message: 'Say why it ends.' });
  if (appointment.endedOn !== null) {
    refusals.push({
      rule: 'SPO-30',
      message: `The appointment of ${personName} was ended already, on ${dayInWords(appointment.endedOn)}.`,
    });
  } else if (period.to !== null && period.to <= on) {
    refusals.push({
      rule: 'SPO-30',
      field: 'on',
      message: `The term of ${personName} ends on ${dayInWords(period.to)} anyway. Choose an earlier day.`,
    });
  }
  const firstEnd = addDays(period.from, 1);
  return acceptUnless(refusals, () => ({
    period: { from: period.from, to: on < firstEnd ? firstEnd : on },
    endedOn: on,
    reason: reason.trim(),
  }));
};

export type CounterpartAsked = {
  readonly person: {
    readonly name: string;
    readonly organisationId: string;
    readonly organisationName: string;
  } | null;
  readonly partnerIds: readonly string[];
  readonly period: Period;
  readonly appointments: readonly Appointment[];
};

/** The counterpart belongs to a partner of this alliance, for a period in order in which that side has nobody (SPO-31). */
export const nameCounterpart = ({ person, partnerIds, period, appointments }: CounterpartAsked): Decision<Period> => {
  const refusals: Refusal[] = [];
  if (!person) {
    refusals.push({
      rule: 'SPO-31',
      field: 'personId',
      message: 'This person is not on record. Choose somebody again.',
    });
  } else if (!partnerIds.includes(person.organisationId)) {
    refusals.push({
      rule: 'SPO-31',
      field: 'personId',
      message: `${person.name} belongs to ${person.organisationName}, which is no partner of this alliance.`,
    });
  }
  if (!isInOrder(period)) {
    refusals.push({
      rule: 'SPO-31',
      field: 'to',
      message: 'The term ends on or before the day it begins. Choose a later end.',
    });
  } else {
    refusals.push(
      ...overlapRefusals(
        appointments.filter(({ side }) => side === 'theirs'),
        period,
        'from',
        'SPO-31',
      ),
    );
  }
  return acceptUnless(refusals, () => period);
};

/** The first day from `today` on which the side has nobody, as far as is on record; today when someone has no known end. */
export const firstFreeDay = (appointments: readonly Appointment[], side: Side, today: DateOnly): DateOnly => {
  const ofSide = appointments.filter((appointment) => appointment.side === side);
  const next = (day: DateOnly): DateOnly | null => {
    const inOffice = ofSide.find(({ period }) => contains(period, day));
    return inOffice ? (inOffice.period.to ?? null) : day;
  };
  let day = today;
  for (;;) {
    const free = next(day);
    if (free === null) return today;
    if (free === day) return day;
    day = free;
  }
};

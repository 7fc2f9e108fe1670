import type { Side } from '#kernel/actor.ts';
import type { DateOnly } from '#kernel/date-only.ts';
import { acceptUnless, type Decision, type Refusal, refuse } from '#kernel/decision.ts';
import { contains, isInOrder, overlaps, type Period } from '#kernel/period.ts';
import type { OrganisationKind } from './alliance.ts';

/** Who manages the alliance day to day on one side, from a day on, until a day or without a known end. */
export type ManagerTerm = {
  readonly id: string;
  readonly side: Side;
  readonly personId: string;
  readonly personName: string;
  readonly period: Period;
};

export type ManagerAsked = {
  readonly side: Side;
  readonly personId: string;
  readonly period: Period;
};

/** The person asked for, with the organisation they belong to. */
export type ManagerPerson = {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly organisationKind: OrganisationKind;
};

/** A change of manager: the term that stops for it, if one was running, and the one that begins. */
export type ManagerChange = {
  readonly stops: { readonly termId: string; readonly on: DateOnly } | null;
  readonly begins: ManagerAsked;
};

/** Who manages one side on a day; null when nobody does. */
export const managerOn = (terms: readonly ManagerTerm[], side: Side, day: DateOnly): ManagerTerm | null =>
  terms.find((term) => term.side === side && contains(term.period, day)) ?? null;

/**
 * Sets who manages one side. A term that runs when the new one begins stops that day; any other overlap is refused
 * (ALL-10), and so is a person who does not belong to the side (ALL-11).
 */
export const setManager = (
  terms: readonly ManagerTerm[],
  asked: ManagerAsked,
  person: ManagerPerson | null,
  partnerIds: readonly string[],
): Decision<ManagerChange> => {
  const ofSide = terms.filter((term) => term.side === asked.side);
  const stopping = ofSide.find(({ period }) => period.from < asked.period.from && contains(period, asked.period.from));
  const refusals = [
    ...sideRefusals(asked.side, person, partnerIds),
    ...periodRefusals(asked.period),
    ...overlapRefusals(
      ofSide.filter((term) => term !== stopping),
      asked.period,
    ),
    ...sameRefusals(stopping, asked),
  ];
  return acceptUnless(refusals, () => ({
    stops: stopping ? { termId: stopping.id, on: asked.period.from } : null,
    begins: asked,
  }));
};

/** Ends a term on a day: the first on which the person no longer manages the alliance (ALL-10). */
export const endManagerTerm = (term: ManagerTerm, on: DateOnly): Decision<DateOnly> => {
  if (on <= term.period.from) {
    return refuse({
      rule: 'ALL-10',
      field: 'on',
      message: `${term.personName} manages the alliance from ${term.period.from}. Choose a later day.`,
    });
  }
  if (term.period.to !== null && term.period.to <= on) {
    return refuse({
      rule: 'ALL-10',
      field: 'on',
      message: `The term of ${term.personName} ends on ${term.period.to} already. Choose an earlier day.`,
    });
  }
  return { ok: true, value: on };
};

const sideRefusals = (side: Side, person: ManagerPerson | null, partnerIds: readonly string[]): Refusal[] => {
  const rule = 'ALL-11';
  const field = 'personId';
  if (!person) return [{ rule, field, message: 'This person is not on record. Choose somebody again.' }];
  const belongs = side === 'ours' ? person.organisationKind === 'own' : partnerIds.includes(person.organisationId);
  if (belongs) return [];
  const wanted = side === 'ours' ? 'our own company' : 'a partner of this alliance';
  const message = `${person.name} belongs to ${person.organisationName}. Choose somebody of ${wanted}.`;
  return [{ rule, field, message }];
};

const periodRefusals = (period: Period): Refusal[] =>
  isInOrder(period)
    ? []
    : [{ rule: 'ALL-10', field: 'to', message: 'The term ends on or before the day it begins. Choose a later end.' }];

const overlapRefusals = (terms: readonly ManagerTerm[], period: Period): Refusal[] =>
  terms
    .filter((term) => overlaps(term.period, period))
    .map((term) => ({
      rule: 'ALL-10',
      field: 'from',
      message:
        `${term.personName} manages this side from ${term.period.from}` +
        `${term.period.to === null ? '' : ` to ${term.period.to}`}. Choose days outside that term.`,
    }));

const sameRefusals = (stopping: ManagerTerm | undefined, { personId }: ManagerAsked): Refusal[] =>
  stopping && stopping.personId === personId
    ? [
        {
          rule: 'ALL-10',
          field: 'personId',
          message: `${stopping.personName} manages this side already, since ${stopping.period.from}.`,
        },
      ]
    : [];

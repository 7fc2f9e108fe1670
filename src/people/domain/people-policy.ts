import type { Actor } from '#kernel/actor.ts';
import type { Refusal } from '#kernel/decision.ts';

const seesPeople = (actor: Actor): boolean =>
  actor.side === 'ours' && ['headOfAlliances', 'allianceManager', 'auditor', 'system'].includes(actor.role);

const keepsPeople = (actor: Actor): boolean =>
  actor.side === 'ours' && ['headOfAlliances', 'system'].includes(actor.role);

const unless = (holds: boolean, message: string): Refusal[] => (holds ? [] : [{ rule: 'PEO-18', message }]);

/** PEO-18: who reads people, organisations, areas and the chart. Anyone may read what is kept about themselves. */
export const mayReadPeople = (actor: Actor): Refusal[] =>
  unless(
    seesPeople(actor),
    'People and organisations are open to the head of alliances, alliance managers and auditors.',
  );

export const mayReadPerson = (actor: Actor, personId: string): Refusal[] =>
  actor.side === 'ours' && actor.personId === personId ? [] : mayReadPeople(actor);

/** PEO-18: who writes them. */
export const mayEditPeople = (actor: Actor): Refusal[] =>
  unless(keepsPeople(actor), 'Only the head of alliances changes people, organisations and areas.');

/** PEO-18: who takes out all that is kept about one person: those who see every table, so that nothing is left out. */
export const mayExportPerson = (actor: Actor): Refusal[] =>
  unless(
    keepsPeople(actor) || (actor.side === 'ours' && actor.role === 'auditor'),
    'Only the head of alliances or an auditor can take out all that is kept about a person; ask one of them.',
  );

/** PEO-18: who takes out whole lists, which is as far-reaching. */
export const mayExportPeople = (actor: Actor): Refusal[] =>
  mayExportPerson(actor).length === 0
    ? []
    : unless(false, 'Only the head of alliances and auditors take out whole lists.');

export const mayErasePerson = (actor: Actor): Refusal[] =>
  unless(keepsPeople(actor), 'Only the head of alliances may erase a person.');

import type { Actor, Role } from '#kernel/actor.ts';
import type { Refusal } from '#kernel/decision.ts';

/** Who may do what about sponsorship (SPO-36). Which alliances are within reach is row security's matter, not ours. */
export type Ability =
  | 'policy.edit'
  | 'policy.read'
  | 'sponsorship.read'
  | 'candidates.read'
  | 'candidates.rate'
  | 'archetype.choose'
  | 'nomination.make'
  | 'nomination.withdraw'
  | 'case.read'
  | 'counterpart.name'
  | 'appointment.end';

const steering: readonly Role[] = ['headOfAlliances', 'system'];
const managing: readonly Role[] = [...steering, 'allianceManager'];
const weighing: readonly Role[] = [...managing, 'auditor'];
const seated: readonly Role[] = [...weighing, 'executiveSponsor', 'assistant'];

const holders: { readonly [ability in Ability]: { readonly roles: readonly Role[]; readonly whyNot: string } } = {
  'policy.edit': { roles: steering, whyNot: 'Only a head of alliances changes the sponsorship policy.' },
  'policy.read': { roles: weighing, whyNot: 'The sponsorship policy is for those who choose sponsors.' },
  'sponsorship.read': { roles: seated, whyNot: 'This is for our own side of the alliance.' },
  'candidates.read': { roles: weighing, whyNot: 'Candidates are shown only to those who choose sponsors.' },
  'candidates.rate': { roles: managing, whyNot: 'Only a head of alliances or the alliance manager rates candidates.' },
  'archetype.choose': { roles: steering, whyNot: "Only a head of alliances sets an alliance's archetype." },
  'nomination.make': {
    roles: managing,
    whyNot: 'Only a head of alliances or the alliance manager asks an executive to be sponsor.',
  },
  'nomination.withdraw': {
    roles: managing,
    whyNot: 'Only a head of alliances or the alliance manager takes a nomination back.',
  },
  'case.read': { roles: weighing, whyNot: 'Selection cases are shown only to those who choose sponsors.' },
  'counterpart.name': {
    roles: managing,
    whyNot: "Only a head of alliances or the alliance manager names the partner's sponsor.",
  },
  'appointment.end': {
    roles: managing,
    whyNot: 'Only a head of alliances or the alliance manager ends an appointment.',
  },
};

/** Empty when the actor may; otherwise why not (SPO-36). */
export const against = (actor: Actor, ability: Ability): readonly Refusal[] => {
  const { roles, whyNot } = holders[ability];
  return actor.side === 'ours' && roles.includes(actor.role) ? [] : [{ rule: 'SPO-36', message: whyNot }];
};

/** A nomination is answered by the person asked, or by their assistant on their behalf (SPO-36). */
export const againstAnswering = (actor: Actor, nomineeId: string): readonly Refusal[] =>
  actor.side === 'ours' && actor.role !== 'auditor' && actor.personId === nomineeId
    ? []
    : [{ rule: 'SPO-36', message: 'Only the person asked, or their assistant, answers a nomination.' }];

/** What a page needs to know of an ability: true, or the sentence that says why not. */
export const mayOrWhy = (refusals: readonly Refusal[]): true | string => refusals[0]?.message ?? true;

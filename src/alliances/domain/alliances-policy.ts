import type { Actor, Side } from '#kernel/actor.ts';
import type { Refusal } from '#kernel/decision.ts';

const rule = 'ALL-12';

const answersForAll = ({ role }: Actor): boolean => role === 'headOfAlliances' || role === 'system';

/** ALL-12: the head of alliances registers; everybody else proposes it to them. */
export const mayRegisterAlliance = (actor: Actor): Refusal[] =>
  answersForAll(actor)
    ? []
    : [{ rule, message: 'Only the head of alliances registers an alliance. Ask them to add it.' }];

/**
 * ALL-12: the head of alliances edits every alliance, an alliance manager the one they manage today.
 * @param managerId who manages our side today
 */
export const mayEditAlliance = (actor: Actor, managerId: string | null): Refusal[] => {
  if (answersForAll(actor)) return [];
  if (actor.role !== 'allianceManager') {
    return [{ rule, message: 'Only the head of alliances and the alliance manager change an alliance.' }];
  }
  return actor.personId !== null && actor.personId === managerId
    ? []
    : [{ rule, message: 'You change the alliances that you manage; somebody else manages this one.' }];
};

/** ALL-12: who manages our side is for the head of alliances to say; the partner's manager is noted by ours. */
export const maySetManager = (actor: Actor, side: Side, managerId: string | null): Refusal[] => {
  if (side === 'theirs' || answersForAll(actor)) return mayEditAlliance(actor, managerId);
  return [{ rule, message: 'Only the head of alliances says who manages the alliance on our side.' }];
};

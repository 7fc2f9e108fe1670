import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import { mayEditPeople } from '#people/domain/people-policy.ts';
import { decidePosition } from '#people/domain/position.ts';
import type { PositionBody } from '#people/position-contract.ts';
import type { Context } from '#platform/context.ts';
import { loadPerson } from './person-store.ts';
import { loadPositionFacts } from './position-facts.ts';
import { loadPosition, updatePosition } from './position-store.ts';

export const amendPosition = async (
  context: Context,
  positionId: string,
  body: PositionBody,
): Promise<Decision<{ id: string }>> => {
  const barred = mayEditPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const before = await loadPosition(context.db, positionId);
  const person = before && (await loadPerson(context.db, before.personId));
  if (!before || !person) return missing('post');
  const facts = await loadPositionFacts(context, { ...person, isErased: person.erased !== null }, positionId, body);
  const decision = decidePosition(body, facts);
  if (!decision.ok) return decision;
  await updatePosition(context, positionId, decision.value);
  await context.record([
    {
      type: 'position.corrected',
      subjects: [
        { kind: 'person', id: person.id },
        { kind: 'position', id: positionId },
      ],
      detail: {
        was: before.view,
        is: { ...decision.value, budget: decision.value.budget ? { ...decision.value.budget } : null },
      },
    },
  ]);
  return accept({ id: positionId });
};

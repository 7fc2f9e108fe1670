import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import { mayEditPeople } from '#people/domain/people-policy.ts';
import { decidePosition } from '#people/domain/position.ts';
import type { PositionBody } from '#people/position-contract.ts';
import type { Context } from '#platform/context.ts';
import { loadPerson } from './person-store.ts';
import { loadPositionFacts } from './position-facts.ts';
import { insertPosition } from './position-store.ts';

export const recordPosition = async (
  context: Context,
  personId: string,
  body: PositionBody,
): Promise<Decision<{ id: string }>> => {
  const barred = mayEditPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const person = await loadPerson(context.db, personId);
  if (!person) return missing('person');
  const facts = await loadPositionFacts(context, { ...person, isErased: person.erased !== null }, null, body);
  const decision = decidePosition(body, facts);
  if (!decision.ok) return decision;
  const id = context.newId();
  await insertPosition(context, id, personId, decision.value);
  await context.record([
    {
      type: 'position.recorded',
      subjects: [
        { kind: 'person', id: personId },
        { kind: 'position', id },
      ],
      detail: { ...decision.value, budget: decision.value.budget ? { ...decision.value.budget } : null },
    },
  ]);
  return accept({ id });
};

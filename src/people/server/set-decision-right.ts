import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import { type DecisionRightDraft, decideRight } from '#people/domain/decision-right.ts';
import { mayEditPeople } from '#people/domain/people-policy.ts';
import type { Context } from '#platform/context.ts';
import { loadPerson } from './person-store.ts';
import { deleteRight, putRight } from './right-store.ts';

export const grantRight = async (
  context: Context,
  personId: string,
  draft: DecisionRightDraft,
): Promise<Decision<{ id: string } & DecisionRightDraft>> => {
  const barred = mayEditPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const person = await loadPerson(context.db, personId);
  if (!person) return missing('person');
  const decision = decideRight(draft, { personIsErased: person.erased !== null });
  if (!decision.ok) return decision;
  const id = await putRight(context, personId, decision.value);
  const { upTo, ...words } = decision.value;
  await context.record([
    {
      type: 'decisionRight.set',
      subjects: [{ kind: 'person', id: personId }],
      detail: { ...words, upTo: upTo ? { ...upTo } : null },
    },
  ]);
  return accept({ id, ...decision.value });
};

export const withdrawRight = async (context: Context, id: string): Promise<Decision<{ id: string }>> => {
  const barred = mayEditPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const removed = await deleteRight(context.db, id);
  if (!removed) return missing('decision right');
  await context.record([
    {
      type: 'decisionRight.removed',
      subjects: [{ kind: 'person', id: removed.person_id }],
      detail: { decision: removed.decision },
    },
  ]);
  return accept({ id });
};

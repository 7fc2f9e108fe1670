import { dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import { type AnnouncedMoveDraft, decideAnnouncedMove } from '#people/domain/announced-move.ts';
import { mayEditPeople } from '#people/domain/people-policy.ts';
import type { Context } from '#platform/context.ts';
import { loadPerson } from './person-store.ts';
import { deleteMove, insertMove } from './right-store.ts';

export const recordMove = async (
  context: Context,
  personId: string,
  draft: AnnouncedMoveDraft,
): Promise<Decision<{ id: string } & AnnouncedMoveDraft>> => {
  const barred = mayEditPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const person = await loadPerson(context.db, personId);
  if (!person) return missing('person');
  const decision = decideAnnouncedMove(draft, { today: dayOf(context.now), personIsErased: person.erased !== null });
  if (!decision.ok) return decision;
  const id = await insertMove(context, personId, decision.value);
  await context.record([
    { type: 'person.moveAnnounced', subjects: [{ kind: 'person', id: personId }], detail: { ...decision.value } },
  ]);
  return accept({ id, ...decision.value });
};

export const withdrawMove = async (context: Context, id: string): Promise<Decision<{ id: string }>> => {
  const barred = mayEditPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const removed = await deleteMove(context.db, id);
  if (!removed) return missing('announced move');
  await context.record([
    {
      type: 'person.moveWithdrawn',
      subjects: [{ kind: 'person', id: removed.person_id }],
      detail: { on: removed.on_day },
    },
  ]);
  return accept({ id });
};

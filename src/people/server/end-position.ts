import { type DateOnly, dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import { mayEditPeople } from '#people/domain/people-policy.ts';
import { decideEnd } from '#people/domain/position.ts';
import type { Context } from '#platform/context.ts';
import { loadPosition, setPositionEnd } from './position-store.ts';

export const leavePosition = async (
  context: Context,
  positionId: string,
  on: DateOnly,
): Promise<Decision<{ id: string }>> => {
  const barred = mayEditPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const position = await loadPosition(context.db, positionId);
  if (!position) return missing('post');
  const decision = decideEnd(position.view, on, dayOf(context.now));
  if (!decision.ok) return decision;
  await setPositionEnd(context, positionId, decision.value);
  await context.record([
    {
      type: 'position.ended',
      subjects: [
        { kind: 'person', id: position.personId },
        { kind: 'position', id: positionId },
      ],
      detail: { on },
    },
  ]);
  return accept({ id: positionId });
};

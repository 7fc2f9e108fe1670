import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import { decideAreaPlace } from '#people/domain/area.ts';
import { mayEditPeople } from '#people/domain/people-policy.ts';
import type { Context } from '#platform/context.ts';
import { findPathUp, loadArea, lockAreaTree, setAreaParent } from './area-store.ts';

export const placeArea = async (
  context: Context,
  id: string,
  parentId: string | null,
): Promise<Decision<{ id: string; name: string }>> => {
  const barred = mayEditPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  await lockAreaTree(context);
  const area = await loadArea(context.db, id);
  if (!area) return missing('area');
  const decision = decideAreaPlace(area, parentId === null ? [] : await findPathUp(context.db, parentId));
  if (!decision.ok) return decision;
  await setAreaParent(context, id, decision.value.parentId);
  await context.record([
    {
      type: 'area.moved',
      subjects: [{ kind: 'area', id }],
      detail: { from: area.parentId, to: decision.value.parentId },
    },
  ]);
  return accept({ id, name: area.name });
};

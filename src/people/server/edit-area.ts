import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import { type AreaDraft, decideArea } from '#people/domain/area.ts';
import { mayEditPeople } from '#people/domain/people-policy.ts';
import type { Context } from '#platform/context.ts';
import { loadArea, updateArea } from './area-store.ts';
import { findUserOfExternalId } from './organisation-store.ts';

export const changeArea = async (
  context: Context,
  id: string,
  body: AreaDraft,
): Promise<Decision<{ id: string; name: string }>> => {
  const barred = mayEditPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const before = await loadArea(context.db, id);
  if (!before) return missing('area');
  const decision = decideArea(body, {
    externalIdUsedBy: await findUserOfExternalId(context.db, 'business_areas', body.externalId, id),
  });
  if (!decision.ok) return decision;
  await updateArea(context, id, decision.value);
  const { name, kind, externalId } = before;
  await context.record([
    {
      type: 'area.edited',
      subjects: [{ kind: 'area', id }],
      detail: { was: { name, kind, externalId }, is: { ...decision.value } },
    },
  ]);
  return accept({ id, name: decision.value.name });
};

import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import { type AreaResult, decideAreaResult } from '#people/domain/area.ts';
import { mayEditPeople } from '#people/domain/people-policy.ts';
import type { Context } from '#platform/context.ts';
import { deleteAreaResult, loadArea, putAreaResult } from './area-store.ts';

export const recordAreaResult = async (
  context: Context,
  areaId: string,
  result: AreaResult,
): Promise<Decision<AreaResult>> => {
  const barred = mayEditPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  if (!(await loadArea(context.db, areaId))) return missing('area');
  const decision = decideAreaResult(result);
  if (!decision.ok) return decision;
  await putAreaResult(context, areaId, decision.value);
  await context.record([
    { type: 'area.resultSet', subjects: [{ kind: 'area', id: areaId }], detail: { ...decision.value } },
  ]);
  return accept(decision.value);
};

export const withdrawAreaResult = async (
  context: Context,
  areaId: string,
  year: number,
): Promise<Decision<{ id: string; name: string }>> => {
  const barred = mayEditPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const area = await loadArea(context.db, areaId);
  if (!area || !(await deleteAreaResult(context, areaId, year))) return missing('result');
  await context.record([{ type: 'area.resultRemoved', subjects: [{ kind: 'area', id: areaId }], detail: { year } }]);
  return accept({ id: areaId, name: area.name });
};

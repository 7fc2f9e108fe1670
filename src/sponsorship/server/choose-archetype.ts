import { findAlliance } from '#alliances/server/alliance-queries.ts';
import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import { against } from '#sponsorship/domain/sponsorship-abilities.ts';
import type { ProfileName } from '#sponsorship/domain/sponsorship-policy.ts';
import { actorKey } from './name-of-actor.ts';
import { findArchetypeOverride } from './policy-queries.ts';

/** Gives one alliance an archetype of its own, or returns it to the company's, with a reason (M14). */
export const chooseAllianceArchetype = async (
  context: Context,
  allianceId: string,
  archetype: ProfileName | null,
  reason: string,
): Promise<Decision<{ archetype: ProfileName | null }>> => {
  const { db, actor, workspaceId, now } = context;
  const refusals = against(actor, 'archetype.choose');
  if (refusals.length) return forbidden(...refusals);
  if (!(await findAlliance(db, allianceId))) return missing('alliance');
  const before = await findArchetypeOverride(db, allianceId);
  if ((before?.archetype ?? null) === archetype && before?.reason === reason) return accept({ archetype });
  await db
    .insertInto('alliance_archetypes')
    .values({
      workspace_id: workspaceId,
      id: context.newId(),
      alliance_id: allianceId,
      archetype,
      reason,
      set_at: now,
      set_by: actorKey(actor),
    })
    .execute();
  await context.record([
    {
      type: 'sponsorship.archetypeChosen',
      subjects: [{ kind: 'alliance', id: allianceId }],
      detail: { before: before?.archetype ?? null, after: archetype, reason },
    },
  ]);
  return accept({ archetype });
};

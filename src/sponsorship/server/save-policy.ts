import { sql } from 'kysely';
import { accept, type Decision, forbidden, refuse } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import { against } from '#sponsorship/domain/sponsorship-abilities.ts';
import type { SponsorshipPolicy } from '#sponsorship/domain/sponsorship-policy.ts';
import { settingsChanged } from '#sponsorship/domain/policy-changes.ts';
import { actorKey } from './name-of-actor.ts';
import { findPolicyInForce, type PolicyOnRecord } from './policy-queries.ts';

/** Saves a new version of the policy, unless somebody saved one meanwhile (SPO-35). */
export const savePolicyVersion = async (
  context: Context,
  { settings, basedOn, reason }: { settings: SponsorshipPolicy; basedOn: number; reason: string },
): Promise<Decision<Omit<PolicyOnRecord, 'settings'>>> => {
  const { db, actor, workspaceId, now } = context;
  const refusals = against(actor, 'policy.edit');
  if (refusals.length) return forbidden(...refusals);
  // Savers queue here, so that each sees the version before.
  await sql`select id from workspaces where id = ${workspaceId} for no key update`.execute(db);
  const current = await findPolicyInForce(db);
  if (current.version !== basedOn) {
    return refuse({
      rule: 'SPO-35',
      field: 'basedOn',
      message:
        `${current.savedBy ?? 'Somebody'} saved version ${current.version} meanwhile. ` +
        'Read it, then make your change again on top of it.',
    });
  }
  const changes = settingsChanged(current.settings, settings);
  if (changes.length === 0) return refuse({ rule: 'SPO-35', message: 'Nothing differs from the version in force.' });
  const version = current.version + 1;
  await db
    .insertInto('sponsorship_policies')
    .values({
      workspace_id: workspaceId,
      version,
      settings: JSON.stringify(settings),
      saved_at: now,
      saved_by: actorKey(actor),
      reason,
    })
    .execute();
  await context.record([
    {
      type: 'sponsorship.policySaved',
      subjects: [{ kind: 'workspace', id: workspaceId }],
      detail: { version, reason, changes, settings },
    },
  ]);
  return accept({ version, savedAt: now, savedBy: actor.name, reason });
};

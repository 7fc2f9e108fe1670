import { type AllianceDescription, describeAlliance } from '#alliances/domain/alliance.ts';
import type { Phase } from '#alliances/domain/alliance-phase.ts';
import { mayRegisterAlliance } from '#alliances/domain/alliances-policy.ts';
import { accept, type Decision, forbidden } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import { findKnownParties, insertAlliance } from './alliance-store.ts';

/** Puts an alliance on record in the phase it is in. */
export const registerAlliance = async (
  context: Context,
  description: AllianceDescription,
  phase: Phase,
): Promise<Decision<{ id: string }>> => {
  const refusals = mayRegisterAlliance(context.actor);
  if (refusals.length) return forbidden(...refusals);
  const described = describeAlliance(description, await findKnownParties(context.db, description, null));
  if (!described.ok) return described;
  const id = context.newId();
  await insertAlliance(context, id, described.value, phase);
  await context.record([
    {
      type: 'alliance.registered',
      subjects: [{ kind: 'alliance', id }],
      detail: { ...described.value, phase },
    },
  ]);
  return accept({ id });
};

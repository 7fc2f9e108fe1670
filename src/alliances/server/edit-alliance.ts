import { type AllianceDescription, changedParts, describeAlliance } from '#alliances/domain/alliance.ts';
import { managerOn } from '#alliances/domain/alliance-manager-term.ts';
import { mayEditAlliance } from '#alliances/domain/alliances-policy.ts';
import { dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import type { Json } from '#kernel/event.ts';
import type { Context } from '#platform/context.ts';
import { findKnownParties, loadAlliance, updateAlliance } from './alliance-store.ts';
import { loadManagerTerms } from './manager-term-store.ts';

/** Changes what is written down about an alliance; what stays the same leaves no trace in the ledger. */
export const editAlliance = async (
  context: Context,
  id: string,
  description: AllianceDescription,
): Promise<Decision<{ id: string }>> => {
  const { db, actor, now } = context;
  const alliance = await loadAlliance(db, id);
  if (!alliance) return missing('alliance');
  const terms = await loadManagerTerms(db, id);
  const refusals = mayEditAlliance(actor, managerOn(terms, 'ours', dayOf(now))?.personId ?? null);
  if (refusals.length) return forbidden(...refusals);
  const described = describeAlliance(description, await findKnownParties(db, description, alliance));
  if (!described.ok) return described;
  const changes = changedParts(alliance.description, described.value);
  if (changes.length === 0) return accept({ id });
  await updateAlliance(context, id, described.value);
  const sides = changes.map((part): [string, Json] => [
    part,
    { before: alliance.description[part] as Json, after: described.value[part] as Json },
  ]);
  await context.record([
    { type: 'alliance.edited', subjects: [{ kind: 'alliance', id }], detail: { changes: Object.fromEntries(sides) } },
  ]);
  return accept({ id });
};

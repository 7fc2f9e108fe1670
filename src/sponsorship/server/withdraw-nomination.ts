import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import { withdrawNomination } from '#sponsorship/domain/nomination.ts';
import { against } from '#sponsorship/domain/sponsorship-abilities.ts';
import { sendWithdrawalLetter } from './nomination-letters.ts';
import { holdAlliance, loadNomination, recordNominationEnd } from './nomination-store.ts';

/** Takes a waiting nomination back, and tells the nominee (SPO-28). */
export const takeNominationBack = async (
  context: Context,
  nominationId: string,
  reason: string,
): Promise<Decision<{ state: 'withdrawn' }>> => {
  const { db, actor, now } = context;
  const refusals = against(actor, 'nomination.withdraw');
  if (refusals.length) return forbidden(...refusals);
  const seen = await loadNomination(db, nominationId);
  if (!seen) return missing('nomination');
  await holdAlliance(db, seen.alliance.id);
  const found = (await loadNomination(db, nominationId)) ?? seen;
  const decision = withdrawNomination(found.nomination, reason, now);
  if (!decision.ok) return decision;
  await recordNominationEnd(context, nominationId, 'withdrawn', decision.value.reason);
  await sendWithdrawalLetter(context, found);
  await context.record([
    {
      type: 'sponsorship.withdrawn',
      subjects: [
        { kind: 'nomination', id: nominationId },
        { kind: 'alliance', id: found.alliance.id },
        { kind: 'person', id: found.nomination.personId },
      ],
      detail: { person: found.nomination.personName, reason: decision.value.reason },
    },
  ]);
  return accept({ state: 'withdrawn' });
};

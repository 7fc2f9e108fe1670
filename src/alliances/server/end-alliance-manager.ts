import { endManagerTerm, managerOn } from '#alliances/domain/alliance-manager-term.ts';
import { maySetManager } from '#alliances/domain/alliances-policy.ts';
import { type DateOnly, dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import { loadAlliance } from './alliance-store.ts';
import { loadManagerTerms, stopManagerTerm } from './manager-term-store.ts';

/** Ends an alliance manager's term without a successor. */
export const endAllianceManager = async (
  context: Context,
  allianceId: string,
  termId: string,
  on: DateOnly,
): Promise<Decision<{ id: string }>> => {
  const { db, actor, now } = context;
  const alliance = await loadAlliance(db, allianceId);
  if (!alliance) return missing('alliance');
  const terms = await loadManagerTerms(db, allianceId);
  const term = terms.find(({ id }) => id === termId);
  if (!term) return missing('term of an alliance manager');
  const refusals = maySetManager(actor, term.side, managerOn(terms, 'ours', dayOf(now))?.personId ?? null);
  if (refusals.length) return forbidden(...refusals);
  const end = endManagerTerm(term, on);
  if (!end.ok) return end;
  await stopManagerTerm(db, termId, end.value);
  await context.record([
    {
      type: 'alliance.managerEnded',
      subjects: [
        { kind: 'alliance', id: allianceId },
        { kind: 'person', id: term.personId },
      ],
      detail: { termId, side: term.side, on: end.value },
    },
  ]);
  return accept({ id: termId });
};

import { type ManagerAsked, managerOn, setManager } from '#alliances/domain/alliance-manager-term.ts';
import { maySetManager } from '#alliances/domain/alliances-policy.ts';
import { dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import { loadAlliance } from './alliance-store.ts';
import { findManagerPerson, insertManagerTerm, loadManagerTerms, stopManagerTerm } from './manager-term-store.ts';

/** Says who manages one side of an alliance from a day on; who managed it until then stops that day. */
export const setAllianceManager = async (
  context: Context,
  allianceId: string,
  asked: ManagerAsked,
): Promise<Decision<{ id: string }>> => {
  const { db, actor, now } = context;
  const alliance = await loadAlliance(db, allianceId);
  if (!alliance) return missing('alliance');
  const terms = await loadManagerTerms(db, allianceId);
  const refusals = maySetManager(actor, asked.side, managerOn(terms, 'ours', dayOf(now))?.personId ?? null);
  if (refusals.length) return forbidden(...refusals);
  const person = await findManagerPerson(db, asked.personId);
  const change = setManager(terms, asked, person, alliance.description.partnerIds);
  if (!change.ok) return change;
  const { stops, begins } = change.value;
  if (stops) await stopManagerTerm(db, stops.termId, stops.on);
  const id = context.newId();
  await insertManagerTerm(context, allianceId, id, begins);
  await context.record([
    {
      type: 'alliance.managerSet',
      subjects: [
        { kind: 'alliance', id: allianceId },
        { kind: 'person', id: begins.personId },
      ],
      detail: {
        termId: id,
        side: begins.side,
        from: begins.period.from,
        to: begins.period.to,
        stoppedTermId: stops?.termId,
      },
    },
  ]);
  return accept({ id });
};

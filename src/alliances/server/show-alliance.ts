import type { AllianceView, ManagerTermView } from '#alliances/alliances-contract.ts';
import { type ManagerTerm, managerOn } from '#alliances/domain/alliance-manager-term.ts';
import { mayEditAlliance, maySetManager } from '#alliances/domain/alliances-policy.ts';
import { type DateOnly, dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, missing, type Refusal } from '#kernel/decision.ts';
import { contains } from '#kernel/period.ts';
import type { Context } from '#platform/context.ts';
import { findAlliance, findPhaseEntries } from './alliance-queries.ts';
import { loadManagerTerms } from './manager-term-store.ts';

/** One alliance as its page shows it, with what this actor may do next. */
export const showAlliance = async ({ db, actor, now }: Context, id: string): Promise<Decision<AllianceView>> => {
  const alliance = await findAlliance(db, id);
  if (!alliance) return missing('alliance');
  const { registeredAt, values, decisions, ...facts } = alliance;
  const terms = await loadManagerTerms(db, id);
  const entries = await findPhaseEntries(db, id);
  const today = dayOf(now);
  const managerId = managerOn(terms, 'ours', today)?.personId ?? null;
  return accept({
    ...facts,
    partners: [...facts.partners],
    objectives: [...facts.objectives],
    values: values.map(({ areaId, areaName, yearly }) => ({
      area: { id: areaId, name: areaName },
      amount: yearly.amount,
    })),
    decisions: decisions.map(({ decision, amount }) => ({ decision, amount: amount?.amount ?? null })),
    managers: terms.map((term) => termView(term, today)),
    phaseEntries: entries.map((entry) => ({ ...entry, enteredAt: entry.enteredAt.toISOString() })).reverse(),
    today,
    may: {
      edit: permitted(mayEditAlliance(actor, managerId)),
      movePhase: permitted(mayEditAlliance(actor, managerId)),
      setOurManager: permitted(maySetManager(actor, 'ours', managerId)),
      setTheirManager: permitted(maySetManager(actor, 'theirs', managerId)),
    },
  });
};

const termView = ({ id, side, personId, personName, period }: ManagerTerm, today: DateOnly): ManagerTermView => ({
  id,
  side,
  person: { id: personId, name: personName },
  from: period.from,
  to: period.to,
  when: contains(period, today) ? 'now' : period.from > today ? 'later' : 'past',
});

const permitted = (refusals: readonly Refusal[]): true | string =>
  refusals.length === 0 ? true : refusals.map(({ message }) => message).join(' ');

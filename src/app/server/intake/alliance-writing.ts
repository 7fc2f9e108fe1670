import type { AllianceDescription } from '#alliances/domain/alliance.ts';
import type { ManagerChange } from '#alliances/domain/alliance-manager-term.ts';
import type { AllianceRecord } from './alliance-book.ts';
import { type Change, type ChangeTarget, difference } from './change.ts';
import type { Plan } from './plan.ts';
import type { ReadRow } from './row-reading.ts';

type Wanted = AllianceDescription & { readonly phase: string; readonly yearlyValue: number };

const columnsOf = (
  alliance:
    | Pick<
        Wanted,
        'externalId' | 'name' | 'purpose' | 'tier' | 'startsOn' | 'endsOn' | 'currency' | 'phase' | 'yearlyValue'
      >
    | AllianceRecord,
) => ({
  external_id: alliance.externalId,
  name: alliance.name,
  purpose: alliance.purpose,
  phase: alliance.phase,
  tier: alliance.tier,
  starts_on: alliance.startsOn,
  ends_on: alliance.endsOn,
  yearly_value: alliance.yearlyValue,
  currency: alliance.currency,
});

/** Writes an alliance and what belongs to it, by the difference to what is on record. True when anything changes. */
export const writeAlliance = (
  plan: Plan,
  alliance: AllianceRecord,
  row: ReadRow,
  wanted: Wanted,
  managers: readonly ManagerChange[],
): boolean => {
  let changes = 0;
  const write = (target: ChangeTarget, rowKey: string, change: Pick<Change, 'action' | 'before' | 'after'>): void => {
    changes += 1;
    plan.write({ target, rowKey, label: wanted.name, sheet: row.sheet, row: row.row, ...change });
  };
  const insert = (target: ChangeTarget, rowKey: string, after: Change['after']) =>
    write(target, rowKey, { action: 'insert', before: null, after });
  const remove = (target: ChangeTarget, rowKey: string, before: Change['before']) =>
    write(target, rowKey, { action: 'delete', before, after: null });
  const { id } = alliance;

  if (alliance.isNew)
    insert('alliances', id, { id, ...columnsOf(wanted), registered_phase: wanted.phase, registered_at: plan.now });
  else {
    const changed = difference(columnsOf(alliance), columnsOf(wanted));
    if (changed) write('alliances', id, { action: 'update', ...changed });
  }
  if (alliance.isNew || alliance.phase !== wanted.phase) {
    const entry = plan.newId();
    insert('alliance_phase_entries', entry, {
      id: entry,
      alliance_id: id,
      phase: wanted.phase,
      entered_at: plan.now,
      entered_by: plan.actorName,
      reason: plan.source,
    });
  }

  for (const partner of wanted.partnerIds)
    if (!alliance.partnerIds.has(partner))
      insert('alliance_partners', `${id}|${partner}`, { alliance_id: id, organisation_id: partner });
  for (const partner of alliance.partnerIds)
    if (!wanted.partnerIds.includes(partner))
      remove('alliance_partners', `${id}|${partner}`, { alliance_id: id, organisation_id: partner });

  const values = new Map(
    wanted.values.map(({ areaId, amount }) => [areaId, { yearly_amount: amount, currency: wanted.currency }]),
  );
  for (const [areaId, after] of values) {
    const known = alliance.values.get(areaId);
    if (!known) insert('alliance_area_values', `${id}|${areaId}`, { alliance_id: id, area_id: areaId, ...after });
    const changed = known && difference({ yearly_amount: known.amount, currency: known.currency }, after);
    if (changed) write('alliance_area_values', `${id}|${areaId}`, { action: 'update', ...changed });
  }
  for (const [areaId, { amount, currency }] of alliance.values) {
    if (!values.has(areaId))
      remove('alliance_area_values', `${id}|${areaId}`, {
        alliance_id: id,
        area_id: areaId,
        yearly_amount: amount,
        currency,
      });
  }

  const decisions = new Map(
    wanted.decisions.map(({ decision, amount }) => [
      decision,
      { amount, currency: amount === null ? null : wanted.currency },
    ]),
  );
  for (const [decision, after] of decisions) {
    const known = alliance.decisions.get(decision);
    if (!known) insert('alliance_decisions', `${id}|${decision}`, { alliance_id: id, decision, ...after });
    // The currency of a decision without an amount means nothing, and is no difference.
    const changed =
      known &&
      (known.amount !== after.amount || (after.amount !== null && known.currency !== after.currency)) &&
      difference({ ...known }, after);
    if (changed) write('alliance_decisions', `${id}|${decision}`, { action: 'update', ...changed });
  }
  for (const [decision, known] of alliance.decisions)
    if (!decisions.has(decision))
      remove('alliance_decisions', `${id}|${decision}`, { alliance_id: id, decision, ...known });

  const known = new Map(alliance.objectives.map((objective) => [objective.id, objective]));
  const isSameOrder =
    alliance.objectives.map((each) => each.id).join() === wanted.objectives.map((each) => each.id).join();
  for (const [place, { id: objectiveId, sentence }] of wanted.objectives.entries()) {
    const before = known.get(objectiveId ?? '');
    known.delete(objectiveId ?? '');
    const newId = plan.newId();
    if (!before) insert('alliance_objectives', newId, { id: newId, alliance_id: id, place, sentence });
    else if (!isSameOrder && before.place !== place)
      write('alliance_objectives', before.id, { action: 'update', before: { place: before.place }, after: { place } });
  }
  for (const { id: objectiveId, place, sentence } of known.values())
    remove('alliance_objectives', objectiveId, { id: objectiveId, alliance_id: id, place, sentence });

  for (const { stops, begins } of managers) {
    const stopped = alliance.managers.find(({ id: termId }) => termId === stops?.termId);
    if (stops && stopped)
      write('alliance_manager_terms', stops.termId, {
        action: 'update',
        before: { to_day: stopped.period.to },
        after: { to_day: stops.on },
      });
    const termId = plan.newId();
    insert('alliance_manager_terms', termId, {
      id: termId,
      alliance_id: id,
      side: begins.side,
      person_id: begins.personId,
      from_day: begins.period.from,
      to_day: begins.period.to,
    });
  }
  return changes > 0;
};

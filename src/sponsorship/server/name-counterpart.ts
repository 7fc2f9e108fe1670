import { findAlliance } from '#alliances/server/alliance-queries.ts';
import { dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import { findPersons } from '#people/server/people-queries.ts';
import type { Context } from '#platform/context.ts';
import { nameCounterpart } from '#sponsorship/domain/appointment.ts';
import { against } from '#sponsorship/domain/sponsorship-abilities.ts';
import { holdAlliance, insertAppointment } from './nomination-store.ts';
import { type AppointmentOnRecord, findAppointment, findAppointmentsOfAlliance } from './sponsorship-queries.ts';

export type CounterpartAsk = {
  readonly personId: string;
  readonly from?: string | undefined;
  readonly to?: string | null | undefined;
};

/** Puts the partner's executive sponsor on record, as our side knows it (SPO-31). */
export const nameCounterpartFor = async (
  context: Context,
  allianceId: string,
  { personId, from, to }: CounterpartAsk,
): Promise<Decision<AppointmentOnRecord>> => {
  const { db, actor, now } = context;
  const refusals = against(actor, 'counterpart.name');
  if (refusals.length) return forbidden(...refusals);
  if (!(await holdAlliance(db, allianceId))) return missing('alliance');
  const alliance = await findAlliance(db, allianceId);
  const today = dayOf(now);
  const person = (await findPersons(db, [personId])).get(personId);
  const decision = nameCounterpart({
    person: person ?? null,
    partnerIds: alliance?.partners.map(({ id }) => id) ?? [],
    period: { from: from ?? today, to: to ?? null },
    appointments: await findAppointmentsOfAlliance(db, allianceId, today),
  });
  if (!decision.ok) return decision;
  const id = context.newId();
  const period = decision.value;
  await insertAppointment(context, {
    id,
    allianceId,
    side: 'theirs',
    personId,
    deputyPersonId: null,
    nominationId: null,
    ...period,
  });
  await context.record([
    {
      type: 'sponsorship.counterpartNamed',
      subjects: [
        { kind: 'appointment', id },
        { kind: 'alliance', id: allianceId },
        { kind: 'person', id: personId },
      ],
      detail: { person: person?.name, organisation: person?.organisationName, from: period.from, to: period.to },
    },
  ]);
  const named = await findAppointment(db, id, today);
  return named ? accept(named) : missing('appointment');
};

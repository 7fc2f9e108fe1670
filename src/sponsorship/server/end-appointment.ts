import { dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import { endAppointment } from '#sponsorship/domain/appointment.ts';
import { against } from '#sponsorship/domain/sponsorship-abilities.ts';
import { actorKey } from './name-of-actor.ts';
import { holdAlliance } from './nomination-store.ts';
import { type AppointmentOnRecord, findAppointment } from './sponsorship-queries.ts';

/** Ends an appointment on a day, past or to come, with a reason (SPO-30). */
export const endAppointmentOn = async (
  context: Context,
  appointmentId: string,
  { on, reason }: { on: string; reason: string },
): Promise<Decision<AppointmentOnRecord>> => {
  const { db, actor, now, workspaceId } = context;
  const refusals = against(actor, 'appointment.end');
  if (refusals.length) return forbidden(...refusals);
  const today = dayOf(now);
  const seen = await findAppointment(db, appointmentId, today);
  if (!seen) return missing('appointment');
  await holdAlliance(db, seen.alliance.id);
  const appointment = (await findAppointment(db, appointmentId, today)) ?? seen;
  const decision = endAppointment(appointment, on, reason);
  if (!decision.ok) return decision;
  const { period, endedOn } = decision.value;
  await db.updateTable('appointments').set({ to_day: period.to }).where('id', '=', appointmentId).execute();
  await db
    .insertInto('appointment_ends')
    .values({
      workspace_id: workspaceId,
      appointment_id: appointmentId,
      ended_on: endedOn,
      recorded_at: now,
      recorded_by: actorKey(actor),
      reason: decision.value.reason,
    })
    .execute();
  await context.record([
    {
      type: 'sponsorship.appointmentEnded',
      subjects: [
        { kind: 'appointment', id: appointmentId },
        { kind: 'alliance', id: appointment.alliance.id },
        { kind: 'person', id: appointment.personId },
      ],
      detail: { person: appointment.personName, side: appointment.side, on: endedOn, reason: decision.value.reason },
    },
  ]);
  return accept((await findAppointment(db, appointmentId, today)) ?? appointment);
};

import { sql } from 'kysely';
import type { Side } from '#kernel/actor.ts';
import type { DateOnly } from '#kernel/date-only.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Appointment, AppointmentKind } from '#sponsorship/domain/appointment.ts';
import { nameOfActor } from './name-of-actor.ts';

export type NamedRef = { readonly id: string; readonly name: string };

/** An appointment as pages show it, with the names behind the ids. */
export type AppointmentOnRecord = Appointment & {
  readonly alliance: NamedRef;
  /** The most senior post that the person holds today. */
  readonly title: string | null;
  readonly organisationName: string;
  readonly deputy: NamedRef | null;
  readonly nominationId: string | null;
  readonly end: { readonly on: DateOnly; readonly by: string; readonly reason: string } | null;
};

/** Appointments of one alliance on both sides, the newest first. */
export const findAppointmentsOfAlliance = async (
  db: Queries,
  allianceId: string,
  today: DateOnly,
): Promise<AppointmentOnRecord[]> => {
  const rows = await appointmentRows(db, today).where('appointment.alliance_id', '=', allianceId).execute();
  return rows.map(appointmentFrom);
};

/** Sponsorships of one person, within reach, the newest first. */
export const findAppointmentsOfPerson = async (
  db: Queries,
  personId: string,
  today: DateOnly,
): Promise<AppointmentOnRecord[]> => {
  const rows = await appointmentRows(db, today).where('appointment.person_id', '=', personId).execute();
  return rows.map(appointmentFrom);
};

export const findAppointment = async (
  db: Queries,
  id: string,
  today: DateOnly,
): Promise<AppointmentOnRecord | null> => {
  const row = await appointmentRows(db, today).where('appointment.id', '=', id).executeTakeFirst();
  return row ? appointmentFrom(row) : null;
};

const appointmentRows = (db: Queries, today: DateOnly) =>
  db
    .selectFrom('appointments as appointment')
    .innerJoin('alliances as alliance', 'alliance.id', 'appointment.alliance_id')
    .innerJoin('persons as person', 'person.id', 'appointment.person_id')
    .innerJoin('organisations as organisation', 'organisation.id', 'person.organisation_id')
    .leftJoin('persons as deputy', 'deputy.id', 'appointment.deputy_person_id')
    .leftJoin('appointment_ends as ending', 'ending.appointment_id', 'appointment.id')
    .leftJoin('seats as seat', (join) => join.on(sql<boolean>`seat.id::text = ending.recorded_by`))
    .select([
      'appointment.id',
      'appointment.side',
      'appointment.kind',
      'appointment.from_day',
      'appointment.to_day',
      'appointment.nomination_id',
      'alliance.id as alliance_id',
      'alliance.name as alliance_name',
      'person.id as person_id',
      'person.name as person_name',
      'organisation.name as organisation_name',
      'deputy.id as deputy_id',
      'deputy.name as deputy_name',
      'ending.ended_on',
      'ending.reason as end_reason',
      nameOfActor('ending.recorded_by').as('ended_by'),
      sql<string | null>`(select title from positions post
        where post.person_id = person.id and post.from_day <= ${today} and (post.to_day is null or post.to_day > ${today})
        order by level, from_day, id limit 1)`.as('title'),
    ])
    .orderBy('appointment.from_day', 'desc')
    .orderBy('appointment.id', 'desc');

type AppointmentRow = Awaited<ReturnType<ReturnType<typeof appointmentRows>['execute']>>[number];

const appointmentFrom = (row: AppointmentRow): AppointmentOnRecord => ({
  id: row.id,
  side: row.side as Side,
  kind: row.kind as AppointmentKind,
  personId: row.person_id,
  personName: row.person_name,
  period: { from: row.from_day, to: row.to_day },
  endedOn: row.ended_on,
  alliance: { id: row.alliance_id, name: row.alliance_name },
  title: row.title,
  organisationName: row.organisation_name,
  deputy: row.deputy_id && row.deputy_name ? { id: row.deputy_id, name: row.deputy_name } : null,
  nominationId: row.nomination_id,
  end: row.ended_on && row.end_reason !== null ? { on: row.ended_on, by: row.ended_by, reason: row.end_reason } : null,
});

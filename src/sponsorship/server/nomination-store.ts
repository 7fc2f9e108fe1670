import { type SqlBool, sql } from 'kysely';
import type { Side } from '#kernel/actor.ts';
import type { DateOnly } from '#kernel/date-only.ts';
import type { Context } from '#platform/context.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Nomination, NominationEndKind, Talk, Term } from '#sponsorship/domain/nomination.ts';
import { actorKey, nameOfActor } from './name-of-actor.ts';
import { groupBy } from './company-facts.ts';
import type { NamedRef } from './sponsorship-queries.ts';

/** A nomination with its state, and what pages show around it. */
export type NominationOnRecord = {
  readonly nomination: Nomination;
  readonly alliance: NamedRef;
  readonly personMail: string | null;
  readonly deputy: NamedRef | null;
  readonly reason: string;
  readonly caseId: string | null;
  readonly nominatedAt: Date;
  /** The seat that asked; null when the software itself did. */
  readonly askedBySeatId: string | null;
  readonly remindedAt: Date | null;
  readonly talks: readonly Talk[];
};

/**
 * Holds an alliance until the transaction ends: everything that decides about its sponsor happens one after the other, so
 * that of two answers at once exactly one wins. Null when there is no such alliance within reach.
 */
export const holdAlliance = async (db: Queries, allianceId: string): Promise<NamedRef | null> => {
  const row = await db
    .selectFrom('alliances')
    .select(['id', 'name'])
    .where('id', '=', allianceId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row ?? null;
};

export const loadNomination = async (db: Queries, id: string): Promise<NominationOnRecord | null> => {
  const [found] = await loadNominations(db, sql`nomination.id = ${id}`);
  return found ?? null;
};

/** The newest first. */
export const loadNominationsOfAlliance = (db: Queries, allianceId: string) =>
  loadNominations(db, sql`nomination.alliance_id = ${allianceId}`);

export const loadNominationsOfPerson = (db: Queries, personId: string) =>
  loadNominations(db, sql`nomination.person_id = ${personId}`);

const loadNominations = async (
  db: Queries,
  condition: ReturnType<typeof sql<SqlBool>> | ReturnType<typeof sql>,
): Promise<NominationOnRecord[]> => {
  const rows = await nominationRows(db)
    .where(condition as ReturnType<typeof sql<SqlBool>>)
    .execute();
  const ids = rows.map(({ id }) => id);
  const talks = ids.length
    ? await db
        .selectFrom('nomination_talks')
        .select(['nomination_id', 'asked_at as askedAt', 'remark'])
        .where('nomination_id', 'in', ids)
        .orderBy('asked_at')
        .orderBy('id')
        .execute()
    : [];
  const talksOf = groupBy(talks, ({ nomination_id }) => nomination_id);
  return rows.map((row) =>
    nominationFrom(
      row,
      (talksOf.get(row.id) ?? []).map(({ askedAt, remark }) => ({ askedAt, remark })),
    ),
  );
};

const nominationRows = (db: Queries) =>
  db
    .selectFrom('nominations as nomination')
    .innerJoin('alliances as alliance', 'alliance.id', 'nomination.alliance_id')
    .innerJoin('persons as person', 'person.id', 'nomination.person_id')
    .leftJoin('persons as deputy', 'deputy.id', 'nomination.deputy_person_id')
    .leftJoin('nomination_ends as ending', 'ending.nomination_id', 'nomination.id')
    .leftJoin('nomination_reminders as reminder', 'reminder.nomination_id', 'nomination.id')
    .leftJoin('seats as seat', (join) => join.on(sql<boolean>`seat.id::text = nomination.nominated_by`))
    .leftJoin('seats as ender', (join) => join.on(sql<boolean>`ender.id::text = ending.ended_by`))
    .select([
      'nomination.id',
      'nomination.side',
      'nomination.reason',
      'nomination.case_id',
      'nomination.term_from',
      'nomination.term_to',
      'nomination.nominated_at',
      'nomination.expires_at',
      'alliance.id as alliance_id',
      'alliance.name as alliance_name',
      'person.id as person_id',
      'person.name as person_name',
      'person.mail as person_mail',
      'deputy.id as deputy_id',
      'deputy.name as deputy_name',
      'seat.id as seat_id',
      nameOfActor('nomination.nominated_by').as('asked_by'),
      'reminder.sent_at as reminded_at',
      'ending.kind as end_kind',
      'ending.ended_at',
      'ending.remark as end_remark',
      sql<string>`coalesce(ender.name, ending.ended_by)`.as('ended_by'),
    ])
    .orderBy('nomination.nominated_at', 'desc')
    .orderBy('nomination.id', 'desc');

type NominationRow = Awaited<ReturnType<ReturnType<typeof nominationRows>['execute']>>[number];

const nominationFrom = (row: NominationRow, talks: readonly Talk[]): NominationOnRecord => ({
  nomination: {
    id: row.id,
    side: row.side as Side,
    personId: row.person_id,
    personName: row.person_name,
    deputyPersonId: row.deputy_id,
    askedBy: row.asked_by,
    term: { from: row.term_from, to: row.term_to },
    expiresAt: row.expires_at,
    ...stateOf(row, talks),
  },
  alliance: { id: row.alliance_id, name: row.alliance_name },
  personMail: row.person_mail,
  deputy: row.deputy_id && row.deputy_name ? { id: row.deputy_id, name: row.deputy_name } : null,
  reason: row.reason,
  caseId: row.case_id,
  nominatedAt: row.nominated_at,
  askedBySeatId: row.seat_id,
  remindedAt: row.reminded_at,
  talks,
});

const stateOf = (row: NominationRow, talks: readonly Talk[]) => {
  if (row.end_kind && row.ended_at) {
    const state = row.end_kind as NominationEndKind;
    return { state, at: row.ended_at, by: row.ended_by, remark: row.end_remark ?? '' };
  }
  return talks.length > 0 ? { state: 'talking' as const, talks } : { state: 'open' as const };
};

export type NewNomination = {
  readonly id: string;
  readonly allianceId: string;
  readonly personId: string;
  readonly deputyPersonId: string | null;
  readonly caseId: string;
  readonly reason: string;
  readonly term: Term;
  readonly expiresAt: Date;
};

export const insertNomination = async (context: Context, nomination: NewNomination): Promise<void> => {
  await context.db
    .insertInto('nominations')
    .values({
      workspace_id: context.workspaceId,
      id: nomination.id,
      alliance_id: nomination.allianceId,
      person_id: nomination.personId,
      deputy_person_id: nomination.deputyPersonId,
      case_id: nomination.caseId,
      reason: nomination.reason,
      term_from: nomination.term.from,
      term_to: nomination.term.to,
      nominated_at: context.now,
      nominated_by: actorKey(context.actor),
      expires_at: nomination.expiresAt,
    })
    .execute();
};

export const recordNominationEnd = async (
  context: Context,
  nominationId: string,
  kind: NominationEndKind,
  remark: string,
): Promise<void> => {
  await context.db
    .insertInto('nomination_ends')
    .values({
      workspace_id: context.workspaceId,
      nomination_id: nominationId,
      kind,
      ended_at: context.now,
      ended_by: actorKey(context.actor),
      remark,
    })
    .execute();
};

export const recordTalk = async (context: Context, nominationId: string, remark: string): Promise<void> => {
  await context.db
    .insertInto('nomination_talks')
    .values({
      workspace_id: context.workspaceId,
      id: context.newId(),
      nomination_id: nominationId,
      asked_at: context.now,
      remark,
    })
    .execute();
};

export const recordReminder = async (context: Context, nominationId: string): Promise<void> => {
  await context.db
    .insertInto('nomination_reminders')
    .values({ workspace_id: context.workspaceId, nomination_id: nominationId, sent_at: context.now })
    .execute();
};

export type NewAppointment = {
  readonly id: string;
  readonly allianceId: string;
  readonly side: Side;
  readonly personId: string;
  readonly deputyPersonId: string | null;
  readonly nominationId: string | null;
  readonly from: DateOnly;
  readonly to: DateOnly | null;
};

export const insertAppointment = async (context: Context, appointment: NewAppointment): Promise<void> => {
  await context.db
    .insertInto('appointments')
    .values({
      workspace_id: context.workspaceId,
      id: appointment.id,
      alliance_id: appointment.allianceId,
      side: appointment.side,
      kind: 'sponsor',
      person_id: appointment.personId,
      deputy_person_id: appointment.deputyPersonId,
      nomination_id: appointment.nominationId,
      from_day: appointment.from,
      to_day: appointment.to,
      appointed_at: context.now,
    })
    .execute();
};

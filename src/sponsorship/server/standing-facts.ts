import { sql } from 'kysely';
import type { Phase } from '#alliances/domain/alliance-phase.ts';
import { type DateOnly, dayOf } from '#kernel/date-only.ts';
import { findAnnouncedMoves } from '#people/server/influence-queries.ts';
import { findOrganisationsOfKind, findPositionsOfPersons } from '#people/server/people-queries.ts';
import type { Context } from '#platform/context.ts';
import type { Queries } from '#platform/db/database.ts';
import type { AppointmentKind } from '#sponsorship/domain/appointment.ts';
import {
  type SponsorshipFacts,
  type SponsorshipState,
  type SponsorTerm,
  type Warning,
  warningOf,
} from '#sponsorship/domain/sponsorship-state.ts';
import { groupBy } from './company-facts.ts';
import { findPolicyInForce } from './policy-queries.ts';

/** What an alliance's standing is derived from, and what stands on record now. */
export type StandingFacts = {
  readonly allianceId: string;
  readonly sponsorship: SponsorshipFacts;
  readonly managerId: string | null;
  readonly counterpartId: string | null;
  /** The next day on which manager or counterpart change. */
  readonly nextChangeOn: DateOnly | null;
  readonly kept: { readonly state: SponsorshipState; readonly since: DateOnly } | null;
};

/** The facts of many alliances at once, in the same few queries as those of one. */
export const findStandingFacts = async (
  { db, now }: Context,
  allianceIds: readonly string[],
): Promise<StandingFacts[]> => {
  const today = dayOf(now);
  const ids = anyOf(allianceIds);
  const alliances = await findAlliances(db, ids);
  const appointments = await findOfficeTimes(db, ids);
  const persons = [...new Set(appointments.filter(({ side }) => side === 'ours').map(({ personId }) => personId))];
  const own = new Set((await findOrganisationsOfKind(db, 'own')).map(({ id }) => id));
  const posts = (await findPositionsOfPersons(db, persons)).filter(({ organisationId }) => own.has(organisationId));
  const byPerson = {
    posts: groupBy(posts, ({ personId }) => personId),
    moves: groupBy(await findAnnouncedMoves(db, persons, today), ({ personId }) => personId),
  };
  const officeOf = groupBy(appointments, ({ allianceId }) => allianceId);
  const managersOf = groupBy(await findManagers(db, ids), ({ allianceId }) => allianceId);
  const askedOf = await findWaiting(db, ids, now);
  const warning = warningOf((await findPolicyInForce(db)).settings.changeWarningMonths);
  return alliances.map((alliance) => {
    const office = officeOf.get(alliance.id) ?? [];
    const theirs = office.filter(({ side }) => side === 'theirs');
    const managers = managersOf.get(alliance.id) ?? [];
    const sponsors = office.filter(({ side }) => side === 'ours').map((time) => sponsorTerm(time, byPerson));
    return {
      allianceId: alliance.id,
      sponsorship: sponsorshipFacts(alliance, sponsors, askedOf.get(alliance.id) ?? null, warning),
      managerId: holderOn(managers, today),
      counterpartId: holderOn(theirs, today),
      nextChangeOn: nextBoundary([...managers, ...theirs], today),
      kept: alliance.state ? { state: alliance.state as SponsorshipState, since: alliance.since ?? today } : null,
    };
  });
};

type IdList = ReturnType<typeof anyOf>;
const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

const findAlliances = (db: Queries, ids: IdList) =>
  db
    .selectFrom('alliances as alliance')
    .leftJoin('alliance_standings as standing', 'standing.alliance_id', 'alliance.id')
    .select([
      'alliance.id',
      'alliance.phase',
      'alliance.registered_phase',
      'alliance.ends_on',
      'standing.state',
      'standing.since',
    ])
    .where('alliance.id', '=', ids)
    .execute();

type Held = { readonly personId: string; readonly from: DateOnly; readonly to: DateOnly | null };
type OfficeTime = Held & {
  readonly allianceId: string;
  readonly side: string;
  readonly kind: string;
  readonly name: string;
};

/** Appointments that were, are or will be in office: not those called off before they began. */
const findOfficeTimes = (db: Queries, ids: IdList): Promise<OfficeTime[]> =>
  db
    .selectFrom('appointments as appointment')
    .innerJoin('persons as person', 'person.id', 'appointment.person_id')
    .leftJoin('appointment_ends as ending', 'ending.appointment_id', 'appointment.id')
    .select([
      'appointment.alliance_id as allianceId',
      'appointment.side',
      'appointment.kind',
      'person.id as personId',
      'person.name',
      'appointment.from_day as from',
      'appointment.to_day as to',
    ])
    .where('appointment.alliance_id', '=', ids)
    .where((or) =>
      or.or([or('ending.ended_on', 'is', null), or('ending.ended_on', '>', or.ref('appointment.from_day'))]),
    )
    .orderBy('appointment.from_day')
    .execute();

const findManagers = (db: Queries, ids: IdList): Promise<(Held & { readonly allianceId: string })[]> =>
  db
    .selectFrom('alliance_manager_terms')
    .select(['alliance_id as allianceId', 'person_id as personId', 'from_day as from', 'to_day as to'])
    .where('alliance_id', '=', ids)
    .where('side', '=', 'ours')
    .execute();

const findWaiting = async (
  db: Queries,
  ids: IdList,
  now: Date,
): Promise<Map<string, SponsorshipFacts['nomination']>> => {
  const rows = await db
    .selectFrom('nominations as nomination')
    .innerJoin('persons as person', 'person.id', 'nomination.person_id')
    .leftJoin('nomination_ends as ending', 'ending.nomination_id', 'nomination.id')
    .select(['nomination.alliance_id', 'person.name', 'nomination.expires_at'])
    .where('nomination.alliance_id', '=', ids)
    .where('nomination.side', '=', 'ours')
    .where('ending.nomination_id', 'is', null)
    .where('nomination.expires_at', '>', now)
    .execute();
  return new Map(rows.map((row) => [row.alliance_id, { name: row.name, until: dayOf(row.expires_at) }]));
};

const sponsorTerm = (
  { personId, name, kind, from, to }: OfficeTime,
  {
    posts,
    moves,
  }: {
    readonly posts: ReadonlyMap<string, readonly { readonly from: DateOnly; readonly to: DateOnly | null }[]>;
    readonly moves: ReadonlyMap<string, readonly { readonly on: DateOnly }[]>;
  },
): SponsorTerm => ({
  personId,
  name,
  kind: kind as AppointmentKind,
  period: { from, to },
  posts: posts.get(personId) ?? [],
  moves: (moves.get(personId) ?? []).map(({ on }) => on),
});

const sponsorshipFacts = (
  alliance: { readonly phase: string; readonly registered_phase: string; readonly ends_on: DateOnly },
  sponsors: readonly SponsorTerm[],
  nomination: SponsorshipFacts['nomination'],
  warning: Warning,
): SponsorshipFacts => ({
  phase: alliance.phase as Phase,
  registeredPhase: alliance.registered_phase as Phase,
  endsOn: alliance.ends_on,
  sponsors,
  nomination,
  warning,
});

const holderOn = (terms: readonly Held[], day: DateOnly): string | null =>
  terms.find(({ from, to }) => from <= day && (to === null || day < to))?.personId ?? null;

const nextBoundary = (terms: readonly Held[], day: DateOnly): DateOnly | null =>
  terms
    .flatMap(({ from, to }) => [from, ...(to === null ? [] : [to])])
    .filter((boundary) => day < boundary)
    .sort()[0] ?? null;

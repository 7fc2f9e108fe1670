import { addDays, type DateOnly, dayOf } from '#kernel/date-only.ts';
import { defaultPolicy } from '#sponsorship/domain/sponsorship-policy.ts';
import { remindOn } from '#sponsorship/server/nomination-clock.ts';
import type { CastAlliance, CastNomination, CastTerm } from '#seed/cast.ts';
import { isShared } from './person-rows.ts';
import type { Rows, Story } from './story-keys.ts';
import { instantOn } from './story-time.ts';

export const policySaved = {
  version: 1,
  months: -30,
  reason: 'The first policy: what three years of practice taught us.',
};

export const policyRows = (story: Story): Rows<'sponsorship_policies'> => [
  {
    workspace_id: story.workspaceId,
    version: policySaved.version,
    settings: JSON.stringify({ ...defaultPolicy, referenceValue: { amount: 10_000_000, currency: story.currency } }),
    saved_at: instantOn(story.time.month(policySaved.months), 9, story.time.now),
    saved_by: story.nameOf(story.cast.headOfAlliances),
    reason: policySaved.reason,
  },
];

/** Somebody asked, whatever came of it; an accepted one leads to an appointment. */
export type ToldNomination = {
  readonly id: string;
  readonly alliance: CastAlliance;
  readonly person: string;
  readonly deputy: string | null;
  readonly reason: string;
  readonly against: string | null;
  readonly term: { readonly from: DateOnly; readonly to: DateOnly };
  readonly asked: Date;
  readonly expires: Date;
  readonly reminded: Date | null;
  readonly talked: { readonly on: Date; readonly remark: string } | null;
  readonly ended: {
    readonly kind: 'accepted' | 'declined' | 'withdrawn' | 'lapsed';
    readonly on: Date;
    readonly remark: string;
  } | null;
};

export type ToldAppointment = {
  readonly id: string;
  readonly alliance: CastAlliance;
  readonly side: 'ours' | 'theirs';
  readonly term: CastTerm;
  readonly nomination: ToldNomination | null;
  readonly from: DateOnly;
  readonly to: DateOnly | null;
  readonly appointed: Date;
};

const { nominationExpiryDays, nominationReminderDays, termYears } = defaultPolicy;

/** Every appointment of the cast; each of our sponsors was asked first and accepted (M1). */
export const tellAppointments = (story: Story): ToldAppointment[] =>
  story.cast.alliances.flatMap((alliance) => [
    ...(alliance.sponsors ?? []).map((term) => tellTerm(story, alliance, 'ours', term)),
    ...(alliance.counterparts ?? []).map((term) => tellTerm(story, alliance, 'theirs', term)),
  ]);

const tellTerm = (story: Story, alliance: CastAlliance, side: 'ours' | 'theirs', term: CastTerm): ToldAppointment => {
  const { time } = story;
  const from = time.month(term.from);
  const accepted = term.from > 0 ? addDays(time.today, -12) : addDays(from, -6);
  const isAsked = side === 'ours' && term.kind !== 'interim';
  return {
    id: story.newId(),
    alliance,
    side,
    term,
    from,
    to: term.to === undefined ? null : time.month(term.to),
    appointed: instantOn(accepted, 15, time.now),
    nomination: isAsked ? acceptedNomination(story, alliance, term, accepted) : null,
  };
};

const acceptedNomination = (
  { time, newId }: Story,
  alliance: CastAlliance,
  term: CastTerm,
  accepted: DateOnly,
): ToldNomination => {
  const asked = instantOn(addDays(accepted, -8), 9, time.now);
  const agreedTo = term.to === undefined || term.ended ? term.from + termYears * 12 : term.to;
  return {
    id: newId(),
    alliance,
    person: term.person,
    deputy: term.deputy ?? null,
    reason: term.reason ?? 'The best choice of those who could.',
    against: term.against ?? null,
    term: { from: time.month(term.from), to: time.month(agreedTo) },
    asked,
    expires: expiryOf(asked),
    reminded: null,
    talked: null,
    ended: { kind: 'accepted', on: instantOn(accepted, 15, time.now), remark: '' },
  };
};

export const tellOtherNominations = (story: Story): ToldNomination[] =>
  story.cast.alliances.flatMap((alliance) =>
    (alliance.nominations ?? []).map((told) => tellNomination(story, alliance, told)),
  );

const tellNomination = ({ time, newId }: Story, alliance: CastAlliance, told: CastNomination): ToldNomination => {
  const asked = time.instant(told.asked, 10);
  const reminder = remindOn(dayOf(asked), nominationReminderDays);
  const startsIn = Math.max(1, Math.ceil((told.asked + nominationExpiryDays) / 30));
  return {
    id: newId(),
    alliance,
    person: told.person,
    deputy: told.deputy ?? null,
    reason: told.reason,
    against: told.against ?? null,
    term: { from: time.month(startsIn), to: time.month(startsIn + termYears * 12) },
    asked,
    expires: expiryOf(asked),
    reminded:
      told.talked === undefined && reminder <= time.now && !isAnsweredBy(told, nominationReminderDays)
        ? reminder
        : null,
    talked: told.talked ? { on: time.instant(told.talked.on, 14), remark: told.talked.remark } : null,
    ended: told.ended ? { ...told.ended, on: time.instant(told.ended.on, 11) } : null,
  };
};

const isAnsweredBy = ({ asked, ended }: CastNomination, days: number): boolean =>
  ended !== undefined && ended.on - asked < days;

/** A nomination can be answered through the whole of its last day. */
const expiryOf = (asked: Date): Date => new Date(`${addDays(dayOf(asked), nominationExpiryDays)}T23:59:59Z`);

export const nominationRows = (
  story: Story,
  nominations: readonly ToldNomination[],
  caseOf: ReadonlyMap<string, string>,
) => {
  const ours = { workspace_id: story.workspaceId };
  return {
    nominations: nominations.map(({ id, alliance, person, deputy, reason, term, asked, expires, ended }) => ({
      ...ours,
      id,
      alliance_id: story.alliance(alliance.key),
      side: 'ours',
      person_id: story.person(person),
      deputy_person_id: deputy === null ? null : story.person(deputy),
      case_id: caseOf.get(id) ?? null,
      reason,
      term_from: term.from,
      term_to: term.to,
      nominated_at: asked,
      nominated_by: (ended ? null : story.visitor?.seatId) ?? story.nameOf(story.cast.headOfAlliances),
      expires_at: expires,
    })) satisfies Rows<'nominations'>,
    nomination_ends: nominations.flatMap(({ id, person, ended }) =>
      ended
        ? [
            {
              ...ours,
              nomination_id: id,
              kind: ended.kind,
              ended_at: ended.on,
              ended_by: ended.kind === 'lapsed' ? 'Entente' : story.nameOf(person),
              remark: ended.remark,
            },
          ]
        : [],
    ) satisfies Rows<'nomination_ends'>,
    nomination_talks: nominations.flatMap(({ id, talked }) =>
      talked ? [{ ...ours, id: story.newId(), nomination_id: id, asked_at: talked.on, remark: talked.remark }] : [],
    ) satisfies Rows<'nomination_talks'>,
    nomination_reminders: nominations.flatMap(({ id, reminded }) =>
      reminded ? [{ ...ours, nomination_id: id, sent_at: reminded }] : [],
    ) satisfies Rows<'nomination_reminders'>,
  };
};

export const appointmentRows = (story: Story, appointments: readonly ToldAppointment[]) => ({
  appointments: appointments.map(({ id, alliance, side, term, nomination, from, to, appointed }) => ({
    workspace_id: story.workspaceId,
    id,
    alliance_id: story.alliance(alliance.key),
    side,
    kind: term.kind ?? 'sponsor',
    person_id: story.person(term.person),
    deputy_person_id: term.deputy === undefined ? null : story.person(term.deputy),
    nomination_id: nomination?.id ?? null,
    from_day: from,
    to_day: to,
    appointed_at: appointed,
    visibility: isShared(alliance.phase) ? 'shared' : 'internal',
  })) satisfies Rows<'appointments'>,
  appointment_ends: appointments.flatMap(({ id, term, to }) =>
    term.ended && to
      ? [
          {
            workspace_id: story.workspaceId,
            appointment_id: id,
            ended_on: to,
            recorded_at: instantOn(to, 9, story.time.now),
            recorded_by: story.nameOf(story.cast.headOfAlliances),
            reason: term.ended,
          },
        ]
      : [],
  ) satisfies Rows<'appointment_ends'>,
});

export const judgementRows = (story: Story) => {
  const { cast, time, workspaceId } = story;
  const of = ({ key }: CastAlliance, person: string) => ({
    workspace_id: workspaceId,
    alliance_id: story.alliance(key),
    person_id: story.person(person),
  });
  return {
    partner_vetoes: cast.alliances.flatMap((alliance) =>
      Object.entries(alliance.vetoes ?? {}).map(([person, [reason, source]]) => ({
        ...of(alliance, person),
        reason,
        source,
        stated_on: time.month(Math.max(-6, alliance.registered)),
      })),
    ) satisfies Rows<'partner_vetoes'>,
    alliance_archetypes: cast.alliances.flatMap((alliance) =>
      alliance.archetype
        ? [
            {
              workspace_id: workspaceId,
              alliance_id: story.alliance(alliance.key),
              id: story.newId(),
              archetype: alliance.archetype.profile,
              reason: alliance.archetype.reason,
              set_at: instantOn(time.month(alliance.archetype.set), 9, time.now),
              set_by: story.nameOf(cast.headOfAlliances),
            },
          ]
        : [],
    ) satisfies Rows<'alliance_archetypes'>,
  };
};

import { type Phase, isPastStrategy } from '#alliances/domain/alliance-phase.ts';
import { addDays, addMonths, type DateOnly } from '#kernel/date-only.ts';
import { contains, type Period } from '#kernel/period.ts';
import type { AppointmentKind } from './appointment.ts';
import { dayInWords } from './day-in-words.ts';

export type SponsorshipState =
  | 'missing'
  | 'nominated'
  | 'ensured'
  | 'atRisk'
  | 'inHandover'
  | 'falseStart'
  | 'underTheRadar';

/** A sponsor of our side, in office at some time, with what is on record of their posts and announced moves. */
export type SponsorTerm = {
  readonly personId: string;
  readonly name: string;
  readonly kind: AppointmentKind;
  readonly period: Period;
  /** Posts in our company; empty means that none is on record, which says nothing. */
  readonly posts: readonly Period[];
  /** Days of announced moves; once the day has come, the posts tell what became of it. */
  readonly moves: readonly DateOnly[];
};

export type SponsorshipFacts = {
  readonly phase: Phase;
  readonly registeredPhase: Phase;
  /** The day until which the alliance is planned. */
  readonly endsOn: DateOnly;
  /** Our side's sponsors, of all times. */
  readonly sponsors: readonly SponsorTerm[];
  /** The nomination that waits for an answer, through its last day. */
  readonly nomination: { readonly name: string; readonly until: DateOnly } | null;
  readonly warning: Warning;
};

/** How many months ahead an announced move, and how many the end of a term without a successor, is a risk. */
export type Warning = { readonly moveMonths: number; readonly termMonths: number };

/** An announced move shows as long ahead as the policy says; the end of a term, which everybody knows, half as long. */
export const warningOf = (changeWarningMonths: number): Warning => ({
  moveMonths: changeWarningMonths,
  termMonths: Math.round(changeWarningMonths / 2),
});

export type Standing = {
  readonly state: SponsorshipState;
  readonly why: string;
  /** Who is in office, else who has accepted for the next day on record. */
  readonly sponsorId: string | null;
  /** The next day on which time alone may change the state or its reason; null when nothing is in sight. */
  readonly nextLookOn: DateOnly | null;
};

type Finding = { readonly state: SponsorshipState; readonly why: string };

/**
 * The state of sponsorship, derived from facts and the day (SPO-32). The first that holds:
 *
 * 1. somebody is in office: `inHandover` when a successor has accepted for a later day; `atRisk` for an interim sponsor, for
 *    one who has left all posts, whose move is announced, or whose term ends soon while the alliance goes on; else `ensured`;
 * 2. nobody is, but somebody has accepted for a later day: `inHandover` when there was a sponsor before, else `ensured`;
 * 3. nobody at all, past strategy: `atRisk` when a sponsor was lost; `falseStart` when it moved on from strategy without one;
 *    an alliance registered past strategy is `nominated` while somebody is asked, else `underTheRadar`;
 * 4. nobody at all, in strategy: `nominated` while somebody is asked, else `missing`.
 */
export const sponsorshipState = (facts: SponsorshipFacts, today: DateOnly): Standing => {
  const present = facts.sponsors.find(({ period }) => contains(period, today)) ?? null;
  const coming = nextSponsor(facts.sponsors, today);
  const past = lastSponsor(facts.sponsors, today);
  const finding = present
    ? whileInOffice(present, coming, facts, today)
    : coming
      ? beforeOffice(coming, past)
      : withoutSponsor(past, facts, today);
  return { ...finding, sponsorId: (present ?? coming)?.personId ?? null, nextLookOn: nextLook(facts, today) };
};

const nextSponsor = (sponsors: readonly SponsorTerm[], today: DateOnly): SponsorTerm | null =>
  sponsors
    .filter(({ period }) => today < period.from)
    .reduce<SponsorTerm | null>((next, one) => (next && next.period.from <= one.period.from ? next : one), null);

const lastSponsor = (sponsors: readonly SponsorTerm[], today: DateOnly): SponsorTerm | null =>
  sponsors
    .filter(({ period }) => period.to !== null && period.to <= today)
    .reduce<SponsorTerm | null>((last, one) => (last && last.period.from >= one.period.from ? last : one), null);

const whileInOffice = (
  present: SponsorTerm,
  coming: SponsorTerm | null,
  facts: SponsorshipFacts,
  today: DateOnly,
): Finding => {
  const { name, period } = present;
  if (coming && coming.personId !== present.personId) {
    return {
      state: 'inHandover',
      why: `${coming.name} has accepted to follow ${name} on ${dayInWords(coming.period.from)}.`,
    };
  }
  const risk = riskOf(present, coming, facts, today);
  if (risk) return { state: 'atRisk', why: risk + askedToo(facts, today) };
  const until = period.to === null ? '' : `, for a term until ${dayInWords(period.to)}`;
  return { state: 'ensured', why: `${name} is executive sponsor since ${dayInWords(period.from)}${until}.` };
};

const riskOf = (
  { name, kind, period, posts, moves }: SponsorTerm,
  coming: SponsorTerm | null,
  { endsOn, warning }: SponsorshipFacts,
  today: DateOnly,
): string | null => {
  if (kind === 'interim') return `${name} stands in as interim sponsor; a successor is still to be found.`;
  if (posts.length > 0 && !posts.some((post) => contains(post, today))) {
    return `${name} is sponsor, but holds no post in our company any more.`;
  }
  const move = moves.filter((day) => today < day && addMonths(day, -warning.moveMonths) <= today).sort()[0];
  if (move) return `A move of ${name} is announced for ${dayInWords(move)}, and no successor has accepted.`;
  if (period.to !== null && period.to < endsOn && !coming && addMonths(period.to, -warning.termMonths) <= today) {
    return `The term of ${name} ends on ${dayInWords(period.to)}, and no successor has accepted.`;
  }
  return null;
};

const beforeOffice = (coming: SponsorTerm, past: SponsorTerm | null): Finding => {
  const starts = `${coming.name} has accepted and starts on ${dayInWords(coming.period.from)}`;
  return past
    ? { state: 'inHandover', why: `${past.name} is no longer sponsor; ${starts}.` }
    : { state: 'ensured', why: `${starts}.` };
};

const withoutSponsor = (past: SponsorTerm | null, facts: SponsorshipFacts, today: DateOnly): Finding => {
  const { phase, registeredPhase } = facts;
  const asked = askedToo(facts, today);
  if (isPastStrategy(phase)) {
    if (past) {
      const since = dayInWords(past.period.to ?? today);
      return {
        state: 'atRisk',
        why: `Nobody is executive sponsor since the term of ${past.name} ended on ${since}.${asked}`,
      };
    }
    if (!isPastStrategy(registeredPhase)) {
      return {
        state: 'falseStart',
        why: `The alliance has moved on to ${phase} without an executive sponsor.${asked}`,
      };
    }
    return asked === ''
      ? {
          state: 'underTheRadar',
          why: `The alliance was registered in ${registeredPhase} and has never had an executive sponsor.`,
        }
      : { state: 'nominated', why: asked.trim() };
  }
  return asked === ''
    ? { state: 'missing', why: 'Nobody is executive sponsor, and nobody has been asked.' }
    : { state: 'nominated', why: asked.trim() };
};

const askedToo = ({ nomination }: SponsorshipFacts, today: DateOnly): string =>
  nomination && today <= nomination.until
    ? ` ${nomination.name} has been asked and can answer until ${dayInWords(nomination.until)}.`
    : '';

/** Every day on which a fact begins or stops to matter, the first one after today (SPO-33). */
const nextLook = ({ sponsors, nomination, warning }: SponsorshipFacts, today: DateOnly): DateOnly | null => {
  const days = sponsors.flatMap(({ period, posts, moves }) => [
    period.from,
    ...(period.to === null ? [] : [period.to, addMonths(period.to, -warning.termMonths)]),
    ...posts.flatMap((post) => (post.to === null ? [post.from] : [post.from, post.to])),
    ...moves.flatMap((day) => [addMonths(day, -warning.moveMonths), day]),
  ]);
  if (nomination) days.push(addDays(nomination.until, 1));
  return days.filter((day) => today < day).sort()[0] ?? null;
};

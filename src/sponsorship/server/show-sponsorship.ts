import { findAlliance } from '#alliances/server/alliance-queries.ts';
import { dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import type { ReplyOf } from '#kernel/endpoint.ts';
import { findPersons } from '#people/server/people-queries.ts';
import type { Context } from '#platform/context.ts';
import { isWaiting } from '#sponsorship/domain/nomination.ts';
import { against, mayOrWhy } from '#sponsorship/domain/sponsorship-abilities.ts';
import { sponsorshipState } from '#sponsorship/domain/sponsorship-state.ts';
import type {
  listCases,
  listSponsorshipsOfPerson,
  showCase,
  showSponsorship,
} from '#sponsorship/sponsorship-contract.ts';
import { findCase, findCaseFacts, findCaseRanking, findCasesOfAlliance } from './case-store.ts';
import { loadNominationsOfAlliance, loadNominationsOfPerson } from './nomination-store.ts';
import { appointmentView, caseView, isInOffice, mayWeigh, nominationView } from './sponsorship-view.ts';
import { findAppointmentsOfAlliance, findAppointmentsOfPerson } from './sponsorship-queries.ts';
import { findStandingFacts } from './standing-facts.ts';

/** Everything about an alliance's sponsorship on one page; the numbers of candidates only for those who choose. */
export const readSponsorship = async (
  context: Context,
  allianceId: string,
): Promise<Decision<ReplyOf<typeof showSponsorship>>> => {
  const { db, actor, now } = context;
  const refusals = against(actor, 'sponsorship.read');
  if (refusals.length) return forbidden(...refusals);
  const today = dayOf(now);
  const [facts] = (await findAlliance(db, allianceId)) ? await findStandingFacts(context, [allianceId]) : [];
  if (!facts) return missing('alliance');
  const { state, why, nextLookOn } = sponsorshipState(facts.sponsorship, today);
  const onRecord = await findAppointmentsOfAlliance(db, allianceId, today);
  const all = (await loadNominationsOfAlliance(db, allianceId)).filter(
    ({ nomination }) => mayWeigh(actor) || nomination.personId === actor.personId,
  );
  const appointments = onRecord.map((appointment) => ({
    onRecord: appointment,
    view: appointmentView(context, appointment),
  }));
  const inOffice = (side: 'ours' | 'theirs') =>
    appointments.find((one) => one.onRecord.side === side && isInOffice(one.onRecord, today))?.view ?? null;
  const coming = appointments.filter(
    (one) => one.onRecord.side === 'ours' && today < one.onRecord.period.from && one.onRecord.end === null,
  );
  const open = all.find(({ nomination }) => isWaiting(nomination, now));
  return accept({
    state,
    since: facts.kept?.state === state ? facts.kept.since : today,
    why,
    nextLookOn,
    sponsor: inOffice('ours'),
    counterpart: inOffice('theirs'),
    successor: coming.at(-1)?.view ?? null,
    openNomination: open ? nominationView(context, open) : null,
    appointments: appointments.map(({ view }) => view),
    nominations: all.map((one) => nominationView(context, one)),
    cases: mayWeigh(actor) ? (await findCasesOfAlliance(db, allianceId)).map(caseView) : [],
    may: {
      nominate: open
        ? `${open.nomination.personName} has been asked already.`
        : mayOrWhy(against(actor, 'nomination.make')),
      nameCounterpart: mayOrWhy(against(actor, 'counterpart.name')),
    },
  });
};

export const readCases = async (context: Context, allianceId: string): Promise<Decision<ReplyOf<typeof listCases>>> => {
  const refusals = against(context.actor, 'case.read');
  if (refusals.length) return forbidden(...refusals);
  if (!(await findAlliance(context.db, allianceId))) return missing('alliance');
  return accept({ items: (await findCasesOfAlliance(context.db, allianceId)).map(caseView) });
};

/** One case with its numbers as they were kept that day, however policy and people have changed since (SPO-34). */
export const readCase = async (context: Context, caseId: string): Promise<Decision<ReplyOf<typeof showCase>>> => {
  const { db, actor } = context;
  const refusals = against(actor, 'case.read');
  if (refusals.length) return forbidden(...refusals);
  const kept = await findCase(db, caseId);
  const facts = kept && (await findCaseFacts(db, caseId));
  const ranking = kept && (await findCaseRanking(db, caseId));
  if (!kept || !facts || !ranking) return missing('case');
  const nomination = (await loadNominationsOfAlliance(db, kept.alliance.id)).find((one) => one.caseId === caseId);
  return accept({
    ...caseView(kept),
    alliance: kept.alliance,
    facts,
    ranking,
    nomination: nomination ? nominationView(context, nomination) : null,
  } as unknown as ReplyOf<typeof showCase>);
};

export const readSponsorshipsOfPerson = async (
  context: Context,
  personId: string,
): Promise<Decision<ReplyOf<typeof listSponsorshipsOfPerson>>> => {
  const { db, actor, now } = context;
  const refusals = against(actor, 'sponsorship.read');
  if (refusals.length) return forbidden(...refusals);
  if (!(await findPersons(db, [personId])).has(personId)) return missing('person');
  const nominations = mayWeigh(actor) || actor.personId === personId ? await loadNominationsOfPerson(db, personId) : [];
  const appointments = await findAppointmentsOfPerson(db, personId, dayOf(now));
  return accept({
    appointments: appointments.map((appointment) => appointmentView(context, appointment)),
    nominations: nominations
      .filter(({ nomination }) => isWaiting(nomination, now))
      .map((nomination) => nominationView(context, nomination)),
  });
};

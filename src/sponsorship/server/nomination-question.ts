import { findAlliance, findAllianceManager } from '#alliances/server/alliance-queries.ts';
import { type DateOnly, dayOf } from '#kernel/date-only.ts';
import type { Context } from '#platform/context.ts';
import { isWaiting, standingOf } from '#sponsorship/domain/nomination.ts';
import { askedOfSponsor, evidenceForNominee } from '#sponsorship/domain/nomination-evidence.ts';
import type { NominationQuestion } from '#sponsorship/sponsorship-contract.ts';
import { findCaseFacts } from './case-store.ts';
import type { NominationOnRecord } from './nomination-store.ts';
import { findAppointmentsOfAlliance } from './sponsorship-queries.ts';

/** What the nominee reads in the mail and on the page behind its links: one composition for both. */
export const composeQuestion = async (
  context: Context,
  { nomination, alliance, deputy, reason, caseId, nominatedAt }: NominationOnRecord,
): Promise<NominationQuestion> => {
  const { db, now, workspaceId } = context;
  const today = dayOf(now);
  const onRecord = await findAlliance(db, alliance.id);
  const manager = await findAllianceManager(db, alliance.id, 'ours', today);
  const counterpart = await counterpartName(context, alliance.id, today);
  const workspace = await db.selectFrom('workspaces').select('name').where('id', '=', workspaceId).executeTakeFirst();
  const facts = caseId ? await findCaseFacts(db, caseId) : null;
  const candidate = facts?.candidates.find(({ id }) => id === nomination.personId);
  const partners = onRecord?.partners.map(({ name }) => name) ?? [];
  return {
    company: workspace?.name ?? '',
    nominationId: nomination.id,
    allianceName: alliance.name,
    purpose: onRecord?.purpose ?? '',
    partners,
    objectives: onRecord?.objectives.map(({ sentence }) => sentence) ?? [],
    personName: nomination.personName,
    askedBy: nomination.askedBy,
    askedAt: nominatedAt.toISOString(),
    reason,
    asked: [...askedOfSponsor({ partners, managerName: manager?.name ?? null, counterpartName: counterpart })],
    evidence: facts && candidate ? [...evidenceForNominee(candidate, facts.alliance, facts.policy)] : [],
    term: nomination.term,
    deputyName: deputy?.name ?? null,
    managerName: manager?.name ?? null,
    expiresAt: nomination.expiresAt.toISOString(),
    state: nomination.state,
    standing: standingOf(nomination, now),
    mayAnswer: isWaiting(nomination, now),
  };
};

const counterpartName = async ({ db }: Context, allianceId: string, today: DateOnly): Promise<string | null> => {
  const appointments = await findAppointmentsOfAlliance(db, allianceId, today);
  const inOffice = appointments.find(
    ({ side, period }) => side === 'theirs' && period.from <= today && (period.to === null || today < period.to),
  );
  return inOffice?.personName ?? null;
};

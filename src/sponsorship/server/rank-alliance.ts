import { addMonths, type DateOnly, dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import { firstFreeDay } from '#sponsorship/domain/appointment.ts';
import type { AllianceFacts, CandidateFacts } from '#sponsorship/domain/candidate.ts';
import type { SpellHistory } from '#sponsorship/domain/longevity.ts';
import type { Term } from '#sponsorship/domain/nomination.ts';
import type { RankingResult } from '#sponsorship/domain/ranking.ts';
import { against } from '#sponsorship/domain/sponsorship-abilities.ts';
import { type AllianceForChoice, candidateFacts, findAllianceForChoice } from './candidate-facts.ts';
import { findCompanyFacts } from './company-facts.ts';
import {
  type ArchetypeOverride,
  findArchetypeOverride,
  findPolicyInForce,
  type PolicyOnRecord,
} from './policy-queries.ts';
import { type OffLoop, rankOffLoop } from './rank-off-loop.ts';
import { seeingWholeWorkspace } from './see-whole-workspace.ts';
import { type AppointmentOnRecord, findAppointmentsOfAlliance } from './sponsorship-queries.ts';

export type RankedAlliance = {
  readonly today: DateOnly;
  readonly alliance: AllianceFacts;
  readonly onRecord: AllianceForChoice['onRecord'];
  readonly candidates: readonly CandidateFacts[];
  /** With the archetype that holds for this alliance as its profile. */
  readonly policy: PolicyOnRecord;
  readonly override: ArchetypeOverride | null;
  readonly history: SpellHistory;
  readonly ranking: RankingResult;
  readonly leftOut: number;
  readonly proposedTerm: Term;
  readonly appointments: readonly AppointmentOnRecord[];
};

export type RankQuestion = { readonly startsOn?: string | undefined; readonly also?: string | undefined };

/**
 * Fills in what is on record about an alliance and about every executive, and ranks them (R1) for a sponsorship that starts
 * when the present one ends, else today. Everybody's load counts, also from alliances that the asker does not see.
 */
export const rankAlliance = async (
  context: Context,
  offLoop: OffLoop,
  allianceId: string,
  { startsOn, also }: RankQuestion = {},
): Promise<Decision<RankedAlliance>> => {
  const { db, actor, now } = context;
  const refusals = against(actor, 'candidates.read');
  if (refusals.length) return forbidden(...refusals);
  const today = dayOf(now);
  const appointments = await findAppointmentsOfAlliance(db, allianceId, today);
  const from = startsOn ?? firstFreeDay(appointments, 'ours', today);
  const alliance = await findAllianceForChoice(db, allianceId, from, today);
  if (!alliance) return missing('alliance');
  const inForce = await findPolicyInForce(db);
  const override = await findArchetypeOverride(db, allianceId);
  const policy = override ? { ...inForce, settings: { ...inForce.settings, profile: override.archetype } } : inForce;
  const company = await seeingWholeWorkspace(context, () => findCompanyFacts(db, from, policy.settings, also, today));
  const candidates = candidateFacts(company, alliance);
  const { history, leftOut } = company;
  return accept({
    today,
    alliance: alliance.facts,
    onRecord: alliance.onRecord,
    candidates,
    policy,
    override,
    history,
    ranking: await rankOffLoop(offLoop, { alliance: alliance.facts, candidates, policy: policy.settings, history }),
    leftOut,
    proposedTerm: { from, to: addMonths(from, Math.max(1, Math.round(policy.settings.termYears * 12))) },
    appointments,
  });
};

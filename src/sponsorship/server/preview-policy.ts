import { dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, forbidden } from '#kernel/decision.ts';
import { contains } from '#kernel/period.ts';
import type { Context } from '#platform/context.ts';
import type { RankingResult } from '#sponsorship/domain/ranking.ts';
import { settingsChanged } from '#sponsorship/domain/policy-changes.ts';
import { against } from '#sponsorship/domain/sponsorship-abilities.ts';
import type { SponsorshipPolicy } from '#sponsorship/domain/sponsorship-policy.ts';
import type { PolicyPreview } from '#sponsorship/sponsorship-policy-contract.ts';
import { candidateFacts, findAllianceForChoice } from './candidate-facts.ts';
import { type CompanyFacts, findCompanyFacts } from './company-facts.ts';
import { findArchetypeOverride, findPolicyInForce } from './policy-queries.ts';
import { type OffLoop, rankOffLoop } from './rank-off-loop.ts';
import { findAppointmentsOfAlliance } from './sponsorship-queries.ts';

/** At most so many alliances, and so many candidates weighed in all: a preview answers within seconds (SPO-37). */
const mostAlliances = 100;
const mostWeighed = 40_000;

type Preview = { -readonly [part in keyof PolicyPreview]: PolicyPreview[part] };

/** What a changed policy would alter, over the alliances of highest value; nothing is written (SPO-37). */
export const previewPolicyChange = async (
  context: Context,
  offLoop: OffLoop,
  settings: SponsorshipPolicy,
): Promise<Decision<PolicyPreview>> => {
  const { db, actor, now } = context;
  const refusals = against(actor, 'policy.edit');
  if (refusals.length) return forbidden(...refusals);
  const today = dayOf(now);
  const current = await findPolicyInForce(db);
  const before = await findCompanyFacts(db, today, current.settings);
  const after = await findCompanyFacts(db, today, settings);
  const pace = Math.max(10, Math.floor(mostWeighed / Math.max(1, before.pool.length)));
  const { total } = await db
    .selectFrom('alliances')
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const chosen = await db
    .selectFrom('alliances')
    .select(['id', 'name'])
    .orderBy('yearly_value', 'desc')
    .orderBy('id')
    .limit(Math.min(mostAlliances, pace))
    .execute();
  const preview: Preview = {
    alliances: { lookedAt: chosen.length, of: total },
    firstCandidateChanges: [],
    sponsorsNoLongerEligible: [],
    settingsChanged: [...settingsChanged(current.settings, settings)],
  };
  for (const { id, name } of chosen) {
    const alliance = await findAllianceForChoice(db, id, today, today);
    if (!alliance) continue;
    const override = await findArchetypeOverride(db, id);
    const profile = override ? { profile: override.archetype } : {};
    const rank = (company: CompanyFacts, policy: SponsorshipPolicy) =>
      rankOffLoop(offLoop, {
        alliance: alliance.facts,
        candidates: candidateFacts(company, alliance),
        policy: onlyFirst(policy),
        history: company.history,
        ...profile,
      });
    const old = await rank(before, current.settings);
    const fresh = await rank(after, settings);
    const [was, is] = [firstOf(old), firstOf(fresh)];
    if (was?.personId !== is?.personId) {
      preview.firstCandidateChanges.push({ allianceId: id, allianceName: name, before: was, after: is });
    }
    const sponsor = (await findAppointmentsOfAlliance(db, id, today)).find(
      ({ side, period }) => side === 'ours' && contains(period, today),
    );
    const why = sponsor && newlyFiltered(sponsor.personId, old, fresh);
    if (sponsor && why) {
      const { personId, personName } = sponsor;
      preview.sponsorsNoLongerEligible.push({ allianceId: id, allianceName: name, personId, name: personName, why });
    }
  }
  return accept(preview);
};

/** Only who is first matters here, not in how many weightings. */
const onlyFirst = (policy: SponsorshipPolicy): SponsorshipPolicy => ({
  ...policy,
  robustness: { ...policy.robustness, samples: 1 },
});

const firstOf = ({ ranked }: RankingResult) => {
  const [first] = ranked;
  return first ? { personId: first.id, name: first.name, score: first.score } : null;
};

const newlyFiltered = (personId: string, before: RankingResult, after: RankingResult): string | null => {
  if (!before.ranked.some(({ id }) => id === personId)) return null;
  return after.filtered.find(({ id }) => id === personId)?.refusals[0]?.message ?? null;
};

import { accept, type Decision } from '#kernel/decision.ts';
import type { ReplyOf } from '#kernel/endpoint.ts';
import type { Context } from '#platform/context.ts';
import { isWaiting } from '#sponsorship/domain/nomination.ts';
import { against, mayOrWhy } from '#sponsorship/domain/sponsorship-abilities.ts';
import type { listCandidates } from '#sponsorship/sponsorship-candidates-contract.ts';
import type { PolicyVersion } from '#sponsorship/sponsorship-policy-contract.ts';
import { loadNominationsOfAlliance } from './nomination-store.ts';
import type { PolicyOnRecord } from './policy-queries.ts';
import { type RankQuestion, rankAlliance } from './rank-alliance.ts';
import type { OffLoop } from './rank-off-loop.ts';

export const versionView = ({
  version,
  savedAt,
  savedBy,
  reason,
}: Omit<PolicyOnRecord, 'settings'>): PolicyVersion => ({
  version,
  savedAt: savedAt?.toISOString() ?? null,
  savedBy,
  reason,
});

export const readCandidates = async (
  context: Context,
  offLoop: OffLoop,
  allianceId: string,
  question: RankQuestion,
): Promise<Decision<ReplyOf<typeof listCandidates>>> => {
  const { db, actor, now } = context;
  const ranked = await rankAlliance(context, offLoop, allianceId, question);
  if (!ranked.ok) return ranked;
  const { policy, override, ranking, candidates, alliance, today, leftOut, proposedTerm } = ranked.value;
  const open = (await loadNominationsOfAlliance(db, allianceId)).find(({ nomination }) => isWaiting(nomination, now));
  return accept({
    mode: ranking.mode,
    today,
    alliance,
    candidates,
    policy: { ...versionView(policy), settings: policy.settings },
    override: override && { ...override, setAt: override.setAt.toISOString() },
    ranking,
    leftOut,
    proposedTerm,
    openNomination: open
      ? { id: open.nomination.id, personId: open.nomination.personId, personName: open.nomination.personName }
      : null,
    may: {
      nominate: open
        ? `${open.nomination.personName} has been asked already.`
        : mayOrWhy(against(actor, 'nomination.make')),
      rate: mayOrWhy(against(actor, 'candidates.rate')),
      override: mayOrWhy(against(actor, 'archetype.choose')),
    },
  } as ReplyOf<typeof listCandidates>);
};

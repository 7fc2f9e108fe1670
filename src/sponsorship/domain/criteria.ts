import type { AllianceFacts, CandidateFacts } from './candidate.ts';
import { clout } from './clout.ts';
import type { CriterionScore } from './criterion.ts';
import { longevity, type Outlooks } from './longevity.ts';
import type { SponsorshipPolicy } from './sponsorship-policy.ts';
import { capacity, seniority, stake } from './standing-criteria.ts';
import { valueToArea } from './value-to-area.ts';

/**
 * Scores any candidate for one alliance on all six criteria, in the order of `criteria`, each with its parts and their
 * evidence (R1).
 */
export const criterionScorer = (
  alliance: AllianceFacts,
  policy: SponsorshipPolicy,
  outlooks: Outlooks,
): ((candidate: CandidateFacts) => readonly CriterionScore[]) => {
  // Everybody of one level stands the same against the counterpart.
  const seniorityAt = new Map<number | null, CriterionScore>();
  return (candidate) => {
    const standing = seniorityAt.get(candidate.level) ?? seniority(candidate.level, alliance, policy);
    seniorityAt.set(candidate.level, standing);
    return [
      valueToArea(candidate, alliance, policy),
      clout(candidate, alliance, policy),
      longevity(candidate, alliance, policy, outlooks),
      standing,
      stake(candidate, policy),
      capacity(candidate, alliance, policy),
    ];
  };
};

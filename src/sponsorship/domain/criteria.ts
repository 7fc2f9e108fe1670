import type { AllianceFacts, CandidateFacts } from './candidate.ts';
import { clout } from './clout.ts';
import type { CriterionScore } from './criterion.ts';
import { longevity, type Outlooks } from './longevity.ts';
import type { SponsorshipPolicy } from './sponsorship-policy.ts';
import { capacity, seniority, stake } from './standing-criteria.ts';
import { valueToArea } from './value-to-area.ts';

/** All six criteria of one candidate, in the order of `criteria`, each with its parts and their evidence (R1). */
export const criterionScores = (
  candidate: CandidateFacts,
  alliance: AllianceFacts,
  policy: SponsorshipPolicy,
  outlooks: Outlooks,
): readonly CriterionScore[] => [
  valueToArea(candidate, alliance, policy),
  clout(candidate, alliance, policy),
  longevity(candidate, alliance, policy, outlooks),
  seniority(candidate, alliance, policy),
  stake(candidate, policy),
  capacity(candidate, alliance, policy),
];

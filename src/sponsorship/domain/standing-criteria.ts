import { scoreOn } from './anchor-scale.ts';
import type { AllianceFacts, CandidateFacts, Rated } from './candidate.ts';
import { absent, between, type CriterionScore, type Interval, known } from './criterion.ts';
import { oneDecimal, percent } from './plain-numbers.ts';
import type { SponsorshipPolicy } from './sponsorship-policy.ts';

const levels = [1, 2, 3, 4, 5, 6] as const;

/** S: the candidate's level against the counterpart's; equal is best (R1). */
export const seniority = (level: number | null, alliance: AllianceFacts, policy: SponsorshipPolicy): CriterionScore => {
  const theirs = alliance.counterpart?.level ?? null;
  const against = (own: number, other: number) => scoreOn(policy.anchors.seniority, other - own);
  if (level === null) {
    const could = boundsOf(levels.map((own) => (theirs === null ? [0, 100] : [against(own, theirs)])).flat());
    const missing = { fact: 'level', about: 'candidate', could } as const;
    return between('seniority', could, [absent('level', 'The level is not on record.', missing)]);
  }
  const ownPart = { name: 'level', value: level, evidence: `Level ${level} of 6.` };
  if (theirs === null) {
    const cases = levels.map((other) => against(level, other));
    const could = boundsOf(cases);
    const evidence = alliance.counterpart
      ? `The level of the counterpart, ${alliance.counterpart.name}, is not on record.`
      : 'No counterpart is on record yet.';
    const missing = { fact: 'counterpartLevel', about: 'alliance', could, cases } as const;
    return between('seniority', could, [ownPart, absent('counterpart', evidence, missing)]);
  }
  const name = alliance.counterpart?.name ?? '';
  const counterpart = {
    name: 'counterpart',
    value: theirs,
    evidence: `The counterpart, ${name}, is at level ${theirs}.`,
  };
  return known('seniority', against(level, theirs), [ownPart, counterpart]);
};

/** P: how far the alliance's result is in the candidate's own objectives, an anchored rating (R1). */
export const stake = (candidate: CandidateFacts, policy: SponsorshipPolicy): CriterionScore => {
  if (candidate.stake === null) {
    const could = [scoreOn(policy.anchors.stake, 0), scoreOn(policy.anchors.stake, 100)] as const;
    const evidence = "Whether the alliance is in this person's own objectives is not on record.";
    return between('stake', could, [absent('rating', evidence, { fact: 'stake', about: 'candidate', could })]);
  }
  const { rating } = candidate.stake;
  return known('stake', scoreOn(policy.anchors.stake, rating), [
    { name: 'rating', value: rating, evidence: ratedEvidence('Stake', candidate.stake) },
  ]);
};

/** K: the rating of how much room the candidate has, or else the share of capacity left free after taking this alliance on (R1). */
export const capacity = (
  candidate: CandidateFacts,
  alliance: AllianceFacts,
  policy: SponsorshipPolicy,
): CriterionScore => {
  const most = candidate.capacity ?? policy.limits.stop;
  const after = candidate.load + alliance.loadNeeded;
  const load = {
    name: 'load',
    value: after,
    evidence: `Would carry ${oneDecimal(after)} of ${oneDecimal(most)}, this alliance included.`,
  };
  if (candidate.room !== null) {
    const { rating } = candidate.room;
    const part = { name: 'rating', value: rating, evidence: ratedEvidence('Room', candidate.room) };
    return known('capacity', rating, [part, load]);
  }
  const free = most > 0 ? Math.max(0, (most - after) / most) : 0;
  const part = { name: 'free', value: free, evidence: `${percent(free)} of the capacity would stay free.` };
  return known('capacity', scoreOn(policy.anchors.freeCapacity, free), [part, load]);
};

const boundsOf = (values: readonly number[]): Interval => [Math.min(...values), Math.max(...values)];

const ratedEvidence = (what: string, { rating, by, on, note }: Rated): string => {
  const source = `${by === null ? '' : ` by ${by}`}${on === null ? '' : ` on ${on}`}`;
  return `${what} rated ${rating} of 100${source}${note === null ? '.' : `: ${note}`}`;
};

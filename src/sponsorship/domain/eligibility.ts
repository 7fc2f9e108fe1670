import type { Refusal } from '#kernel/decision.ts';
import { contains } from '#kernel/period.ts';
import type { AllianceFacts, CandidateFacts } from './candidate.ts';
import { oneDecimal } from './plain-numbers.ts';
import type { SponsorshipPolicy } from './sponsorship-policy.ts';

/**
 * Every reason for which someone may not sponsor this alliance (R1): hard filters that come before any score. An empty list
 * means eligible. A fact that is not on record filters nobody out.
 */
export const ineligibility = (
  candidate: CandidateFacts,
  alliance: AllianceFacts,
  policy: SponsorshipPolicy,
): readonly Refusal[] =>
  [
    conflictOfInterest(candidate),
    ownLineManager(candidate, alliance, policy),
    belowMinimumLevel(candidate, alliance, policy),
    withoutCapacity(candidate, alliance, policy),
    vetoedByPartner(candidate),
    notEmployed(candidate, alliance),
  ].filter((refusal) => refusal !== null);

/** A note, not a refusal: from the warning limit on, one more sponsorship is many. */
export const loadWarning = (
  candidate: CandidateFacts,
  alliance: AllianceFacts,
  { limits }: SponsorshipPolicy,
): string | null => {
  const after = candidate.load + alliance.loadNeeded;
  if (after < limits.warn) return null;
  return `With this alliance ${candidate.name} would carry ${oneDecimal(after)} sponsorships; from ${limits.warn} on, attention runs short.`;
};

/** SPO-1 */
const conflictOfInterest = ({ name, conflictOfInterest: reason }: CandidateFacts): Refusal | null =>
  reason === null
    ? null
    : {
        rule: 'SPO-1',
        field: 'conflictOfInterest',
        message: `${name} has a conflict of interest: ${sentence(reason)}`,
      };

/** SPO-2: the sponsor is where the manager turns when their own line does not help. */
const ownLineManager = (
  { id, name }: CandidateFacts,
  { managerLine, allianceManager }: AllianceFacts,
  { lineManagerRule }: SponsorshipPolicy,
): Refusal | null => {
  const line = lineManagerRule === 'direct' ? managerLine.slice(0, 1) : managerLine;
  const place = line.findIndex((person) => person.id === id);
  if (place < 0) return null;
  const manager = allianceManager?.name ?? 'the alliance manager';
  const how = place === 0 ? 'is the line manager of' : 'is further up the line of';
  return {
    rule: 'SPO-2',
    field: 'managerLine',
    message: `${name} ${how} ${manager}, who runs this alliance day to day; a sponsor stands outside that line.`,
  };
};

/** SPO-3: level 1 is the highest. */
const belowMinimumLevel = (
  { name, level }: CandidateFacts,
  { tier }: AllianceFacts,
  { minimumLevel }: SponsorshipPolicy,
): Refusal | null => {
  const lowest = minimumLevel[tier];
  if (level === null || level <= lowest) return null;
  return {
    rule: 'SPO-3',
    field: 'level',
    message: `${name} is at level ${level}; an alliance of the ${tier} tier needs a sponsor at level ${lowest} or above.`,
  };
};

/** SPO-4 */
const withoutCapacity = (
  { name, load, capacity }: CandidateFacts,
  { loadNeeded }: AllianceFacts,
  { limits }: SponsorshipPolicy,
): Refusal | null => {
  const most = capacity ?? limits.stop;
  if (load + loadNeeded <= most) return null;
  return {
    rule: 'SPO-4',
    field: 'capacity',
    message: `${name} carries ${oneDecimal(load)} and this alliance adds ${oneDecimal(loadNeeded)}, more than the ${oneDecimal(most)} there is room for.`,
  };
};

/** SPO-5 */
const vetoedByPartner = ({ name, partnerVeto }: CandidateFacts): Refusal | null =>
  partnerVeto === null
    ? null
    : { rule: 'SPO-5', field: 'partnerVeto', message: `The partner does not want ${name}: ${sentence(partnerVeto)}` };

/** SPO-6 */
const notEmployed = ({ name, employment }: CandidateFacts, { startsOn }: AllianceFacts): Refusal | null =>
  employment.some((period) => contains(period, startsOn))
    ? null
    : {
        rule: 'SPO-6',
        field: 'employment',
        message: `${name} is not with the company on ${startsOn}, the day the sponsorship starts.`,
      };

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AllianceFacts, CandidateFacts } from '#sponsorship/domain/candidate.ts';
import type { RankingResult } from '#sponsorship/domain/ranking.ts';
import {
  day,
  mayOrWhyNot,
  money,
  policySettings,
  policyVersion,
  profileName,
  sentence,
} from './sponsorship-policy-contract.ts';

const rated = z.object({
  rating: z.number(),
  by: z.string().nullable(),
  on: day.nullable(),
  note: z.string().nullable(),
});
const personRef = z.object({ id: z.uuid(), name: z.string() });

export const candidateFacts = z.object({
  id: z.uuid(),
  name: z.string(),
  employment: z.array(z.object({ from: day, to: day.nullable() })),
  post: z
    .object({
      title: z.string(),
      since: day,
      until: day.nullable(),
      function: z.enum([
        'chiefExecutive',
        'generalCounsel',
        'finance',
        'information',
        'humanResources',
        'marketing',
        'operations',
        'other',
      ]),
    })
    .nullable(),
  level: z.number().nullable(),
  areas: z.array(personRef).nullable(),
  budgetPercentile: z.number().nullable(),
  decisionRights: z.array(z.object({ kind: z.string(), upTo: money.nullable() })).nullable(),
  networkPercentile: z.number().nullable(),
  spell: z.enum(['areaHead', 'rotation', 'founder']).nullable(),
  announcedMoves: z.array(z.object({ on: day, probability: z.number(), to: z.enum(['role', 'exit']).nullable() })),
  stake: rated.nullable(),
  room: rated.nullable(),
  load: z.number(),
  capacity: z.number().nullable(),
  conflictOfInterest: z.string().nullable(),
  partnerVeto: z.string().nullable(),
}) satisfies z.ZodType<CandidateFacts>;

export const allianceFacts = z.object({
  id: z.uuid(),
  name: z.string(),
  tier: z.enum(['strategic', 'core', 'exploratory']),
  startsOn: day,
  horizonEndsOn: day.nullable(),
  valueLines: z.array(z.object({ areaId: z.uuid(), areaName: z.string(), areaPath: z.array(z.uuid()), yearly: money })),
  decisionsNeeded: z.array(z.object({ kind: z.string(), label: z.string(), amount: money.nullable() })),
  counterpart: z.object({ name: z.string(), level: z.number().nullable() }).nullable(),
  partnerFounderLed: z.boolean(),
  allianceManager: personRef.nullable(),
  managerLine: z.array(personRef),
  loadNeeded: z.number(),
}) satisfies z.ZodType<AllianceFacts>;

/** The rules' own result, as sponsorship/domain/ranking.ts describes it. */
export const rankingResult = z.looseObject({}) as unknown as z.ZodType<RankingResult>;

const allianceParams = z.object({ allianceId: z.uuid() });
const candidateParams = z.object({ allianceId: z.uuid(), personId: z.uuid() });

export const archetypeOverride = z.object({
  archetype: profileName,
  reason: z.string(),
  setAt: z.iso.datetime(),
  setBy: z.string(),
});

export const listCandidates = endpoint({
  method: 'get',
  path: '/api/alliances/{allianceId}/candidates',
  summary: "An alliance's candidates with all that ranking works on and the server's own ranking",
  params: allianceParams,
  query: z.object({ startsOn: day.optional(), also: z.uuid().optional() }),
  reply: z.object({
    /** 'none': nobody to choose from yet; 'short': one or two executives, one short question; 'full': a ranked table. */
    mode: z.enum(['none', 'short', 'full']),
    today: day,
    alliance: allianceFacts,
    candidates: z.array(candidateFacts),
    /** The settings with which `ranking` was made: `settings.profile` is already this alliance's archetype. */
    policy: policyVersion.extend({ settings: policySettings }),
    override: archetypeOverride.nullable(),
    ranking: rankingResult,
    /** Executives beyond the number that one ranking takes; ask for one of them with `also`. */
    leftOut: z.number(),
    /** The term that a nomination would offer unless told otherwise. */
    proposedTerm: z.object({ from: day, to: day }),
    openNomination: z.object({ id: z.uuid(), personId: z.uuid(), personName: z.string() }).nullable(),
    may: z.object({ nominate: mayOrWhyNot, rate: mayOrWhyNot, override: mayOrWhyNot }),
  }),
});

const rating = z.union([z.literal(0), z.literal(25), z.literal(50), z.literal(75), z.literal(100)]);
const source = sentence('where this comes from', 300);

export const rateStake = endpoint({
  method: 'put',
  path: '/api/alliances/{allianceId}/candidates/{personId}/stake',
  summary: "How far the alliance's result is in the person's own objectives",
  params: candidateParams,
  body: z.object({ rating, source, ratedOn: day.optional() }),
  reply: z.object({ rating: z.number() }),
});

export const clearStake = endpoint({
  method: 'delete',
  path: '/api/alliances/{allianceId}/candidates/{personId}/stake',
  summary: 'Take a rating of stake back',
  params: candidateParams,
  reply: z.null(),
});

export const rateCapacity = endpoint({
  method: 'put',
  path: '/api/people/{personId}/capacity',
  summary: 'How much room a person has, and how many sponsorships they can carry at most',
  params: z.object({ personId: z.uuid() }),
  body: z.object({ rating, most: z.number().int().min(0).max(100).nullable(), source, ratedOn: day.optional() }),
  reply: z.object({ rating: z.number() }),
});

export const clearCapacity = endpoint({
  method: 'delete',
  path: '/api/people/{personId}/capacity',
  summary: 'Take a rating of capacity back',
  params: z.object({ personId: z.uuid() }),
  reply: z.null(),
});

export const recordVeto = endpoint({
  method: 'put',
  path: '/api/alliances/{allianceId}/candidates/{personId}/veto',
  summary: 'The partner does not want this person as sponsor',
  params: candidateParams,
  body: z.object({ reason: sentence('what the partner said'), source, statedOn: day.optional() }),
  reply: z.object({ reason: z.string() }),
});

export const clearVeto = endpoint({
  method: 'delete',
  path: '/api/alliances/{allianceId}/candidates/{personId}/veto',
  summary: "Take a partner's veto back",
  params: candidateParams,
  reply: z.null(),
});

export const conflictOfInterest = z.object({
  id: z.uuid(),
  organisation: personRef,
  reason: z.string(),
  source: z.string(),
  from: day,
  to: day.nullable(),
});

export const listConflicts = endpoint({
  method: 'get',
  path: '/api/people/{personId}/conflicts',
  summary: "A person's conflicts of interest, and their rating of capacity",
  params: z.object({ personId: z.uuid() }),
  reply: z.object({
    items: z.array(conflictOfInterest),
    capacity: z
      .object({ rating: z.number(), most: z.number().nullable(), source: z.string(), ratedOn: day })
      .nullable(),
    may: z.object({ edit: mayOrWhyNot }),
  }),
});

export const recordConflict = endpoint({
  method: 'post',
  path: '/api/people/{personId}/conflicts',
  summary: 'A person has a conflict of interest with an organisation',
  params: z.object({ personId: z.uuid() }),
  body: z.object({
    organisationId: z.uuid(),
    reason: sentence('what the conflict is'),
    source,
    from: day.optional(),
    to: day.nullable().optional(),
  }),
  reply: z.object({ id: z.uuid() }),
});

export const endConflict = endpoint({
  method: 'post',
  path: '/api/conflicts/{conflictId}/end',
  summary: 'A conflict of interest has ended on a day',
  params: z.object({ conflictId: z.uuid() }),
  body: z.object({ on: day }),
  reply: z.object({ id: z.uuid() }),
});

import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { allianceFacts, candidateFacts, rankingResult } from './sponsorship-candidates-contract.ts';
import { day, mayOrWhyNot, policySettings, sentence } from './sponsorship-policy-contract.ts';

const allianceParams = z.object({ allianceId: z.uuid() });
const nominationParams = z.object({ nominationId: z.uuid() });
const personRef = z.object({ id: z.uuid(), name: z.string() });
const instant = z.iso.datetime();

export const sponsorshipStates = z.enum([
  'missing',
  'nominated',
  'ensured',
  'atRisk',
  'inHandover',
  'falseStart',
  'underTheRadar',
]);

export const nominationState = z.enum(['open', 'talking', 'accepted', 'declined', 'withdrawn', 'lapsed']);

export const nominationSummary = z.object({
  id: z.uuid(),
  alliance: personRef,
  person: personRef,
  deputy: personRef.nullable(),
  state: nominationState,
  reason: z.string(),
  caseId: z.uuid().nullable(),
  term: z.object({ from: day, to: day }),
  nominatedAt: instant,
  nominatedBy: z.string(),
  expiresAt: instant,
  remindedAt: instant.nullable(),
  /** Each 'let us talk first', oldest first. */
  talks: z.array(z.object({ askedAt: instant, remark: z.string() })),
  ended: z.object({ at: instant, by: z.string(), remark: z.string() }).nullable(),
  may: z.object({ withdraw: mayOrWhyNot, answer: mayOrWhyNot }),
});
export type NominationSummary = z.infer<typeof nominationSummary>;

export const appointmentSummary = z.object({
  id: z.uuid(),
  alliance: personRef,
  person: personRef.extend({ title: z.string().nullable(), organisation: z.string() }),
  side: z.enum(['ours', 'theirs']),
  kind: z.enum(['sponsor', 'interim']),
  deputy: personRef.nullable(),
  nominationId: z.uuid().nullable(),
  from: day,
  to: day.nullable(),
  /** In office today. */
  isInForce: z.boolean(),
  ended: z.object({ on: day, by: z.string(), reason: z.string() }).nullable(),
  may: z.object({ end: mayOrWhyNot }),
});
export type AppointmentSummary = z.infer<typeof appointmentSummary>;

export const caseSummary = z.object({
  id: z.uuid(),
  person: personRef,
  decidedAt: instant,
  decidedBy: z.string(),
  reason: z.string(),
  policyVersion: z.number(),
  /** Place in that day's ranking, from 1; null for nobody ranked. */
  rank: z.number().nullable(),
  of: z.number(),
});
export type CaseSummary = z.infer<typeof caseSummary>;

export const showSponsorship = endpoint({
  method: 'get',
  path: '/api/alliances/{allianceId}/sponsorship',
  summary: "An alliance's state of sponsorship: the pair, the open nomination, cases and history",
  params: allianceParams,
  reply: z.object({
    state: sponsorshipStates,
    since: day,
    why: z.string(),
    nextLookOn: day.nullable(),
    sponsor: appointmentSummary.nullable(),
    counterpart: appointmentSummary.nullable(),
    /** Accepted, to start on a later day. */
    successor: appointmentSummary.nullable(),
    openNomination: nominationSummary.nullable(),
    appointments: z.array(appointmentSummary),
    nominations: z.array(nominationSummary),
    cases: z.array(caseSummary),
    may: z.object({ nominate: mayOrWhyNot, nameCounterpart: mayOrWhyNot }),
  }),
});

export const nominateSponsor = endpoint({
  method: 'post',
  path: '/api/alliances/{allianceId}/nominations',
  summary: 'Ask an executive to be sponsor; they get a mail with signed links to answer',
  params: allianceParams,
  body: z.object({
    personId: z.uuid(),
    reason: sentence('why this person'),
    /** Asked for when the person is not first in the ranking (SPO-20). */
    reasonAgainstRanking: z.string().trim().max(2_000).optional(),
    termFrom: day.optional(),
    termTo: day.optional(),
    deputyPersonId: z.uuid().nullable().optional(),
  }),
  reply: z.object({ nominationId: z.uuid(), caseId: z.uuid(), mailedTo: z.string(), expiresAt: instant }),
});

export const withdrawNomination = endpoint({
  method: 'post',
  path: '/api/nominations/{nominationId}/withdrawal',
  summary: 'Take an open nomination back; the nominee is told',
  params: nominationParams,
  body: z.object({ reason: sentence('why it is taken back') }),
  reply: z.object({ state: nominationState }),
});

export const answerChoice = z.enum(['accept', 'decline', 'talkFirst']);
export type AnswerChoice = z.infer<typeof answerChoice>;

const answerBody = z.object({
  choice: answerChoice,
  remark: z.string().trim().max(2_000, 'Keep it under 2,000 characters.').optional(),
  /** Who stands in, when the nominee names someone else than the one proposed. */
  deputyPersonId: z.uuid().nullable().optional(),
});

/** What a nominee sees on the page behind the link in the mail. */
export const nominationQuestion = z.object({
  company: z.string(),
  nominationId: z.uuid(),
  allianceName: z.string(),
  purpose: z.string(),
  partners: z.array(z.string()),
  objectives: z.array(z.string()),
  personName: z.string(),
  askedBy: z.string(),
  askedAt: instant,
  reason: z.string(),
  /** What is asked of a sponsor, in sentences. */
  asked: z.array(z.string()),
  /** Why this person, from the numbers of the case, in sentences. */
  evidence: z.array(z.string()),
  term: z.object({ from: day, to: day }),
  deputyName: z.string().nullable(),
  managerName: z.string().nullable(),
  expiresAt: instant,
  state: nominationState,
  /** What has become of it, as a sentence. */
  standing: z.string(),
  mayAnswer: z.boolean(),
});
export type NominationQuestion = z.infer<typeof nominationQuestion>;

const answered = z.object({ state: nominationState, standing: z.string() });

export const showAnswerPage = endpoint({
  method: 'get',
  path: '/api/answers/{token}',
  summary: 'The question behind a signed link. Reading it changes nothing',
  params: z.object({ token: z.string().min(1).max(500) }),
  reply: nominationQuestion,
});

export const answerByLink = endpoint({
  method: 'post',
  path: '/api/answers/{token}',
  summary: 'Accept, decline or ask to talk first, by the signed link alone',
  params: z.object({ token: z.string().min(1).max(500) }),
  body: answerBody,
  reply: answered,
});

export const answerNomination = endpoint({
  method: 'post',
  path: '/api/nominations/{nominationId}/answer',
  summary: 'Accept, decline or ask to talk first, signed in as the nominee or their assistant',
  params: nominationParams,
  body: answerBody,
  reply: answered,
});

export const listCases = endpoint({
  method: 'get',
  path: '/api/alliances/{allianceId}/cases',
  summary: "An alliance's selection cases, newest first",
  params: allianceParams,
  reply: z.object({ items: z.array(caseSummary) }),
});

export const showCase = endpoint({
  method: 'get',
  path: '/api/cases/{caseId}',
  summary: 'One selection case with its facts and numbers as they were kept that day',
  params: z.object({ caseId: z.uuid() }),
  reply: caseSummary.extend({
    alliance: personRef,
    facts: z.object({ alliance: allianceFacts, candidates: z.array(candidateFacts), policy: policySettings }),
    ranking: rankingResult,
    nomination: nominationSummary.nullable(),
  }),
});

export const nameCounterpart = endpoint({
  method: 'post',
  path: '/api/alliances/{allianceId}/counterpart',
  summary: "Put the partner's executive sponsor on record",
  params: allianceParams,
  body: z.object({ personId: z.uuid(), from: day.optional(), to: day.nullable().optional() }),
  reply: appointmentSummary,
});

export const endAppointment = endpoint({
  method: 'post',
  path: '/api/appointments/{appointmentId}/end',
  summary: 'End an appointment on a day, with a reason',
  params: z.object({ appointmentId: z.uuid() }),
  body: z.object({ on: day, reason: sentence('why it ends') }),
  reply: appointmentSummary,
});

export const listSponsorshipsOfPerson = endpoint({
  method: 'get',
  path: '/api/people/{personId}/sponsorships',
  summary: "A person's sponsorships over time, and the nominations that wait for their answer",
  params: z.object({ personId: z.uuid() }),
  reply: z.object({ appointments: z.array(appointmentSummary), nominations: z.array(nominationSummary) }),
});

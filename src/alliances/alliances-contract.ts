import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { day, externalId, id, named, permission } from '#people/field-contract.ts';
import { organisationKind } from '#people/organisation-contract.ts';
import { tiers } from '#alliances/domain/alliance.ts';
import { phases } from '#alliances/domain/alliance-phase.ts';

export const phase = z.enum(phases);
export const tier = z.enum(tiers);
export const side = z.enum(['ours', 'theirs']);

/** Generous: what a text may hold is the domain's to say, in a sentence. */
const text = z.string().max(10_000);

export const allianceBody = z.object({
  name: text,
  externalId,
  purpose: text.default(''),
  tier,
  startsOn: day,
  endsOn: day,
  currency: z.string().trim().max(3),
  partnerIds: z.array(id).max(50),
  values: z
    .array(z.object({ areaId: id, amount: z.number() }))
    .max(500)
    .default([]),
  decisions: z
    .array(z.object({ decision: text, amount: z.number().nullable() }))
    .max(100)
    .default([]),
  objectives: z
    .array(z.object({ id: id.nullable().default(null), sentence: text }))
    .max(50)
    .default([]),
});
export type AllianceBody = z.infer<typeof allianceBody>;

export const alliancePartner = named.extend({
  kind: organisationKind,
  isFounderLed: z.boolean(),
  founderLedSince: day.nullable(),
});

export const managerTermView = z.object({
  id,
  side,
  person: named,
  from: day,
  to: day.nullable(),
  when: z.enum(['past', 'now', 'later']),
});
export type ManagerTermView = z.infer<typeof managerTermView>;

export const phaseEntryView = z.object({ phase, enteredAt: z.string(), enteredBy: z.string(), reason: z.string() });

export const alliancePage = z.object({
  id,
  externalId: z.string().nullable(),
  name: z.string(),
  purpose: z.string(),
  phase,
  /** The phase in which the alliance came on record. */
  registeredPhase: phase,
  tier,
  startsOn: day,
  endsOn: day,
  currency: z.string(),
  yearlyValue: z.number(),
  partners: z.array(alliancePartner),
  /** The largest first. */
  values: z.array(z.object({ area: named, amount: z.number() })),
  decisions: z.array(z.object({ decision: z.string(), amount: z.number().nullable() })),
  objectives: z.array(z.object({ id, sentence: z.string() })),
  /** Newest first. */
  managers: z.array(managerTermView),
  /** Newest first. */
  phaseEntries: z.array(phaseEntryView),
  /** The server's day: what 'now' means for the terms above. */
  today: day,
  may: z.object({ edit: permission, movePhase: permission, setOurManager: permission, setTheirManager: permission }),
});
export type AllianceView = z.infer<typeof alliancePage>;

const params = z.object({ allianceId: id });
const done = z.object({ id });

export const registerAlliance = endpoint({
  method: 'post',
  path: '/api/alliances',
  summary: 'Register an alliance in the phase it is in',
  body: allianceBody.extend({ phase: phase.default('strategy') }),
  reply: done,
});

export const showAlliance = endpoint({
  method: 'get',
  path: '/api/alliances/{allianceId}',
  summary: 'One alliance: partners, horizon, value by area, decisions needed, objectives, managers, phases',
  params,
  reply: alliancePage,
});

export const editAlliance = endpoint({
  method: 'put',
  path: '/api/alliances/{allianceId}',
  summary: 'Change what is written down about an alliance',
  params,
  body: allianceBody,
  reply: done,
});

export const moveAlliancePhase = endpoint({
  method: 'post',
  path: '/api/alliances/{allianceId}/phase-moves',
  summary: 'Move an alliance to the next phase or back to an earlier one, with a reason',
  params,
  body: z.object({ phase, reason: text }),
  reply: done,
});

export const setAllianceManager = endpoint({
  method: 'post',
  path: '/api/alliances/{allianceId}/managers',
  summary: 'Say who manages one side from a day on; the term that runs on that day ends with it',
  params,
  body: z.object({ side, personId: id, from: day, to: day.nullable().default(null) }),
  reply: done,
});

export const endAllianceManager = endpoint({
  method: 'post',
  path: '/api/alliances/{allianceId}/managers/{termId}/end',
  summary: 'End the term of an alliance manager on a day',
  params: params.extend({ termId: id }),
  body: z.object({ on: day }),
  reply: done,
});

export const listDecisionWords = endpoint({
  method: 'get',
  path: '/api/decision-words',
  summary: 'How decisions are named on record, so that what an alliance needs matches what a person may decide',
  reply: z.object({ decisions: z.array(z.string()) }),
});

import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { SponsorshipPolicy } from '#sponsorship/domain/sponsorship-policy.ts';

/** True, or the sentence that says why not. */
export const mayOrWhyNot = z.union([z.literal(true), z.string()]);

export const sentence = (what: string, longest = 2_000) =>
  z
    .string()
    .trim()
    .min(1, `Say ${what}.`)
    .max(longest, `Keep it under ${longest.toLocaleString('en')} characters.`);

export const day = z.iso.date('Write a day as year-month-day, such as 2026-03-31.');
export const currency = z.string().regex(/^[A-Z]{3}$/, 'A currency has three capital letters, such as EUR.');
export const money = z.object({ amount: z.number(), currency });
export const profileName = z.enum(['neutral', 'mostSeniorInLine', 'generalManagement']);

const between = (low: number, high: number) =>
  z.number('Enter a number.').min(low, `At least ${low}.`).max(high, `At most ${high}.`);
const whole = (low: number, high: number) => between(low, high).int('A whole number.');

const byCriterion = z.strictObject({
  valueToArea: between(0, 100),
  clout: between(0, 100),
  longevity: between(0, 100),
  seniority: between(0, 100),
  stake: between(0, 100),
  capacity: between(0, 100),
});

const swings = byCriterion.refine((all) => Object.values(all).some((swing) => swing > 0), {
  message: 'At least one criterion must have a swing above 0.',
});
const profile = z.strictObject({ swings, kept: between(0, 1) });
const anchors = z
  .array(z.strictObject({ at: z.number('Enter a number.'), score: between(0, 100) }))
  .min(2, 'A scale needs at least two anchors.')
  .max(20, 'A scale has at most twenty anchors.')
  .refine((points) => points.every((point, index) => index === 0 || (points[index - 1]?.at ?? 0) < point.at), {
    message: 'The anchors of a scale must rise from one to the next.',
  });
const spell = z.strictObject({ shape: between(0.1, 20), mean: between(0.1, 60) });
const tenureYears = between(0.1, 60);

/** A whole policy, as it is kept in each version. Unknown fields are refused. */
export const policySettings = z
  .strictObject({
    profile: profileName,
    profiles: z.strictObject({ neutral: profile, mostSeniorInLine: profile, generalManagement: profile }),
    founderLedLongevityFactor: between(0, 10),
    referenceValue: z.strictObject({ amount: z.number().positive('More than nothing.'), currency }),
    exchangeRates: z.record(currency, z.number().positive('A rate is above 0.')),
    anchors: z.strictObject({
      valueToArea: anchors,
      level: anchors,
      budget: anchors,
      decisions: anchors,
      network: anchors,
      longevity: anchors,
      seniority: anchors,
      stake: anchors,
      freeCapacity: anchors,
    }),
    minimumLevel: z.strictObject({ strategic: whole(1, 6), core: whole(1, 6), exploratory: whole(1, 6) }),
    limits: z.strictObject({ warn: whole(1, 100), stop: whole(1, 100) }).refine(({ warn, stop }) => warn <= stop, {
      message: 'The warning comes at or before the limit.',
      path: ['warn'],
    }),
    lineManagerRule: z.enum(['direct', 'wholeLine']),
    spells: z.strictObject({ areaHead: spell, rotation: spell, founder: spell }),
    usualSpell: z.enum(['areaHead', 'rotation', 'founder']),
    exitRate: between(0, 1),
    pseudoExits: between(0.1, 1_000),
    typicalTenures: z.strictObject({
      chiefExecutive: tenureYears,
      generalCounsel: tenureYears,
      finance: tenureYears,
      information: tenureYears,
      humanResources: tenureYears,
      marketing: tenureYears,
      operations: tenureYears,
      other: tenureYears,
    }),
    usualHorizonYears: between(0.25, 50),
    termYears: between(0.25, 50),
    nominationExpiryDays: whole(1, 365),
    nominationReminderDays: whole(1, 364),
    changeWarningMonths: whole(0, 60),
    robustness: z.strictObject({
      samples: whole(100, 10_000),
      seed: whole(0, 2 ** 32 - 1),
      clear: between(0, 1),
      depends: between(0, 1),
    }),
  })
  .refine((policy) => policy.nominationReminderDays < policy.nominationExpiryDays, {
    message: 'The reminder goes out before the nomination expires.',
    path: ['nominationReminderDays'],
  })
  .refine((policy) => policy.robustness.depends <= policy.robustness.clear, {
    message: "'Clear' begins at or above where 'depends on the weights' begins.",
    path: ['robustness', 'depends'],
  }) satisfies z.ZodType<SponsorshipPolicy>;

export const policyVersion = z.object({
  /** 0 stands for the defaults that hold until a company chooses. */
  version: z.number(),
  savedAt: z.iso.datetime().nullable(),
  savedBy: z.string().nullable(),
  reason: z.string().nullable(),
});
export type PolicyVersion = z.infer<typeof policyVersion>;

export const showPolicy = endpoint({
  method: 'get',
  path: '/api/sponsorship/policy',
  summary: 'The sponsorship policy in force, its versions newest first, and the defaults',
  reply: z.object({
    current: policyVersion.extend({ settings: policySettings }),
    versions: z.array(policyVersion),
    defaults: policySettings,
    may: z.object({ edit: mayOrWhyNot }),
  }),
});

export const showPolicyVersion = endpoint({
  method: 'get',
  path: '/api/sponsorship/policy/versions/{version}',
  summary: 'One version of the sponsorship policy',
  params: z.object({ version: z.coerce.number().int().min(0) }),
  reply: policyVersion.extend({ settings: policySettings }),
});

const firstChoice = z.object({ personId: z.uuid(), name: z.string(), score: z.number() }).nullable();

/** What a change of policy would alter, worked out over the alliances of highest value. */
export const policyPreview = z.object({
  /** How many alliances were looked at, of how many there are. */
  alliances: z.object({ lookedAt: z.number(), of: z.number() }),
  /** Alliances whose first candidate would change. */
  firstCandidateChanges: z.array(
    z.object({ allianceId: z.uuid(), allianceName: z.string(), before: firstChoice, after: firstChoice }),
  ),
  /** Present sponsors in office whom the changed policy would not let be chosen. */
  sponsorsNoLongerEligible: z.array(
    z.object({ allianceId: z.uuid(), allianceName: z.string(), personId: z.uuid(), name: z.string(), why: z.string() }),
  ),
  /** Settings that differ, in words: 'limits.stop: 5 becomes 4'. */
  settingsChanged: z.array(z.string()),
});
export type PolicyPreview = z.infer<typeof policyPreview>;

export const previewPolicy = endpoint({
  method: 'post',
  path: '/api/sponsorship/policy/preview',
  summary: 'What a changed policy would alter, before it is saved; nothing is written',
  body: z.object({ settings: policySettings }),
  reply: policyPreview,
});

export const savePolicy = endpoint({
  method: 'put',
  path: '/api/sponsorship/policy',
  summary: 'Save a new version of the policy; refused when somebody saved one since `basedOn`',
  body: z.object({
    settings: policySettings,
    basedOn: z.number().int().min(0),
    reason: sentence('why the policy changes'),
  }),
  reply: policyVersion,
});

export const chooseArchetype = endpoint({
  method: 'put',
  path: '/api/alliances/{allianceId}/archetype',
  summary: "Give one alliance an archetype other than the company's, or (null) return to the company's",
  params: z.object({ allianceId: z.uuid() }),
  body: z.object({ archetype: profileName.nullable(), reason: sentence('why this alliance differs') }),
  reply: z.object({ archetype: profileName.nullable() }),
});

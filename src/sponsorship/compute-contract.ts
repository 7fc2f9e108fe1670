import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';

/** A number within bounds; every message is what follows the path, as in 'swings[1]: must be a number from 0 to 100.' */
const number = (low: number, high: number) => {
  const error = `must be a number from ${low} to ${high}.`;
  return z.number({ error }).min(low, { error }).max(high, { error });
};
const positive = (high: number) => {
  const error = `must be a number above 0, at most ${high}.`;
  return z.number({ error }).positive({ error }).max(high, { error });
};
const whole = (low: number, high: number) => {
  const error = `must be a whole number from ${low} to ${high}.`;
  return z.number({ error }).int({ error }).min(low, { error }).max(high, { error });
};
const name = z.string({ error: 'must be a text.' }).min(1, { error: 'must not be empty.' });
const truth = z.boolean({ error: 'must be true or false.' });
const list = <T extends z.ZodType>(item: T, fewest: number, most: number) =>
  z
    .array(item, { error: 'must be a list.' })
    .min(fewest, { error: `must have at least ${fewest} item${fewest === 1 ? '' : 's'}.` })
    .max(most, { error: `must have at most ${most} items.` });
const unknownFields = (names: readonly string[]): string =>
  `unknown field${names.length === 1 ? '' : 's'} ${names.map((field) => `'${field}'`).join(', ')}.`;

/** Without this a wrong or missing object would be told in the library's words. */
const record = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? unknownFields(issue.keys ?? []) : 'must be an object.'),
  });

const oneOf = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  z.enum(words, { error: `must be ${words.map((word) => `"${word}"`).join(' or ')}.` });

const repeated = (names: readonly string[]): number => names.findIndex((one, index) => names.indexOf(one) !== index);

const pair = z
  .tuple([number(0, 100), number(0, 100)], { error: 'must be a pair [low, high].' })
  .refine(([low, high]) => low <= high, { error: 'must be a pair [low, high] with low not above high.' });

const value = z.union([number(0, 100), pair, z.null()], {
  error: 'must be a number from 0 to 100, a pair [low, high] of such numbers, or null.',
});

/** Every sample weighs every candidate on every criterion, if none can be left out. */
const mostProducts = 200_000_000;

export const rankRequest = record({
  criteria: list(name, 1, 20),
  swings: list(number(0, 1e9), 1, 20),
  candidates: list(record({ id: name, values: list(value, 1, 20) }), 0, 5_000),
  weights: oneOf('ordered', 'free').default('ordered'),
  samples: whole(1, 200_000).default(10_000),
  seed: whole(0, 4_294_967_295).default(1),
}).superRefine((request, context) => {
  const { criteria, swings, candidates, samples } = request;
  const complain = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (candidates.length * criteria.length * samples > mostProducts) {
    complain(['samples'], 'must be fewer for so many candidates and criteria.');
  }
  const twice = repeated(criteria);
  if (twice >= 0) complain(['criteria', twice], 'names a criterion a second time.');
  if (swings.length !== criteria.length) {
    complain(['swings'], `must have one swing for each of the ${criteria.length} criteria, not ${swings.length}.`);
  }
  if (!swings.some((swing) => swing > 0)) complain(['swings'], 'must have at least one swing above 0.');
  for (const [index, { values }] of candidates.entries()) {
    if (values.length === criteria.length) continue;
    const path = ['candidates', index, 'values'];
    complain(path, `must have one value for each of the ${criteria.length} criteria, not ${values.length}.`);
  }
  const seen = new Set<string>();
  for (const [index, { id }] of candidates.entries()) {
    if (seen.has(id)) complain(['candidates', index, 'id'], 'names a candidate a second time.');
    seen.add(id);
  }
});

const share = z.number().min(0).max(1);

export const rankReply = z.object({
  weights: z.array(share).describe('In the order of the criteria, adding up to 1'),
  candidates: z.array(
    z.object({
      id: z.string(),
      rank: z.number().int(),
      score: z.number(),
      range: z.tuple([z.number(), z.number()]),
      contributions: z.array(z.number()).describe('In the order of the criteria, adding up to the score'),
      firstRank: share.describe('b1: share of the weightings in which the candidate is first'),
      centralWeights: z.array(share).nullable().describe('Mean of the weightings in which the candidate is first'),
    }),
  ),
  flip: z.object({ criterion: z.string(), rival: z.string(), from: share, to: share }).nullable(),
  verdict: z.enum(['clear', 'depends', 'open']),
});

const years = number(0, 1_000);
const spell = record({ entry: years.default(0), exit: years, ended: truth }).refine((one) => one.entry < one.exit, {
  path: ['exit'],
  error: 'must be later than entry.',
});
const shape = number(0.2, 50);
const mean = number(0.05, 1_000);
const horizon = positive(200);

export const survivalRequest = record({ spells: list(spell, 0, 20_000) });

export const survivalReply = z.object({
  table: z.array(
    z.object({
      time: z.number(),
      atRisk: z.number().int(),
      ended: z.number().int(),
      survival: share,
      standardError: z.number(),
    }),
  ),
  median: z.number().nullable(),
});

export const tenureRequest = record({
  shape,
  mean,
  served: years,
  horizon,
  announced: list(record({ at: years, q: number(0, 1) }), 0, 100).optional(),
  history: record({ pseudoExits: positive(1e6), spells: list(spell, 0, 20_000) }).optional(),
});

export const tenureReply = z.object({ stays: share, share });

/** Rough number of roles to play through; more would keep everybody else waiting. */
const mostRoles = 5_000_000;

export const changesRequest = record({
  role: record({ shape, mean }),
  exitRate: number(0, 100),
  kept: number(0, 1),
  horizon,
  served: years.optional(),
  paths: whole(1, 200_000).default(10_000),
  seed: whole(0, 4_294_967_295).default(1),
}).refine((asked) => asked.paths * (1 + asked.horizon * (asked.exitRate + 1 / asked.role.mean)) <= mostRoles, {
  path: ['paths'],
  error: 'must be fewer for a horizon with so many changes.',
});

const changes = z.object({ expectedChanges: z.number(), noChange: share, share });
export const changesReply = changes.extend({ simulated: changes.extend({ standardErrors: changes }) });

/** Every way from every node is followed: the work is edges times nodes. */
const mostSteps = 3_000_000;

const node = z
  .union([z.string(), z.number()], { error: 'must be a name.' })
  .transform(String)
  .refine((id) => id !== '', { error: 'must not be empty.' });
const edge = z.union([z.tuple([node, node]), z.tuple([node, node, positive(1e9)])], {
  error: 'must be a pair [from, to], or [from, to, weight] with a weight above 0.',
});

export const influenceRequest = record({
  edges: list(edge, 1, 10_000),
  directed: truth.default(true),
  damping: number(0, 0.99).default(0.85),
}).refine(({ edges }) => edges.length * new Set(edges.flatMap(([from, to]) => [from, to])).size <= mostSteps, {
  path: ['edges'],
  error: 'must be fewer: edges times nodes may come to 3 million.',
});

export const influenceReply = z.object({
  nodes: z.array(
    z.object({ id: z.string(), pageRank: share, percentile: z.number().min(0).max(100), betweenness: share }),
  ),
});

export const computeRank = endpoint({
  method: 'post',
  path: '/api/compute/rank',
  summary: 'Ranks candidates by a weighted sum and says how far the result depends on the weights (R1)',
  body: rankRequest,
  reply: rankReply,
});

export const computeSurvival = endpoint({
  method: 'post',
  path: '/api/compute/survival',
  summary: 'Kaplan-Meier curve of observed spells, with delayed entry (R2)',
  body: survivalRequest,
  reply: survivalReply,
});

export const computeTenure = endpoint({
  method: 'post',
  path: '/api/compute/tenure',
  summary: 'How likely someone stays to the horizon, and for what share of it (R2)',
  body: tenureRequest,
  reply: tenureReply,
});

export const computeChanges = endpoint({
  method: 'post',
  path: '/api/compute/changes',
  summary: 'How often the sponsor is expected to change over the horizon, computed and simulated (R2)',
  body: changesRequest,
  reply: changesReply,
});

export const computeInfluence = endpoint({
  method: 'post',
  path: '/api/compute/influence',
  summary: 'PageRank, percentile and betweenness of everyone in a network of who seeks whom (R1)',
  body: influenceRequest,
  reply: influenceReply,
});

import type { z } from 'zod';
import { accept, type Decision, type Refusal } from '#kernel/decision.ts';
import { influence } from '#people/domain/influence.ts';
import { kaplanMeier } from '#people/domain/survival.ts';
import { tenure } from '#people/domain/tenure.ts';
import { sponsorChanges } from '#people/domain/tenure-changes.ts';
import { simulateChanges } from '#people/domain/tenure-simulation.ts';
import {
  changesRequest,
  influenceRequest,
  rankRequest,
  survivalRequest,
  tenureRequest,
} from '#sponsorship/compute-contract.ts';
import { prepareAdditive, rankAdditive } from '#sponsorship/domain/additive-ranking.ts';
import { defaultPolicy } from '#sponsorship/domain/sponsorship-policy.ts';

type Rule = { readonly request: z.ZodType; readonly answer: (input: never) => unknown };

const ruleOf = <Request extends z.ZodType>(request: Request, answer: (input: z.output<Request>) => unknown): Rule => ({
  request,
  answer,
});

/** Each rule that computes something, over the very functions that the pages use; numbers are not rounded. */
const rules: { readonly [name: string]: Rule } = {
  rank: ruleOf(rankRequest, ({ criteria, swings, candidates, weights, samples, seed }) => {
    const settings = { ...defaultPolicy.robustness, samples, seed };
    return rankAdditive(prepareAdditive(criteria, candidates, settings), swings, weights);
  }),
  survival: ruleOf(survivalRequest, ({ spells }) => kaplanMeier(spells)),
  tenure: ruleOf(tenureRequest, tenure),
  changes: ruleOf(changesRequest, ({ paths, seed, ...question }) => ({
    ...sponsorChanges(question),
    simulated: simulateChanges(question, paths, seed),
  })),
  influence: ruleOf(influenceRequest, (question) => ({ nodes: influence(question) })),
};

export const computeRuleNames: readonly string[] = Object.keys(rules);

/**
 * Computes a rule by itself from plain JSON, without a database: what the command line and `POST /api/compute/RULE` share.
 * A bad value is refused with its path, an unknown field by name.
 */
export const computeRule = (name: string, input: unknown): Decision<unknown> => {
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  if (!rule) {
    const message = `There is no rule '${name}'; there are ${computeRuleNames.join(', ')}.`;
    return { ok: false, kind: 'missing', refusals: [{ rule: 'COMPUTE', message, field: 'rule' }] };
  }
  const parsed = rule.request.safeParse(input);
  if (!parsed.success) {
    return { ok: false, kind: 'malformed', refusals: parsed.error.issues.flatMap(refusalsOf) };
  }
  return accept(rule.answer(parsed.data as never));
};

/** Unknown fields are refused one by one, each under its own path. */
const refusalsOf = (issue: z.core.$ZodIssue): readonly Refusal[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => refusalAt([...issue.path, key], 'unknown field.'));
  }
  return [refusalAt(issue.path, issue.message)];
};

const refusalAt = (path: readonly PropertyKey[], message: string): Refusal => {
  const field = pathOf(path);
  return field
    ? { rule: 'COMPUTE', message: `${field}: ${message}`, field }
    : { rule: 'COMPUTE', message: `The input ${message}` };
};

/** As one would write it in the language of the input: candidates[2].values[1]. */
const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}${text ? '.' : ''}${String(step)}`),
    '',
  );

import type { Decision } from '#kernel/decision.ts';
import { type RankInput, rankCandidates } from '#sponsorship/domain/ranking.ts';
import { computeRule } from '#sponsorship/server/compute.ts';

/** What can take longer than a request should hold everybody else up: run in worker threads, each by its name. */
export const computePlainRule = ({ rule, input }: { rule: string; input: unknown }): Decision<unknown> =>
  computeRule(rule, input);

export const rankManyCandidates = (input: RankInput) => rankCandidates(input);

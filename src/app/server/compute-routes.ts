import type { Decision } from '#kernel/decision.ts';
import { publicRoute, type Route } from '#platform/http/route.ts';
import {
  computeChanges,
  computeInfluence,
  computeRank,
  computeSurvival,
  computeTenure,
} from '#sponsorship/compute-contract.ts';

const rules = {
  rank: computeRank,
  survival: computeSurvival,
  tenure: computeTenure,
  changes: computeChanges,
  influence: computeInfluence,
};

/** The rules by themselves, for anyone to check a score: no database, no sign-in, off the event loop. */
export const computeRoutes: readonly Route[] = Object.entries(rules).map(([rule, endpoint]) =>
  publicRoute(
    endpoint,
    async ({ body, services }) =>
      (await services.offLoop('computePlainRule', { rule, input: body })) as Decision<never>,
  ),
);

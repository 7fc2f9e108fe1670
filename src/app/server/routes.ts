import { accessRoutes } from '#access/server/access-routes.ts';
import type { Identity } from '#access/server/identity.ts';
import { alliancesRoutes } from '#alliances/server/alliances-routes.ts';
import type { Route } from '#platform/http/route.ts';
import { computeRoutes } from './compute-routes.ts';

/** Every route of the product, capability by capability. */
export const routesOf = (identity: Identity): readonly Route[] => [
  ...accessRoutes(identity),
  ...alliancesRoutes,
  ...computeRoutes,
];

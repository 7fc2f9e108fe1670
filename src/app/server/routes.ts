import { accessRoutes } from '#access/server/access-routes.ts';
import type { Identity } from '#access/server/identity.ts';
import { alliancesRoutes } from '#alliances/server/alliances-routes.ts';
import { peopleRoutes } from '#people/server/people-routes.ts';
import type { Route } from '#platform/http/route.ts';
import { portfolioRoutes } from '#portfolio/server/portfolio-routes.ts';
import { sponsorshipRoutes } from '#sponsorship/server/sponsorship-routes.ts';
import { allianceListExport } from './alliance-list-export.ts';
import { computeRoutes } from './compute-routes.ts';
import { intakeRoutes } from './intake/intake-routes.ts';
import { setupRoutes } from './setup-routes.ts';

/** Every route of the product, capability by capability. */
export const routesOf = (identity: Identity): readonly Route[] => [
  ...setupRoutes(identity),
  ...accessRoutes(identity),
  ...peopleRoutes,
  // before alliances: '/api/alliances/export' is a name, not an id
  allianceListExport,
  ...portfolioRoutes,
  ...alliancesRoutes,
  ...sponsorshipRoutes,
  ...intakeRoutes,
  ...computeRoutes,
];

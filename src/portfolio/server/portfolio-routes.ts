import { dayOf } from '#kernel/date-only.ts';
import { accept } from '#kernel/decision.ts';
import { type Route, route } from '#platform/http/route.ts';
import { attentionFor } from '#portfolio/domain/attention.ts';
import { listAlliances, showPortfolioSummary } from '#portfolio/portfolio-contract.ts';
import { listAlliancePage } from './list-alliances.ts';
import { countPortfolio } from './portfolio-queries.ts';

/** Before the routes of alliances: '/api/alliances/export' is a name there, not an id. */
export const portfolioRoutes: Route[] = [
  route(listAlliances, ({ query, visit }) => visit.inWorkspace((context) => listAlliancePage(context, query))),
  route(showPortfolioSummary, ({ visit }) =>
    visit.inWorkspace(async ({ db, now }) => {
      const counts = await countPortfolio(db, dayOf(now));
      return accept({
        alliances: counts.reduce((sum, { alliances }) => sum + alliances, 0),
        sentences: attentionFor(counts),
      });
    }),
  ),
];

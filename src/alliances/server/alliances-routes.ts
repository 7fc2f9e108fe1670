import {
  editAlliance as editEndpoint,
  endAllianceManager as endManagerEndpoint,
  listDecisionWords,
  moveAlliancePhase as movePhaseEndpoint,
  registerAlliance as registerEndpoint,
  setAllianceManager as setManagerEndpoint,
  showAlliance as showEndpoint,
} from '#alliances/alliances-contract.ts';
import { accept } from '#kernel/decision.ts';
import { type Route, route } from '#platform/http/route.ts';
import { findDecisionWords } from './alliance-queries.ts';
import { editAlliance } from './edit-alliance.ts';
import { endAllianceManager } from './end-alliance-manager.ts';
import { moveAlliancePhase } from './move-phase.ts';
import { registerAlliance } from './register-alliance.ts';
import { setAllianceManager } from './set-alliance-manager.ts';
import { showAlliance } from './show-alliance.ts';

export const alliancesRoutes: Route[] = [
  route(registerEndpoint, ({ body: { phase, ...description }, visit }) =>
    visit.inWorkspace((context) => registerAlliance(context, description, phase)),
  ),
  route(showEndpoint, ({ params, visit }) => visit.inWorkspace((context) => showAlliance(context, params.allianceId))),
  route(editEndpoint, ({ params, body, visit }) =>
    visit.inWorkspace((context) => editAlliance(context, params.allianceId, body)),
  ),
  route(movePhaseEndpoint, ({ params, body, visit }) =>
    visit.inWorkspace((context) => moveAlliancePhase(context, params.allianceId, body.phase, body.reason)),
  ),
  route(setManagerEndpoint, ({ params, body, visit }) =>
    visit.inWorkspace((context) => {
      const { side, personId, from, to } = body;
      return setAllianceManager(context, params.allianceId, { side, personId, period: { from, to } });
    }),
  ),
  route(endManagerEndpoint, ({ params, body, visit }) =>
    visit.inWorkspace((context) => endAllianceManager(context, params.allianceId, params.termId, body.on)),
  ),
  route(listDecisionWords, ({ visit }) =>
    visit.inWorkspace(async ({ db }) => accept({ decisions: await findDecisionWords(db) })),
  ),
];

import { accept, forbidden, missing } from '#kernel/decision.ts';
import { publicRoute, type Route, route } from '#platform/http/route.ts';
import { defaultPolicy } from '#sponsorship/domain/sponsorship-policy.ts';
import { against, mayOrWhy } from '#sponsorship/domain/sponsorship-abilities.ts';
import * as candidates from '#sponsorship/sponsorship-candidates-contract.ts';
import * as contract from '#sponsorship/sponsorship-contract.ts';
import * as policy from '#sponsorship/sponsorship-policy-contract.ts';
import { answerNominationByLink, answerNominationSignedIn, readQuestionByLink } from './answer-nomination.ts';
import { chooseAllianceArchetype } from './choose-archetype.ts';
import { endAppointmentOn } from './end-appointment.ts';
import { nameCounterpartFor } from './name-counterpart.ts';
import { nominateSponsorFor } from './nominate-sponsor.ts';
import { findPolicyInForce, findPolicyVersion, findPolicyVersions } from './policy-queries.ts';
import { previewPolicyChange } from './preview-policy.ts';
import {
  clearCapacityOf,
  clearStakeOf,
  clearVetoOf,
  rateCapacityOf,
  rateStakeOf,
  recordVetoOf,
} from './rate-candidate.ts';
import { endConflictOn, readConflicts, recordConflictOf } from './record-conflict.ts';
import { savePolicyVersion } from './save-policy.ts';
import { readCandidates, versionView } from './show-candidates.ts';
import { readCase, readCases, readSponsorship, readSponsorshipsOfPerson } from './show-sponsorship.ts';
import { appointmentView } from './sponsorship-view.ts';
import { takeNominationBack } from './withdraw-nomination.ts';

const policyRoutes: Route[] = [
  route(policy.showPolicy, ({ visit }) =>
    visit.inWorkspace(async ({ db, actor }) => {
      const refusals = against(actor, 'policy.read');
      if (refusals.length) return forbidden(...refusals);
      const current = await findPolicyInForce(db);
      const defaults = (await findPolicyVersion(db, 0))?.settings ?? defaultPolicy;
      return accept({
        current: { ...versionView(current), settings: settingsView(current.settings) },
        versions: (await findPolicyVersions(db)).map(versionView),
        defaults: settingsView(defaults),
        may: { edit: mayOrWhy(against(actor, 'policy.edit')) },
      });
    }),
  ),
  route(policy.showPolicyVersion, ({ params, visit }) =>
    visit.inWorkspace(async ({ db, actor }) => {
      const refusals = against(actor, 'policy.read');
      if (refusals.length) return forbidden(...refusals);
      const found = await findPolicyVersion(db, params.version);
      if (!found) return missing('version of the policy');
      return accept({ ...versionView(found), settings: settingsView(found.settings) });
    }),
  ),
  route(policy.previewPolicy, ({ body, visit }) =>
    visit.inWorkspace((context) => previewPolicyChange(context, visit.services.offLoop, body.settings)),
  ),
  route(policy.savePolicy, async ({ body, visit }) => {
    const saved = await visit.inWorkspace((context) => savePolicyVersion(context, body));
    return saved.ok ? accept(versionView(saved.value)) : saved;
  }),
  route(policy.chooseArchetype, ({ params, body, visit }) =>
    visit.inWorkspace((context) => chooseAllianceArchetype(context, params.allianceId, body.archetype, body.reason)),
  ),
];

/** Read-only here, as the contract's own type says nothing of that. */
const settingsView = (settings: unknown) => settings as never;

const candidateRoutes: Route[] = [
  route(candidates.listCandidates, ({ params, query, visit }) =>
    visit.inWorkspace((context) => readCandidates(context, visit.services.offLoop, params.allianceId, query)),
  ),
  route(candidates.rateStake, ({ params, body, visit }) =>
    visit.inWorkspace((context) => rateStakeOf(context, params.allianceId, params.personId, body)),
  ),
  route(candidates.clearStake, ({ params, visit }) =>
    visit.inWorkspace((context) => clearStakeOf(context, params.allianceId, params.personId)),
  ),
  route(candidates.rateCapacity, ({ params, body, visit }) =>
    visit.inWorkspace((context) => rateCapacityOf(context, params.personId, body)),
  ),
  route(candidates.clearCapacity, ({ params, visit }) =>
    visit.inWorkspace((context) => clearCapacityOf(context, params.personId)),
  ),
  route(candidates.recordVeto, ({ params, body, visit }) =>
    visit.inWorkspace((context) => recordVetoOf(context, params.allianceId, params.personId, body)),
  ),
  route(candidates.clearVeto, ({ params, visit }) =>
    visit.inWorkspace((context) => clearVetoOf(context, params.allianceId, params.personId)),
  ),
  route(candidates.listConflicts, ({ params, visit }) =>
    visit.inWorkspace((context) => readConflicts(context, params.personId)),
  ),
  route(candidates.recordConflict, ({ params, body, visit }) =>
    visit.inWorkspace((context) => recordConflictOf(context, params.personId, body)),
  ),
  route(candidates.endConflict, ({ params, body, visit }) =>
    visit.inWorkspace((context) => endConflictOn(context, params.conflictId, body.on)),
  ),
];

const appointmentRoutes: Route[] = [
  route(contract.showSponsorship, ({ params, visit }) =>
    visit.inWorkspace((context) => readSponsorship(context, params.allianceId)),
  ),
  route(contract.listSponsorshipsOfPerson, ({ params, visit }) =>
    visit.inWorkspace((context) => readSponsorshipsOfPerson(context, params.personId)),
  ),
  route(contract.listCases, ({ params, visit }) =>
    visit.inWorkspace((context) => readCases(context, params.allianceId)),
  ),
  route(contract.showCase, ({ params, visit }) => visit.inWorkspace((context) => readCase(context, params.caseId))),
  route(contract.nameCounterpart, ({ params, body, visit }) =>
    visit.inWorkspace(async (context) => {
      const named = await nameCounterpartFor(context, params.allianceId, body);
      return named.ok ? accept(appointmentView(context, named.value)) : named;
    }),
  ),
  route(contract.endAppointment, ({ params, body, visit }) =>
    visit.inWorkspace(async (context) => {
      const ended = await endAppointmentOn(context, params.appointmentId, body);
      return ended.ok ? accept(appointmentView(context, ended.value)) : ended;
    }),
  ),
];

const nominationRoutes: Route[] = [
  route(contract.nominateSponsor, ({ params, body, visit }) =>
    visit.inWorkspace((context) => nominateSponsorFor(context, visit.services.offLoop, params.allianceId, body)),
  ),
  route(contract.withdrawNomination, ({ params, body, visit }) =>
    visit.inWorkspace((context) => takeNominationBack(context, params.nominationId, body.reason)),
  ),
  route(contract.answerNomination, ({ params, body, visit }) =>
    visit.inWorkspace((context) => answerNominationSignedIn(context, params.nominationId, body)),
  ),
  publicRoute(contract.showAnswerPage, ({ params, services }) => readQuestionByLink(services, params.token)),
  publicRoute(contract.answerByLink, ({ params, body, services }) =>
    answerNominationByLink(services, params.token, body),
  ),
];

export const sponsorshipRoutes: Route[] = [
  ...policyRoutes,
  ...candidateRoutes,
  ...appointmentRoutes,
  ...nominationRoutes,
];

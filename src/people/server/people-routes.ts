import { createArea, editArea, listAreas, moveArea, removeAreaResult, setAreaResult } from '#people/area-contract.ts';
import { listReports, listTopOfChart, readPlaceInChart } from '#people/chart-contract.ts';
import {
  createOrganisation,
  editOrganisation,
  listOrganisations,
  readOrganisation,
} from '#people/organisation-contract.ts';
import {
  createPerson,
  editPerson,
  erasePerson,
  exportPerson,
  listPersons,
  readPerson,
} from '#people/people-contract.ts';
import {
  addPosition,
  announceMove,
  correctPosition,
  endPosition,
  removeAnnouncedMove,
  removeDecisionRight,
  setDecisionRight,
} from '#people/position-contract.ts';
import { type Route, route } from '#platform/http/route.ts';
import { recordPosition } from './add-position.ts';
import { recordMove, withdrawMove } from './announce-move.ts';
import { amendPosition } from './correct-position.ts';
import { enterArea } from './create-area.ts';
import { enterOrganisation } from './create-organisation.ts';
import { enterPerson } from './create-person.ts';
import { changeArea } from './edit-area.ts';
import { changeOrganisation } from './edit-organisation.ts';
import { changePerson } from './edit-person.ts';
import { leavePosition } from './end-position.ts';
import { erasePersonalData } from './erase-person.ts';
import { takeOutPerson } from './export-person.ts';
import { showAreas, showOrganisation, showOrganisations, showPersons } from './list-people.ts';
import { placeArea } from './move-area.ts';
import { showPlaceInChart, showReports, showTopOfChart } from './read-chart.ts';
import { showPerson } from './read-person.ts';
import { recordAreaResult, withdrawAreaResult } from './set-area-result.ts';
import { grantRight, withdrawRight } from './set-decision-right.ts';

export const peopleRoutes: Route[] = [
  route(listOrganisations, ({ query, visit }) => visit.inWorkspace((context) => showOrganisations(context, query))),
  route(createOrganisation, ({ body, visit }) => visit.inWorkspace((context) => enterOrganisation(context, body))),
  route(readOrganisation, ({ params, visit }) =>
    visit.inWorkspace((context) => showOrganisation(context, params.organisationId)),
  ),
  route(editOrganisation, ({ params, body, visit }) =>
    visit.inWorkspace((context) => changeOrganisation(context, params.organisationId, body)),
  ),

  route(listAreas, ({ query, visit }) => visit.inWorkspace((context) => showAreas(context, query.organisationId))),
  route(createArea, ({ body, visit }) => visit.inWorkspace((context) => enterArea(context, body))),
  route(editArea, ({ params, body, visit }) =>
    visit.inWorkspace((context) => changeArea(context, params.areaId, body)),
  ),
  route(moveArea, ({ params, body, visit }) =>
    visit.inWorkspace((context) => placeArea(context, params.areaId, body.parentId)),
  ),
  route(setAreaResult, ({ params, body, visit }) =>
    visit.inWorkspace((context) => recordAreaResult(context, params.areaId, { ...body, year: params.year })),
  ),
  route(removeAreaResult, ({ params, visit }) =>
    visit.inWorkspace((context) => withdrawAreaResult(context, params.areaId, params.year)),
  ),

  route(listPersons, ({ query, visit }) => visit.inWorkspace((context) => showPersons(context, query))),
  route(createPerson, ({ body, visit }) => visit.inWorkspace((context) => enterPerson(context, body))),
  route(readPerson, ({ params, visit }) => visit.inWorkspace((context) => showPerson(context, params.personId))),
  route(editPerson, ({ params, body, visit }) =>
    visit.inWorkspace((context) => changePerson(context, params.personId, body)),
  ),
  route(exportPerson, ({ params, visit }) => visit.inWorkspace((context) => takeOutPerson(context, params.personId))),
  route(erasePerson, ({ params, body, visit }) =>
    visit.inWorkspace((context) => erasePersonalData(context, params.personId, body.reason)),
  ),

  route(addPosition, ({ params, body, visit }) =>
    visit.inWorkspace((context) => recordPosition(context, params.personId, body)),
  ),
  route(correctPosition, ({ params, body, visit }) =>
    visit.inWorkspace((context) => amendPosition(context, params.positionId, body)),
  ),
  route(endPosition, ({ params, body, visit }) =>
    visit.inWorkspace((context) => leavePosition(context, params.positionId, body.on)),
  ),
  route(setDecisionRight, ({ params, body, visit }) =>
    visit.inWorkspace((context) => grantRight(context, params.personId, body)),
  ),
  route(removeDecisionRight, ({ params, visit }) =>
    visit.inWorkspace((context) => withdrawRight(context, params.rightId)),
  ),
  route(announceMove, ({ params, body, visit }) =>
    visit.inWorkspace((context) => recordMove(context, params.personId, body)),
  ),
  route(removeAnnouncedMove, ({ params, visit }) =>
    visit.inWorkspace((context) => withdrawMove(context, params.moveId)),
  ),

  route(listTopOfChart, ({ query, visit }) =>
    visit.inWorkspace((context) => showTopOfChart(context, query.organisationId, query)),
  ),
  route(readPlaceInChart, ({ params, query, visit }) =>
    visit.inWorkspace((context) => showPlaceInChart(context, params.personId, query.limit)),
  ),
  route(listReports, ({ params, query, visit }) =>
    visit.inWorkspace((context) => showReports(context, params.personId, query)),
  ),
];

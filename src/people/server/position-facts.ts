import type { PositionFacts } from '#people/domain/position.ts';
import type { PositionBody } from '#people/position-contract.ts';
import type { Context } from '#platform/context.ts';
import { findUserOfExternalId } from './organisation-store.ts';
import { findOrganisations, findPersons } from './people-queries.ts';
import { findLinesAbove, lockReportingLines } from './position-store.ts';

/** What a post's draft is judged by. `positionId` is the post under correction; null for a new one. */
export const loadPositionFacts = async (
  context: Context,
  person: { readonly id: string; readonly name: string; readonly isErased: boolean },
  positionId: string | null,
  body: PositionBody,
): Promise<PositionFacts> => {
  const { db } = context;
  if (body.reportsTo !== null) await lockReportingLines(context);
  const linesAbove = body.reportsTo === null ? [] : await findLinesAbove(db, body.reportsTo, positionId);
  const persons = await findPersons(db, [
    ...new Set([body.reportsTo ?? person.id, ...linesAbove.map((line) => line.reportsTo)]),
  ]);
  const organisations = await findOrganisations(db, [body.organisationId]);
  const area =
    body.areaId === null
      ? undefined
      : await db
          .selectFrom('business_areas')
          .select('organisation_id')
          .where('id', '=', body.areaId)
          .executeTakeFirst();
  return {
    personId: person.id,
    personIsErased: person.isErased,
    organisationExists: organisations.has(body.organisationId),
    areaOrganisationId: area?.organisation_id ?? null,
    managerExists: body.reportsTo === null || persons.has(body.reportsTo),
    linesAbove,
    nameOf: (id) => (id === person.id ? person.name : (persons.get(id)?.name ?? 'somebody')),
    externalIdUsedBy: await findUserOfExternalId(db, 'positions', body.externalId, positionId),
  };
};

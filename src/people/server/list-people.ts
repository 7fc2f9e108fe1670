import type { z } from 'zod';
import { dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import type { listAreas } from '#people/area-contract.ts';
import { mayEditPeople, mayExportPeople, mayReadPeople } from '#people/domain/people-policy.ts';
import type { listOrganisations, OrganisationView } from '#people/organisation-contract.ts';
import type { listPersons } from '#people/people-contract.ts';
import type { Context } from '#platform/context.ts';
import { findAreasWithDescendants } from './area-queries.ts';
import { findAreaItems } from './area-store.ts';
import { countAreas, listOrganisationRows, loadOrganisation } from './organisation-store.ts';
import { readCursor } from './people-cursor.ts';
import { findOrganisations, findOrganisationsOfKind } from './people-queries.ts';
import { listPersonRows } from './person-store.ts';
import { permissionFrom } from './read-person.ts';

type Reply<E extends { readonly reply: z.ZodType }> = z.infer<E['reply']>;

export const showPersons = async (
  context: Context,
  query: z.infer<typeof listPersons.query>,
): Promise<Decision<Reply<typeof listPersons>>> => {
  const barred = mayReadPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const cursor = readCursor(query.after, 3);
  if (!cursor.ok) return cursor;
  const areaIds = query.areaId ? await findAreasWithDescendants(context.db, [query.areaId]) : undefined;
  const page = await listPersonRows(context.db, { ...query, areaIds, today: dayOf(context.now) }, cursor.value);
  return accept({
    ...page,
    may: {
      create: permissionFrom(mayEditPeople(context.actor)),
      export: permissionFrom(mayExportPeople(context.actor)),
    },
  });
};

export const showOrganisations = async (
  context: Context,
  query: z.infer<typeof listOrganisations.query>,
): Promise<Decision<Reply<typeof listOrganisations>>> => {
  const barred = mayReadPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const cursor = readCursor(query.after, 2);
  if (!cursor.ok) return cursor;
  const page = await listOrganisationRows(context.db, query, cursor.value);
  return accept({
    ...page,
    may: {
      create: permissionFrom(mayEditPeople(context.actor)),
      export: permissionFrom(mayExportPeople(context.actor)),
    },
  });
};

export const showOrganisation = async (context: Context, id: string): Promise<Decision<OrganisationView>> => {
  const barred = mayReadPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const organisation = await loadOrganisation(context.db, id);
  if (!organisation) return missing('organisation');
  return accept({
    ...organisation,
    areas: await countAreas(context.db, id),
    may: { edit: permissionFrom(mayEditPeople(context.actor)) },
  });
};

export const showAreas = async (
  context: Context,
  organisationId: string | undefined,
): Promise<Decision<Reply<typeof listAreas>>> => {
  const { db } = context;
  const barred = mayReadPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const organisation = organisationId
    ? (await findOrganisations(db, [organisationId])).get(organisationId)
    : (await findOrganisationsOfKind(db, 'own'))[0];
  if (organisationId && !organisation) return missing('organisation');
  return accept({
    organisation: organisation ? { id: organisation.id, name: organisation.name } : null,
    areas: organisation ? await findAreaItems(db, organisation.id, dayOf(context.now)) : [],
    may: { edit: permissionFrom(mayEditPeople(context.actor)), export: permissionFrom(mayExportPeople(context.actor)) },
  });
};

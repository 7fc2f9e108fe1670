import { accept, type Decision, forbidden } from '#kernel/decision.ts';
import { dayOf } from '#kernel/date-only.ts';
import { decideOrganisation } from '#people/domain/organisation.ts';
import { mayEditPeople } from '#people/domain/people-policy.ts';
import type { OrganisationBody, OrganisationItem } from '#people/organisation-contract.ts';
import type { Context } from '#platform/context.ts';
import { findUserOfExternalId, insertOrganisation } from './organisation-store.ts';

export const enterOrganisation = async (
  context: Context,
  body: OrganisationBody,
): Promise<Decision<OrganisationItem>> => {
  const barred = mayEditPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const decision = decideOrganisation(body, {
    today: dayOf(context.now),
    externalIdUsedBy: await findUserOfExternalId(context.db, 'organisations', body.externalId, null),
  });
  if (!decision.ok) return decision;
  const id = context.newId();
  await insertOrganisation(context, id, decision.value);
  await context.record([
    { type: 'organisation.entered', subjects: [{ kind: 'organisation', id }], detail: { ...decision.value } },
  ]);
  return accept({ id, ...decision.value, persons: 0 });
};

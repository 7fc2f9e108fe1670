import { dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import { decideOrganisation } from '#people/domain/organisation.ts';
import { mayEditPeople } from '#people/domain/people-policy.ts';
import type { OrganisationBody, OrganisationItem } from '#people/organisation-contract.ts';
import type { Context } from '#platform/context.ts';
import { findUserOfExternalId, loadOrganisation, updateOrganisation } from './organisation-store.ts';

export const changeOrganisation = async (
  context: Context,
  id: string,
  body: OrganisationBody,
): Promise<Decision<OrganisationItem>> => {
  const barred = mayEditPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const before = await loadOrganisation(context.db, id);
  if (!before) return missing('organisation');
  const decision = decideOrganisation(body, {
    today: dayOf(context.now),
    externalIdUsedBy: await findUserOfExternalId(context.db, 'organisations', body.externalId, id),
  });
  if (!decision.ok) return decision;
  await updateOrganisation(context, id, decision.value);
  const { id: _id, persons, ...was } = before;
  await context.record([
    {
      type: 'organisation.edited',
      subjects: [{ kind: 'organisation', id }],
      detail: { was, is: { ...decision.value } },
    },
  ]);
  return accept({ id, ...decision.value, persons });
};

import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import { mayEditPeople } from '#people/domain/people-policy.ts';
import { decidePerson } from '#people/domain/person.ts';
import type { PersonBody } from '#people/people-contract.ts';
import type { Context } from '#platform/context.ts';
import { findUserOfExternalId } from './organisation-store.ts';
import { findOrganisations } from './people-queries.ts';
import { findUserOfMail, loadPerson, updatePerson } from './person-store.ts';

export const changePerson = async (
  context: Context,
  id: string,
  body: PersonBody,
): Promise<Decision<{ id: string; name: string }>> => {
  const { db } = context;
  const barred = mayEditPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const before = await loadPerson(db, id);
  if (!before) return missing('person');
  const decision = decidePerson(body, {
    isErased: before.erased !== null,
    organisationExists: (await findOrganisations(db, [body.organisationId])).has(body.organisationId),
    mailUsedBy: await findUserOfMail(db, body.mail, id),
    externalIdUsedBy: await findUserOfExternalId(db, 'persons', body.externalId, id),
  });
  if (!decision.ok) return decision;
  await updatePerson(context, id, decision.value);
  const { name, mail, organisationId, externalId } = before;
  await context.record([
    {
      type: 'person.edited',
      subjects: [{ kind: 'person', id }],
      detail: { was: { name, mail, organisationId, externalId }, is: { ...decision.value } },
    },
  ]);
  return accept({ id, name: decision.value.name });
};

import { accept, type Decision, forbidden } from '#kernel/decision.ts';
import { mayEditPeople } from '#people/domain/people-policy.ts';
import { decidePerson } from '#people/domain/person.ts';
import { decidePosition } from '#people/domain/position.ts';
import type { PersonBody } from '#people/people-contract.ts';
import type { PositionBody } from '#people/position-contract.ts';
import type { Context } from '#platform/context.ts';
import { findUserOfExternalId } from './organisation-store.ts';
import { findOrganisations } from './people-queries.ts';
import { findUserOfMail, insertPerson } from './person-store.ts';
import { loadPositionFacts } from './position-facts.ts';
import { insertPosition } from './position-store.ts';

type Body = PersonBody & { readonly position: PositionBody | null };

/** Enters a person and, where it is given, the post they hold: both or neither, with all refusals together. */
export const enterPerson = async (context: Context, body: Body): Promise<Decision<{ id: string; name: string }>> => {
  const barred = mayEditPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const id = context.newId();
  const person = decidePerson(body, await personFacts(context, body));
  const position =
    body.position &&
    decidePosition(
      body.position,
      await loadPositionFacts(context, { id, name: body.name, isErased: false }, null, body.position),
    );
  const refusals = [
    ...(person.ok ? [] : person.refusals),
    ...(position && !position.ok
      ? position.refusals.map((refusal) => ({
          ...refusal,
          ...(refusal.field ? { field: `position.${refusal.field}` } : {}),
        }))
      : []),
  ];
  if (!person.ok || (position && !position.ok)) return { ok: false, kind: 'refused', refusals };
  await insertPerson(context, id, person.value);
  const subjects = [{ kind: 'person' as const, id }];
  await context.record([{ type: 'person.entered', subjects, detail: { ...person.value } }]);
  if (position?.ok) {
    const positionId = context.newId();
    await insertPosition(context, positionId, id, position.value);
    const detail = { ...position.value, budget: position.value.budget ? { ...position.value.budget } : null };
    await context.record([
      { type: 'position.recorded', subjects: [...subjects, { kind: 'position', id: positionId }], detail },
    ]);
  }
  return accept({ id, name: person.value.name });
};

const personFacts = async ({ db }: Context, body: Body) => ({
  isErased: false,
  organisationExists: (await findOrganisations(db, [body.organisationId])).has(body.organisationId),
  mailUsedBy: await findUserOfMail(db, body.mail, null),
  externalIdUsedBy: await findUserOfExternalId(db, 'persons', body.externalId, null),
});

import { accept, type Decision, forbidden } from '#kernel/decision.ts';
import { type AreaDraft, decideArea, decideAreaPlace } from '#people/domain/area.ts';
import { mayEditPeople } from '#people/domain/people-policy.ts';
import { noSuchOrganisation } from '#people/domain/person.ts';
import type { Context } from '#platform/context.ts';
import { findPathUp, insertArea, lockAreaTree } from './area-store.ts';
import { findUserOfExternalId } from './organisation-store.ts';
import { findOrganisations } from './people-queries.ts';

type Body = AreaDraft & { readonly organisationId: string; readonly parentId: string | null };

export const enterArea = async (context: Context, body: Body): Promise<Decision<{ id: string; name: string }>> => {
  const { db } = context;
  const barred = mayEditPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  await lockAreaTree(context);
  const organisation = (await findOrganisations(db, [body.organisationId])).has(body.organisationId);
  const externalIdUsedBy = await findUserOfExternalId(db, 'business_areas', body.externalId, null);
  const draft = decideArea(body, { externalIdUsedBy });
  const pathAbove = body.parentId === null ? [] : await findPathUp(db, body.parentId);
  const place = decideAreaPlace({ id: null, name: body.name, organisationId: body.organisationId }, pathAbove);
  if (!draft.ok || !place.ok || !organisation) {
    const refusals = [
      ...(draft.ok ? [] : draft.refusals),
      ...(organisation ? [] : [noSuchOrganisation]),
      ...(place.ok ? [] : place.refusals),
    ];
    return { ok: false, kind: 'refused', refusals };
  }
  const id = context.newId();
  const { name, kind, externalId } = draft.value;
  const { organisationId } = body;
  await insertArea(context, id, { organisationId, parentId: place.value.parentId }, { name, kind, externalId });
  await context.record([
    {
      type: 'area.entered',
      subjects: [
        { kind: 'area', id },
        { kind: 'organisation', id: organisationId },
      ],
      detail: { name, kind, externalId, parentId: place.value.parentId },
    },
  ]);
  return accept({ id, name });
};

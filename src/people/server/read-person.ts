import { dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, forbidden, missing, type Refusal } from '#kernel/decision.ts';
import { mayEditPeople, mayErasePerson, mayExportPerson, mayReadPerson } from '#people/domain/people-policy.ts';
import { erasedRefusal } from '#people/domain/person.ts';
import type { PersonView } from '#people/people-contract.ts';
import type { Context } from '#platform/context.ts';
import { countDirectReports } from './chart-store.ts';
import { findLineAbove, findPositionsOn } from './people-queries.ts';
import { loadPerson } from './person-store.ts';
import { findPositionViews } from './position-store.ts';
import { findMoveViews, findRightViews } from './right-store.ts';

/** True, or the first reason why not. */
export const permissionFrom = (refusals: readonly Refusal[]): true | string => refusals[0]?.message ?? true;

export const showPerson = async (context: Context, id: string): Promise<Decision<PersonView>> => {
  const { db, actor } = context;
  const barred = mayReadPerson(actor, id);
  if (barred.length > 0) return forbidden(...barred);
  const person = await loadPerson(db, id);
  if (!person) return missing('person');
  const today = dayOf(context.now);
  const whenErased = person.erased ? [erasedRefusal] : [];
  return accept({
    id,
    externalId: person.externalId,
    name: person.name,
    mail: person.mail,
    source: person.source,
    organisation: { id: person.organisationId, name: person.organisationName, kind: person.organisationKind },
    erased: person.erased ? { at: person.erased.at.toISOString(), reason: person.erased.reason } : null,
    today,
    positions: await findPositionViews(db, id),
    decisionRights: await findRightViews(db, id),
    announcedMoves: await findMoveViews(db, id),
    line: await lineWithPosts(context, id, today),
    directReports: (await countDirectReports(db, [id], today)).get(id) ?? 0,
    may: {
      edit: permissionFrom([...whenErased, ...mayEditPeople(actor)]),
      export: permissionFrom(mayExportPerson(actor)),
      erase: permissionFrom([...whenErased, ...mayErasePerson(actor)]),
    },
  });
};

const lineWithPosts = async ({ db }: Context, id: string, today: string): Promise<PersonView['line']> => {
  const above = await findLineAbove(db, id, today);
  const posts = await findPositionsOn(db, today, { personIds: above.map((manager) => manager.id) });
  return above.map((manager) => {
    const post = posts.find((candidate) => candidate.personId === manager.id);
    return { ...manager, title: post?.title ?? null, level: post?.level ?? null };
  });
};

import type { z } from 'zod';
import { dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import type { listTopOfChart, PlaceInChart } from '#people/chart-contract.ts';
import { mayReadPeople } from '#people/domain/people-policy.ts';
import type { Context } from '#platform/context.ts';
import { type ChartPageOf, findInChart, listReportsOf, listTopOf } from './chart-store.ts';
import { readCursor } from './people-cursor.ts';
import { findLineAbove, findOrganisations, findOrganisationsOfKind } from './people-queries.ts';

type Paging = { readonly limit: number; readonly after?: string | undefined };
type TopOfChart = z.infer<NonNullable<typeof listTopOfChart.reply>>;

export const showPlaceInChart = async (
  context: Context,
  personId: string,
  limit: number,
): Promise<Decision<PlaceInChart>> => {
  const { db } = context;
  const barred = mayReadPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const today = dayOf(context.now);
  const above = (await findLineAbove(db, personId, today)).map((manager) => manager.id);
  const [focus, ...line] = await findInChart(db, [personId, ...above], today);
  if (!focus || focus.id !== personId) return missing('person');
  const manager = line[0];
  const around = manager
    ? await listReportsOf(db, manager.id, today, limit, null)
    : await listTopOf(db, focus.organisation.id, today, limit, null);
  return accept({
    today,
    focus,
    path: line.toReversed(),
    colleagues: { ...around, items: around.items.filter((colleague) => colleague.id !== personId) },
    reports: await listReportsOf(db, personId, today, limit, null),
  });
};

export const showReports = async (
  context: Context,
  personId: string,
  { limit, after }: Paging,
): Promise<Decision<ChartPageOf>> => {
  const barred = mayReadPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const cursor = readCursor(after, 3);
  if (!cursor.ok) return cursor;
  return accept(await listReportsOf(context.db, personId, dayOf(context.now), limit, cursor.value));
};

export const showTopOfChart = async (
  context: Context,
  organisationId: string | undefined,
  { limit, after }: Paging,
): Promise<Decision<TopOfChart>> => {
  const { db } = context;
  const barred = mayReadPeople(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const cursor = readCursor(after, 3);
  if (!cursor.ok) return cursor;
  const today = dayOf(context.now);
  const organisation = organisationId
    ? ((await findOrganisations(db, [organisationId])).get(organisationId) ?? null)
    : ((await findOrganisationsOfKind(db, 'own'))[0] ?? null);
  if (!organisation) {
    return organisationId ? missing('organisation') : accept({ items: [], next: null, organisation: null, today });
  }
  const { id, name } = organisation;
  return accept({ ...(await listTopOf(db, id, today, limit, cursor.value)), organisation: { id, name }, today });
};

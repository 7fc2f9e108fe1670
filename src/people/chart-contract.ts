import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { day, id, named, pageOf, pageQuery } from './field-contract.ts';

export const personInChart = z.object({
  id,
  name: z.string(),
  /** Of the most senior post held today; null without one. */
  title: z.string().nullable(),
  level: z.number().int().nullable(),
  area: z.string().nullable(),
  organisation: named,
  /** How many report to them directly, and how many stand below them in all, today. */
  directReports: z.number().int(),
  everyoneBelow: z.number().int(),
});
export type PersonInChart = z.infer<typeof personInChart>;

export const listTopOfChart = endpoint({
  method: 'get',
  path: '/api/chart/top',
  summary: 'Those who hold a post today and report to nobody in the organisation; our own organisation by default',
  query: pageQuery.extend({ organisationId: id.optional() }),
  reply: pageOf(personInChart).extend({ organisation: named.nullable(), today: day }),
});

export const listReports = endpoint({
  method: 'get',
  path: '/api/persons/{personId}/reports',
  summary: 'Those who report to a person today, one page at a time, most senior first',
  params: z.object({ personId: id }),
  query: pageQuery,
  reply: pageOf(personInChart),
});

export const readPlaceInChart = endpoint({
  method: 'get',
  path: '/api/persons/{personId}/chart',
  summary: "A person's place: the path from the top, the person, colleagues under the same manager, and direct reports",
  params: z.object({ personId: id }),
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  reply: z.object({
    today: day,
    focus: personInChart,
    /** From the top down to the direct manager. */
    path: z.array(personInChart),
    colleagues: pageOf(personInChart),
    reports: pageOf(personInChart),
  }),
});
export type PlaceInChart = z.infer<NonNullable<typeof readPlaceInChart.reply>>;

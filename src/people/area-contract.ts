import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { externalId, id, money, named, permission, shortText } from './field-contract.ts';

export const areaKinds = ['productLine', 'region', 'function'] as const;
export const areaKind = z.enum(areaKinds);
export type AreaKind = z.infer<typeof areaKind>;

const year = z.coerce.number().int();

export const areaResult = money.extend({ year: z.number().int() });

export const areaItem = z.object({
  id,
  externalId: z.string().nullable(),
  organisationId: id,
  parentId: id.nullable(),
  name: z.string(),
  kind: areaKind,
  /** Newest year first. */
  results: z.array(areaResult),
  /** Who holds a post in the area today, most senior first; at most five. */
  heads: z.array(named.extend({ title: z.string(), level: z.number().int() })),
});
export type AreaItem = z.infer<typeof areaItem>;

export const areaDraft = z.object({ name: shortText, kind: areaKind.default('productLine'), externalId });

export const listAreas = endpoint({
  method: 'get',
  path: '/api/areas',
  summary: "An organisation's business areas with their yearly results; each names its parent",
  query: z.object({ organisationId: id.optional() }),
  reply: z.object({
    /** The organisation asked for, else the first of our own; null when there is none yet. */
    organisation: named.nullable(),
    areas: z.array(areaItem),
    may: z.object({ edit: permission, export: permission }),
  }),
});

export const createArea = endpoint({
  method: 'post',
  path: '/api/areas',
  summary: 'Enter a business area under an organisation, or under another area of it',
  body: areaDraft.extend({ organisationId: id, parentId: id.nullable().default(null) }),
  reply: named,
});

export const editArea = endpoint({
  method: 'put',
  path: '/api/areas/{areaId}',
  summary: 'Rename an area or change its kind',
  params: z.object({ areaId: id }),
  body: areaDraft,
  reply: named,
});

export const moveArea = endpoint({
  method: 'put',
  path: '/api/areas/{areaId}/parent',
  summary: 'Move an area, with all below it, under another one or to the top',
  params: z.object({ areaId: id }),
  body: z.object({ parentId: id.nullable() }),
  reply: named,
});

export const setAreaResult = endpoint({
  method: 'put',
  path: '/api/areas/{areaId}/results/{year}',
  summary: "Record an area's result for one year",
  params: z.object({ areaId: id, year }),
  body: money,
  reply: areaResult,
});

export const removeAreaResult = endpoint({
  method: 'delete',
  path: '/api/areas/{areaId}/results/{year}',
  summary: "Remove an area's result for one year",
  params: z.object({ areaId: id, year }),
  reply: named,
});

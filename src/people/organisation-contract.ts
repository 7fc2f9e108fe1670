import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { day, externalId, id, pageOf, pageQuery, permission, shortText } from './field-contract.ts';

export const organisationKinds = ['own', 'partner', 'candidate'] as const;
export const organisationKind = z.enum(organisationKinds);
export type OrganisationKind = z.infer<typeof organisationKind>;

export const organisationItem = z.object({
  id,
  externalId: z.string().nullable(),
  name: z.string(),
  kind: organisationKind,
  isFounderLed: z.boolean(),
  founderLedSince: day.nullable(),
  country: z.string().nullable(),
  /** Persons on record with it. */
  persons: z.number().int(),
});
export type OrganisationItem = z.infer<typeof organisationItem>;

export const organisationDraft = z.object({
  name: shortText,
  kind: organisationKind,
  isFounderLed: z.boolean().default(false),
  founderLedSince: day.nullable().default(null),
  country: shortText.nullable().default(null),
  externalId,
});
export type OrganisationBody = z.infer<typeof organisationDraft>;

export const organisationPage = organisationItem.extend({
  areas: z.number().int(),
  may: z.object({ edit: permission }),
});
export type OrganisationView = z.infer<typeof organisationPage>;

export const organisationSort = z.enum(['name', '-name']);

export const listOrganisations = endpoint({
  method: 'get',
  path: '/api/organisations',
  summary: 'Organisations by name: own, partners and candidate partners',
  query: pageQuery.extend({
    q: shortText.optional(),
    kind: organisationKind.optional(),
    founderLed: z.enum(['true', 'false']).optional(),
    sort: organisationSort.default('name'),
  }),
  reply: pageOf(organisationItem).extend({ may: z.object({ create: permission, export: permission }) }),
});

export const createOrganisation = endpoint({
  method: 'post',
  path: '/api/organisations',
  summary: 'Enter an organisation',
  body: organisationDraft,
  reply: organisationItem,
});

export const readOrganisation = endpoint({
  method: 'get',
  path: '/api/organisations/{organisationId}',
  summary: 'One organisation',
  params: z.object({ organisationId: id }),
  reply: organisationPage,
});

export const editOrganisation = endpoint({
  method: 'put',
  path: '/api/organisations/{organisationId}',
  summary: 'Change what is on record about an organisation',
  params: z.object({ organisationId: id }),
  body: organisationDraft,
  reply: organisationItem,
});

import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { day, externalId, id, longText, named, pageOf, pageQuery, permission, shortText } from './field-contract.ts';
import { organisationKind } from './organisation-contract.ts';
import { announcedMoveView, decisionRightView, positionDraft, positionView } from './position-contract.ts';

/** A person with the most senior post they hold today, as lists and pickers show them. */
export const personItem = z.object({
  id,
  externalId: z.string().nullable(),
  name: z.string(),
  mail: z.string().nullable(),
  organisation: named,
  post: z.object({ title: z.string(), level: z.number().int(), area: named.nullable(), from: day }).nullable(),
});
export type PersonItem = z.infer<typeof personItem>;

/** Someone in a reporting line. */
export const personInLine = z.object({
  id,
  name: z.string(),
  title: z.string().nullable(),
  level: z.number().int().nullable(),
});

export const personPage = z.object({
  id,
  externalId: z.string().nullable(),
  name: z.string(),
  mail: z.string().nullable(),
  source: z.string(),
  organisation: named.extend({ kind: organisationKind }),
  erased: z.object({ at: z.string(), reason: z.string() }).nullable(),
  /** The server's day: what 'today' means on this page. */
  today: day,
  /** Newest first. */
  positions: z.array(positionView),
  decisionRights: z.array(decisionRightView),
  announcedMoves: z.array(announcedMoveView),
  /** From the direct manager up to the top. */
  line: z.array(personInLine),
  directReports: z.number().int(),
  may: z.object({ edit: permission, export: permission, erase: permission }),
});
export type PersonView = z.infer<typeof personPage>;

export const personSort = z.enum(['name', '-name', 'level', '-level']);

export const personDraft = z.object({
  name: shortText,
  mail: shortText.nullable().default(null),
  organisationId: id,
  externalId,
});
export type PersonBody = z.infer<typeof personDraft>;

export const listPersons = endpoint({
  method: 'get',
  path: '/api/persons',
  summary: 'Persons with their most senior post of today; q looks in names and mail addresses',
  query: pageQuery.extend({
    q: shortText.optional(),
    organisationId: id.optional(),
    /** The area or any below it. */
    areaId: id.optional(),
    level: z.coerce.number().int().min(1).max(6).optional(),
    sort: personSort.default('name'),
  }),
  reply: pageOf(personItem).extend({ may: z.object({ create: permission, export: permission }) }),
});

export const createPerson = endpoint({
  method: 'post',
  path: '/api/persons',
  summary: 'Enter a person, with the post they hold where it is known',
  body: personDraft.extend({ position: positionDraft.nullable().default(null) }),
  reply: named,
});

export const readPerson = endpoint({
  method: 'get',
  path: '/api/persons/{personId}',
  summary: 'One person: posts over time, rights, announced moves, reporting line',
  params: z.object({ personId: id }),
  reply: personPage,
});

export const editPerson = endpoint({
  method: 'put',
  path: '/api/persons/{personId}',
  summary: "Change a person's name, mail address or organisation",
  params: z.object({ personId: id }),
  body: personDraft,
  reply: named,
});

export const exportPerson = endpoint({
  method: 'post',
  path: '/api/persons/{personId}/export',
  summary: 'Everything that is kept about one person, from every table; the export itself goes on record',
  params: z.object({ personId: id }),
  reply: z.object({
    person: named,
    exportedAt: z.string(),
    /** By table: every row that names the person. */
    tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
    /** Entries of the ledger about the person or made by them, with their details. */
    ledger: z.array(z.record(z.string(), z.unknown())),
  }),
});
export type PersonExport = z.infer<NonNullable<typeof exportPerson.reply>>;

export const erasePerson = endpoint({
  method: 'post',
  path: '/api/persons/{personId}/erasure',
  summary: 'Erase what identifies a person; posts stay without words, so that tenures can still be learned from',
  params: z.object({ personId: id }),
  body: z.object({ reason: longText }),
  reply: z.object({ ledgerDetailsErased: z.number().int(), mailsDeleted: z.number().int() }),
});

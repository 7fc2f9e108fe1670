import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { importKinds } from './import-fields.ts';

const id = z.uuid();
const importId = z.object({ importId: id });
const permission = z.union([z.literal(true), z.string()]);
const sheetNumber = z.coerce.number().int().min(1).max(50);
const after = z.string().max(200).optional();
const limit = z.coerce.number().int().min(1).max(200).default(50);

export const importKind = z.enum(importKinds);
export const importFormat = z.enum(['csv', 'xlsx']);

/** Where an import stands: read in; checked; being worked on; brought in; undone. */
export const importState = z.enum(['staged', 'checked', 'working', 'applied', 'undone']);
export type ImportState = z.infer<typeof importState>;

export const outcomeCounts = z.object({
  new: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  refused: z.number(),
});
export type OutcomeCounts = z.infer<typeof outcomeCounts>;

export const importRun = z.object({
  act: z.enum(['check', 'apply', 'undo']),
  askedAt: z.string(),
  askedBy: z.string(),
  done: z.number(),
  total: z.number(),
  /** Null while it is going on. */
  outcome: z.enum(['done', 'refused', 'failed']).nullable(),
  message: z.string(),
  /** True when nobody has worked on it for a minute: asking for the same again takes it up. */
  isStalled: z.boolean(),
});
export type ImportRun = z.infer<typeof importRun>;

export const importField = z.object({ key: z.string(), header: z.string(), isNeeded: z.boolean(), hint: z.string() });
export const importColumn = z.object({
  letters: z.string(),
  header: z.string(),
  samples: z.array(z.string()),
  filled: z.number(),
  /** The field it is taken to hold; null leaves it out. */
  field: z.string().nullable(),
  note: z.string(),
});
export type ImportColumn = z.infer<typeof importColumn>;

export const importSheet = z.object({
  number: z.number(),
  name: z.string(),
  kind: importKind.nullable(),
  headerRow: z.number(),
  rowCount: z.number(),
  columns: z.array(importColumn),
  constants: z.record(z.string(), z.string()),
  dayFirst: z.boolean().nullable(),
  /** Fields that no column has and without which nothing can come in, unless one value is given for all rows. */
  lacking: z.array(z.string()),
  sampleRows: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })),
  counts: outcomeCounts.nullable(),
  notices: z.array(z.object({ sentence: z.string(), count: z.number() })),
});
export type ImportSheet = z.infer<typeof importSheet>;

export const importItem = z.object({
  id,
  fileName: z.string(),
  fileBytes: z.number(),
  uploadedAt: z.string(),
  uploadedBy: z.string(),
  state: importState,
  counts: outcomeCounts.nullable(),
});
export type ImportItem = z.infer<typeof importItem>;

export const importPage = importItem.extend({
  reading: z.string(),
  sheets: z.array(importSheet),
  run: importRun.nullable(),
  /** How many pairs of like names wait for 'same' or 'different'. */
  undecided: z.number(),
  /** How many records the import writes, by what they are. */
  changes: z.array(z.object({ what: z.string(), inserted: z.number(), updated: z.number(), removed: z.number() })),
  may: z.object({ map: permission, check: permission, apply: permission, undo: permission, discard: permission }),
});
export type ImportPageReply = z.infer<typeof importPage>;

export const fieldsOfKinds = z.record(importKind, z.array(importField));

export const uploadImport = endpoint({
  method: 'post',
  path: '/api/imports/upload',
  summary: 'Send a CSV or XLSX file as the body; it is read and staged, and nothing is changed yet',
  query: z.object({ fileName: z.string().trim().min(1).max(255) }),
  reply: z.object({ id }),
});

export const listImports = endpoint({
  method: 'get',
  path: '/api/imports',
  summary: 'Imports, the newest first',
  query: z.object({ after, limit }),
  reply: z.object({ items: z.array(importItem), next: z.string().nullable(), may: z.object({ upload: permission }) }),
});

export const getImport = endpoint({
  method: 'get',
  path: '/api/imports/{importId}',
  summary: 'One import: its sheets, what their columns mean, how far it is, and what the check counted',
  params: importId,
  reply: importPage,
});

export const listImportFields = endpoint({
  method: 'get',
  path: '/api/import-fields',
  summary: 'What columns can mean, by kind of sheet',
  reply: fieldsOfKinds,
});

export const mapSheet = endpoint({
  method: 'put',
  path: '/api/imports/{importId}/sheets/{number}',
  summary: 'Say what a sheet and its columns hold; a kind of null leaves the sheet out',
  params: importId.extend({ number: sheetNumber }),
  body: z.object({
    kind: importKind.nullable(),
    headerRow: z.number().int().min(1).max(100_000).optional(),
    /** A field's key for each column; left out, it is guessed afresh. */
    columns: z.array(z.string().max(40).nullable()).max(250).optional(),
    constants: z.record(z.string().max(40), z.string().max(200)).default({}),
    dayFirst: z.boolean().nullable().default(null),
  }),
  reply: importSheet,
});

const started = z.object({ id });

export const checkImport = endpoint({
  method: 'post',
  path: '/api/imports/{importId}/check',
  summary: 'Find out what bringing it in would do; nothing is changed',
  params: importId,
  reply: started,
});

export const applyImport = endpoint({
  method: 'post',
  path: '/api/imports/{importId}/application',
  summary: 'Bring in what the check accepted',
  params: importId,
  reply: started,
});

export const undoImport = endpoint({
  method: 'post',
  path: '/api/imports/{importId}/undo',
  summary: 'Take back all that an import wrote',
  params: importId,
  reply: started,
});

export const discardImport = endpoint({
  method: 'delete',
  path: '/api/imports/{importId}',
  summary: 'Throw a staged or undone import away, with all that was staged',
  params: importId,
  reply: started,
});

export const importRefusal = z.object({
  number: z.number(),
  sheet: z.string(),
  row: z.number(),
  cell: z.string(),
  header: z.string(),
  value: z.string(),
  message: z.string(),
});
export type ImportRefusal = z.infer<typeof importRefusal>;

export const listImportRefusals = endpoint({
  method: 'get',
  path: '/api/imports/{importId}/refusals',
  summary: 'What is refused, each with its cell and the reason',
  params: importId,
  query: z.object({ after, limit }),
  reply: z.object({ items: z.array(importRefusal), next: z.string().nullable() }),
});

export const downloadRefused = endpoint({
  method: 'get',
  path: '/api/imports/{importId}/refused',
  summary: 'The refused rows as a workbook of their own, with the reasons in a last column',
  params: importId,
  query: z.object({ format: importFormat.default('xlsx') }),
});

export const importChange = z.object({
  number: z.number(),
  what: z.string(),
  label: z.string(),
  action: z.enum(['insert', 'update', 'delete']),
  row: z.number().nullable(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type ImportChange = z.infer<typeof importChange>;

export const listImportChanges = endpoint({
  method: 'get',
  path: '/api/imports/{importId}/changes',
  summary: 'What is written, record by record, before and after',
  params: importId,
  query: z.object({ after, limit, action: z.enum(['insert', 'update', 'delete']).optional() }),
  reply: z.object({ items: z.array(importChange), next: z.string().nullable() }),
});

export const lookalike = z.object({
  pair: z.string(),
  kind: importKind,
  row: z.number(),
  name: z.string(),
  otherName: z.string(),
  /** The row of the other, where it stands in the same file and is not on record. */
  otherRow: z.number().nullable(),
  why: z.string(),
  choice: z.enum(['same', 'different']).nullable(),
});
export type LookalikeView = z.infer<typeof lookalike>;

export const listLookalikes = endpoint({
  method: 'get',
  path: '/api/imports/{importId}/lookalikes',
  summary: 'Names that look like others, to be called the same or different',
  params: importId,
  reply: z.object({ items: z.array(lookalike) }),
});

export const chooseLookalikes = endpoint({
  method: 'put',
  path: '/api/imports/{importId}/lookalikes',
  summary: 'Say of like names whether they are the same; those not named here take `others`, when that is given',
  params: importId,
  body: z.object({
    choices: z
      .array(z.object({ pair: z.string().max(1000), choice: z.enum(['same', 'different']) }))
      .max(500)
      .default([]),
    others: z.literal('different').nullable().default(null),
  }),
  reply: z.object({ undecided: z.number() }),
});

export const exportTable = endpoint({
  method: 'get',
  path: '/api/export/{kind}',
  summary:
    'All organisations, areas, persons with their posts, or alliances, in the form that comes in again unchanged',
  params: z.object({ kind: z.enum([...importKinds, 'all']) }),
  query: z.object({ format: importFormat.default('xlsx') }),
});

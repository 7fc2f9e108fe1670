import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { day, externalId, id, money, named, shortText } from './field-contract.ts';

export const executiveFunctions = [
  'chiefExecutive',
  'generalCounsel',
  'finance',
  'information',
  'humanResources',
  'marketing',
  'operations',
  'other',
] as const;
export const executiveFunction = z.enum(executiveFunctions);

export const positionView = z.object({
  id,
  externalId: z.string().nullable(),
  title: z.string(),
  function: executiveFunction,
  /** 1 board or chief executive ... 6 below director. */
  level: z.number().int(),
  organisation: named,
  area: named.nullable(),
  reportsTo: named.nullable(),
  budget: money.nullable(),
  from: day,
  to: day.nullable(),
  source: z.string(),
});
export type PositionView = z.infer<typeof positionView>;

export const positionDraft = z.object({
  title: shortText,
  function: executiveFunction.default('other'),
  level: z.number(),
  organisationId: id,
  areaId: id.nullable().default(null),
  reportsTo: id.nullable().default(null),
  budget: money.nullable().default(null),
  from: day,
  to: day.nullable().default(null),
  externalId,
});
export type PositionBody = z.infer<typeof positionDraft>;

export const addPosition = endpoint({
  method: 'post',
  path: '/api/persons/{personId}/positions',
  summary: 'Record a post that a person holds, held or will hold',
  params: z.object({ personId: id }),
  body: positionDraft,
  reply: z.object({ id }),
});

export const correctPosition = endpoint({
  method: 'put',
  path: '/api/positions/{positionId}',
  summary: 'Correct what is on record about a post',
  params: z.object({ positionId: id }),
  body: positionDraft,
  reply: z.object({ id }),
});

export const endPosition = endpoint({
  method: 'post',
  path: '/api/positions/{positionId}/end',
  summary: 'Record the day on which a post is left',
  params: z.object({ positionId: id }),
  body: z.object({ on: day }),
  reply: z.object({ id }),
});

export const decisionRightView = z.object({
  id,
  decision: z.string(),
  /** Null: without a limit. */
  upTo: money.nullable(),
  source: z.string(),
});

export const setDecisionRight = endpoint({
  method: 'put',
  path: '/api/persons/{personId}/decision-rights',
  summary: 'Record what a person may decide alone, up to an amount; one entry for each kind of decision',
  params: z.object({ personId: id }),
  body: z.object({ decision: shortText, upTo: money.nullable().default(null), source: shortText.default('') }),
  reply: decisionRightView,
});

export const removeDecisionRight = endpoint({
  method: 'delete',
  path: '/api/decision-rights/{rightId}',
  summary: 'Remove a decision right',
  params: z.object({ rightId: id }),
  reply: z.object({ id }),
});

export const announcedMoveView = z.object({ id, on: day, probability: z.number(), source: z.string() });

export const announceMove = endpoint({
  method: 'post',
  path: '/api/persons/{personId}/announced-moves',
  summary: 'Record a move that was announced: when, how likely, and who says so',
  params: z.object({ personId: id }),
  body: z.object({ on: day, probability: z.number(), source: shortText }),
  reply: announcedMoveView,
});

export const removeAnnouncedMove = endpoint({
  method: 'delete',
  path: '/api/announced-moves/{moveId}',
  summary: 'Remove an announced move that no longer holds',
  params: z.object({ moveId: id }),
  reply: z.object({ id }),
});

import { z } from 'zod';
import { phase, tier } from '#alliances/alliances-contract.ts';
import { endpoint } from '#kernel/endpoint.ts';
import { day, id, named, pageOf, pageQuery, permission, shortText } from '#people/field-contract.ts';
import { allianceSorts, statesByUrgency } from '#portfolio/domain/alliance-view.ts';
import { attentionKinds } from '#portfolio/domain/attention.ts';

const sponsorshipState = z.enum(statesByUrgency);

/** One value or several under one name: '?phase=strategy&phase=selection'. */
const several = <Item extends z.ZodType>(item: Item) =>
  z.union([z.array(item).max(20), item.transform((one) => [one])]).optional();

/** Somebody by id, or 'none' where nobody is. */
const somebody = z.union([id, z.literal('none')]).optional();

export const allianceFilter = z.object({
  phase: several(phase),
  tier: several(tier),
  state: several(sponsorshipState),
  partner: id.optional(),
  /** Who manages the alliance on our side today. */
  manager: somebody,
  /** An executive sponsor of either side; 'none' where ours is missing. */
  sponsor: somebody,
  /** Looks in the names of alliances, partners and sponsors. */
  q: shortText.optional(),
  sort: z.enum(allianceSorts).default('phase'),
});
export type AllianceFilter = z.output<typeof allianceFilter>;

export const allianceItem = z.object({
  id,
  name: z.string(),
  phase,
  tier,
  startsOn: day,
  endsOn: day,
  yearlyValue: z.number(),
  currency: z.string(),
  partners: z.array(named),
  state: sponsorshipState,
  /** Since when the state holds; null when it was never looked at. */
  stateSince: day.nullable(),
  /** The pair of executive sponsors. */
  sponsors: z.object({ ours: named.nullable(), theirs: named.nullable() }),
  manager: named.nullable(),
});
export type AllianceItem = z.infer<typeof allianceItem>;

export const listAlliances = endpoint({
  method: 'get',
  path: '/api/alliances',
  summary: 'Alliances with the pair of sponsors, the state of sponsorship and the manager',
  query: pageQuery.extend(allianceFilter.shape),
  reply: pageOf(allianceItem).extend({ may: z.object({ register: permission }) }),
});

export const exportAlliances = endpoint({
  method: 'get',
  path: '/api/alliances/export',
  summary: 'The same list as a file',
  query: allianceFilter.extend({ format: z.enum(['csv', 'xlsx']) }),
});

/** A view of the list that a sentence leads to. */
const attentionView = z.object({
  phase: z.array(phase).optional(),
  state: z.array(sponsorshipState).optional(),
  sponsor: z.literal('none').optional(),
  manager: z.literal('none').optional(),
});

export const showPortfolioSummary = endpoint({
  method: 'get',
  path: '/api/portfolio/summary',
  summary: 'What needs attention across all alliances, worst first, each with the list view that shows it',
  reply: z.object({
    alliances: z.number().int(),
    sentences: z.array(z.object({ kind: z.enum(attentionKinds), count: z.number().int(), view: attentionView })),
  }),
});

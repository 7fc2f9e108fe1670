import { mayRegisterAlliance } from '#alliances/domain/alliances-policy.ts';
import { dayOf } from '#kernel/date-only.ts';
import { accept, type Decision } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import type { AllianceFilter, AllianceItem } from '#portfolio/portfolio-contract.ts';
import { orderOf, readCursor, writeCursor } from './list-order.ts';
import { allianceItemOf, findAlliancePage } from './portfolio-queries.ts';

export type AlliancePage = {
  items: AllianceItem[];
  next: string | null;
  may: { register: true | string };
};

/** One page of the list, and where the next one begins. */
export const listAlliancePage = async (
  { db, actor, now }: Context,
  { after, limit, ...filter }: AllianceFilter & { readonly after?: string | undefined; readonly limit: number },
): Promise<Decision<AlliancePage>> => {
  const order = orderOf(filter.sort);
  const key = after === undefined ? null : readCursor(after, order);
  if (after !== undefined && key === null) {
    const message = 'This place in the list does not belong to the order asked for. Begin again at the top.';
    return { ok: false, kind: 'malformed', refusals: [{ rule: 'FORM', field: 'after', message }] };
  }
  const rows = await findAlliancePage(db, { filter, after: key, limit: limit + 1, today: dayOf(now) });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const reasons = mayRegisterAlliance(actor);
  return accept({
    items: page.map(allianceItemOf),
    next: rows.length > limit && last ? writeCursor(order.keyOf(last)) : null,
    may: { register: reasons[0]?.message ?? true },
  });
};

import { sql } from 'kysely';
import { networkPercentiles } from '#people/domain/influence.ts';
import { findAdviceTies } from '#people/server/influence-queries.ts';
import type { Queries } from '#platform/db/database.ts';

type Percentiles = ReadonlyMap<string, number>;

/** Influence changes only when a tie does: what was worked out is kept beside a fingerprint of all ties. */
const workedOut = new Map<string, Percentiles>();
const mostKept = 20;

/** Where each person stands among those whom colleagues seek out, 0 to 100; nobody without ties on record. */
export const findNetworkPercentiles = async (db: Queries): Promise<Percentiles> => {
  const { rows } = await sql<{ fingerprint: string; count: number }>`
    select count(*) as count, app_workspace() || ' ' || count(*) || ' ' ||
           coalesce(sum(hashtextextended(from_person_id::text || to_person_id::text || weight::text, 0)), 0) as fingerprint
      from advice_ties`.execute(db);
  const { fingerprint, count } = rows[0] ?? { fingerprint: '', count: 0 };
  if (count === 0) return new Map();
  const known = workedOut.get(fingerprint);
  if (known) return known;
  const ties = await findAdviceTies(db);
  const percentiles = networkPercentiles(ties.map(({ from, to, weight }) => [from, to, weight] as const));
  const [oldest] = workedOut.keys();
  if (workedOut.size >= mostKept && oldest) workedOut.delete(oldest);
  workedOut.set(fingerprint, percentiles);
  return percentiles;
};

import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

/**
 * Lets one use case see the whole workspace for a while. An alliance manager sees only the alliances in their reach, yet an
 * executive's load counts them all; and whoever declines loses sight of the alliance whose state their answer changes. Ask
 * what the actor may do before this, never inside.
 */
export const seeingWholeWorkspace = async <T>(context: Context, work: () => Promise<T>): Promise<T> => {
  const { rows } = await sql<{ reach: string }>`select app_reach() as reach`.execute(context.db);
  const before = rows[0]?.reach ?? 'none';
  if (before === 'workspace') return work();
  await setReach(context, 'workspace');
  const result = await work();
  await setReach(context, before);
  return result;
};

const setReach = (context: Context, reach: string) =>
  sql`select set_config('app.reach', ${reach}, true)`.execute(context.db);

import { sql } from 'kysely';
import { accept, type Decision, missing, refuse } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import type { ImportKind } from './import-fields.ts';
import type { LookalikeView } from './intake-contract.ts';
import { findImport } from './import-store.ts';
import { mayImport, maySeeImports } from './intake-policy.ts';
import { countUndecided, showImport } from './show-import.ts';
import { forgetCheck } from './map-sheet.ts';

export const lookalikesOf = async (
  { db, actor }: Context,
  importId: string,
): Promise<Decision<{ items: LookalikeView[] }>> => {
  const forbidden = maySeeImports(actor);
  if (forbidden.length > 0) return { ok: false, kind: 'forbidden', refusals: forbidden };
  if (!(await findImport(db, importId))) return missing('import');
  const rows = await db
    .selectFrom('import_lookalikes')
    .selectAll()
    .where('import_id', '=', importId)
    .where('is_current', '=', true)
    .orderBy('sheet')
    .orderBy('row')
    .orderBy('pair')
    .execute();
  return accept({
    items: rows.map((row) => ({
      pair: row.pair,
      kind: row.kind as ImportKind,
      row: row.row,
      name: row.name,
      otherName: row.other_name,
      otherRow: row.other_row,
      why: row.why,
      choice: row.choice as LookalikeView['choice'],
    })),
  });
};

/**
 * Keeps what somebody said of like names. The check took them as different: who is called the same makes it out of date, so
 * it is forgotten and has to be made again.
 */
export const chooseAmongLookalikes = async (
  context: Context,
  importId: string,
  choices: readonly { pair: string; choice: 'same' | 'different' }[],
  others: 'different' | null,
): Promise<Decision<{ undecided: number }>> => {
  const { db, actor } = context;
  const forbidden = mayImport(actor);
  if (forbidden.length > 0) return { ok: false, kind: 'forbidden', refusals: forbidden };
  const shown = await showImport(context, importId);
  if (!shown.ok) return shown;
  if (shown.value.may.map !== true) return refuse({ rule: 'INT-20', message: shown.value.may.map });
  const before = await sql<{
    pair: string;
  }>`select pair from import_lookalikes where import_id = ${importId} and choice = 'same'`.execute(db);
  const wasSame = new Set(before.rows.map(({ pair }) => pair));
  for (const { pair, choice } of choices) {
    const done = await db
      .updateTable('import_lookalikes')
      .set({ choice })
      .where('import_id', '=', importId)
      .where('pair', '=', pair)
      .executeTakeFirst();
    if (Number(done.numUpdatedRows) === 0) return missing('pair of names');
  }
  if (others)
    await sql`update import_lookalikes set choice = ${others} where import_id = ${importId} and is_current and choice is null`.execute(
      db,
    );
  if (choices.some(({ pair, choice }) => (choice === 'same') !== wasSame.has(pair)))
    await forgetCheck(context, importId);
  return accept({ undecided: await countUndecided(context, importId) });
};

import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { PlanResult } from './plan.ts';
import type { RowReader } from './row-reading.ts';

type SheetNamed = { readonly reader: RowReader; readonly name: string };

/** Keeps what a check found beside the changes: refusals with their cells, and names that look alike with earlier choices. */
export const keepFindings = async (
  { db, workspaceId }: Context,
  importId: string,
  result: PlanResult,
  sheetOf: (sheet: number) => SheetNamed,
): Promise<void> => {
  const refusals = [...result.refusals]
    .sort((one, other) => one.sheet - other.sheet || one.row - other.row)
    .map(({ sheet, row, key, rule, message, value }, number) => {
      const { cell, header } = sheetOf(sheet).reader.place(key, row);
      return { number, sheet, row, cell, header, value: value.slice(0, 500), rule, message };
    });
  for (let from = 0; from < refusals.length; from += 5_000) {
    await sql`
      insert into import_refusals (workspace_id, import_id, number, sheet, row, cell, header, value, rule, message)
      select ${workspaceId}::uuid, ${importId}::uuid, r.number, r.sheet, r.row, r.cell, r.header, r.value, r.rule, r.message
      from jsonb_to_recordset(${JSON.stringify(refusals.slice(from, from + 5_000))}::jsonb)
        as r(number int, sheet smallint, row int, cell text, header text, value text, rule text, message text)`.execute(
      db,
    );
  }
  await sql`update import_lookalikes set is_current = false where import_id = ${importId}`.execute(db);
  await sql`
    insert into import_lookalikes (workspace_id, import_id, pair, kind, sheet, row, name, other_name, other_id, other_row, why)
    select ${workspaceId}::uuid, ${importId}::uuid, r.pair, r.kind, r.sheet, r.row, r.name, r."otherName", r."otherId", r."otherRow", r.why
    from jsonb_to_recordset(${JSON.stringify([...result.lookalikes.values()])}::jsonb)
      as r(pair text, kind text, sheet smallint, row int, name text, "otherName" text, "otherId" uuid, "otherRow" int, why text)
    on conflict (workspace_id, import_id, pair) do update set
      is_current = true, row = excluded.row, sheet = excluded.sheet, name = excluded.name, other_name = excluded.other_name, why = excluded.why`.execute(
    db,
  );
};

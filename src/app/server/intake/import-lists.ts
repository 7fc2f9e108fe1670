import { sql } from 'kysely';
import { accept, type Decision, missing } from '#kernel/decision.ts';
import type { Context, Visit } from '#platform/context.ts';
import type { Download } from '#platform/http/download-route.ts';
import type { Cell } from '#platform/files/table-row.ts';
import { tableDownload, type TableFormat, type TableToWrite } from '#platform/files/write-table.ts';
import type { Change, ChangeTarget } from './change.ts';
import { changeTables } from './change-tables.ts';
import type { ImportChange, ImportRefusal } from './intake-contract.ts';
import { findImport, loadSheets } from './import-store.ts';
import { maySeeImports } from './intake-policy.ts';

type Page<T> = { items: T[]; next: string | null };

const looking = async (context: Context, importId: string): Promise<Decision<null>> => {
  const forbidden = maySeeImports(context.actor);
  if (forbidden.length > 0) return { ok: false, kind: 'forbidden', refusals: forbidden };
  return (await findImport(context.db, importId)) ? accept(null) : missing('import');
};

const numberAfter = (after: string | undefined): number => {
  const number = Number(after ?? -1);
  return Number.isInteger(number) && number < 2 ** 31 ? number : -1;
};

const pageOf = <T extends { number: number }>(rows: T[], limit: number): Page<T> => {
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? String(items.at(-1)?.number) : null };
};

export const refusalsOfImport = async (
  context: Context,
  importId: string,
  after: string | undefined,
  limit: number,
): Promise<Decision<Page<ImportRefusal>>> => {
  const may = await looking(context, importId);
  if (!may.ok) return may;
  const rows = await context.db
    .selectFrom('import_refusals as f')
    .innerJoin('import_sheets as s', (join) =>
      join
        .onRef('s.workspace_id', '=', 'f.workspace_id')
        .onRef('s.import_id', '=', 'f.import_id')
        .onRef('s.number', '=', 'f.sheet'),
    )
    .select(['f.number', 's.name as sheet', 'f.row', 'f.cell', 'f.header', 'f.value', 'f.message'])
    .where('f.import_id', '=', importId)
    .where('f.number', '>', numberAfter(after))
    .orderBy('f.number')
    .limit(limit + 1)
    .execute();
  return accept(pageOf(rows, limit));
};

export const changesOfImport = async (
  context: Context,
  importId: string,
  { after, limit, action }: { after?: string | undefined; limit: number; action?: Change['action'] | undefined },
): Promise<Decision<Page<ImportChange>>> => {
  const may = await looking(context, importId);
  if (!may.ok) return may;
  const rows = await context.db
    .selectFrom('import_changes')
    .select(['number', 'target', 'label', 'action', 'row', 'before', 'after'])
    .where('import_id', '=', importId)
    .where('number', '>', numberAfter(after))
    .$if(action !== undefined, (query) => query.where('action', '=', action as string))
    .orderBy('number')
    .limit(limit + 1)
    .execute();
  const views = rows.map(
    ({ target, ...row }) => ({ ...row, what: changeTables[target as ChangeTarget].what }) as unknown as ImportChange,
  );
  return accept(pageOf(views, limit));
};

/** The refused rows as they came, under the headers they came with, and why in a last column: to be corrected and sent again. */
export const refusedRows = async (visit: Visit, importId: string, format: TableFormat): Promise<Decision<Download>> => {
  const found = await visit.inWorkspace(async (context) => {
    const may = await looking(context, importId);
    if (!may.ok) return may;
    const row = await findImport(context.db, importId);
    const sheets = await loadSheets(context.db, importId);
    return accept({ fileName: row?.file_name ?? '', sheets });
  });
  if (!found.ok) return found;
  const tables: TableToWrite[] = found.value.sheets
    .filter(({ kind }) => kind !== null)
    .map(({ number, name, columns }) => ({
      sheet: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31) || `Sheet ${number}`,
      headers: [...columns.map(({ header }) => header), reasonHeader],
      batches: refusedBatches(visit, importId, number, columns.length),
    }));
  return accept(tableDownload(format, `${found.value.fileName.replace(/\.\w+$/, '')} - refused rows`, tables));
};

export const reasonHeader = 'Why it was refused';

async function* refusedBatches(visit: Visit, importId: string, sheet: number, width: number) {
  let last = 0;
  for (;;) {
    const page = await visit.inWorkspace(async ({ db }) =>
      accept(
        (
          await sql<{ row: number; cells: Cell[]; reasons: string }>`
            select r.row, r.cells, f.reasons from (
              select row, string_agg(case when cell = '' then message else cell || ': ' || message end, ' ' order by number) as reasons
              from import_refusals where import_id = ${importId} and sheet = ${sheet} and row > ${last} group by row order by row limit 500) f
            join import_rows r on r.import_id = ${importId} and r.sheet = ${sheet} and r.row = f.row order by r.row`.execute(
            db,
          )
        ).rows,
      ),
    );
    const rows = page.ok ? page.value : [];
    if (rows.length === 0) return;
    yield rows.map(({ cells, reasons }) => [
      ...Array.from({ length: width }, (_, index) => cells[index] ?? null),
      reasons,
    ]);
    last = rows.at(-1)?.row ?? last;
  }
}

import { dayOf } from '#kernel/date-only.ts';
import { accept } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import type { Cell } from '#platform/files/table-row.ts';
import { tableDownload } from '#platform/files/write-table.ts';
import { downloadRoute } from '#platform/http/download-route.ts';
import type { Route } from '#platform/http/route.ts';
import { type AllianceFilter, exportAlliances } from '#portfolio/portfolio-contract.ts';
import { findAllianceIds } from '#portfolio/server/portfolio-queries.ts';
import { alliancePage } from './intake/export-alliances.ts';
import { loadExportNames } from './intake/export-names.ts';
import { sheetNames } from './intake/export-tables.ts';
import { exportHeaders } from './intake/import-fields.ts';

/**
 * The list of alliances as a file: what it shows, in its order, in the columns that an import takes. All is read in one
 * transaction, so that the file tells of one moment; ten thousand rows are a few megabytes.
 */
export const allianceListExport: Route = downloadRoute(exportAlliances, async ({ query, visit }) => {
  const { format, ...filter } = query;
  const rows = await visit.inWorkspace(async (context) => accept(await exportedRows(context, filter)));
  if (!rows.ok) return rows;
  const table = { sheet: sheetNames.alliances, headers: exportHeaders('alliances'), batches: [rows.value] };
  return accept(tableDownload(format, 'alliances', [table]));
});

const exportedRows = async ({ db, now }: Context, filter: AllianceFilter): Promise<(readonly Cell[])[]> => {
  const today = dayOf(now);
  const names = await loadExportNames(db);
  const readPage = alliancePage(today);
  const rowsById = new Map<Cell, readonly Cell[]>();
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(db, names, after);
    for (const row of page.rows) rowsById.set(row.at(-1) ?? null, row);
    after = page.next;
  } while (after !== null);
  const ids = await findAllianceIds(db, filter, today);
  return ids.flatMap((id) => {
    const row = rowsById.get(id);
    return row ? [row] : [];
  });
};

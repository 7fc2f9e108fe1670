import type { Readable } from 'node:stream';
import { dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, refuse } from '#kernel/decision.ts';
import type { Visit } from '#platform/context.ts';
import type { Cell } from '#platform/files/table-row.ts';
import { tableDownload, type TableFormat, type TableToWrite, writeTables } from '#platform/files/write-table.ts';
import type { Download } from '#platform/http/download-route.ts';
import { alliancePage } from './export-alliances.ts';
import { loadExportNames } from './export-names.ts';
import {
  areaPage,
  type ExportPage,
  organisationPage,
  personPage,
  type ReadPage,
  resultYears,
} from './export-people.ts';
import { exportHeaders, type ImportKind, importKinds } from './import-fields.ts';
import { maySeeImports } from './intake-policy.ts';

export type ExportKind = ImportKind | 'all';

export const sheetNames: { readonly [kind in ImportKind]: string } = {
  organisations: 'Organisations',
  areas: 'Areas',
  persons: 'People',
  alliances: 'Alliances',
};

/** The tables of an export, read page by page as they are written. What is exported comes in again unchanged. */
const exportTables = (visit: Visit, kind: ExportKind): Promise<Decision<TableToWrite[]>> =>
  visit.inWorkspace(async ({ db, actor, now }) => {
    const forbidden = maySeeImports(actor);
    if (forbidden.length > 0) return { ok: false, kind: 'forbidden', refusals: forbidden };
    const names = await loadExportNames(db);
    const years = await resultYears(db);
    const readers: { readonly [kind in ImportKind]: ReadPage } = {
      organisations: organisationPage,
      areas: areaPage(years),
      persons: personPage,
      alliances: alliancePage(dayOf(now)),
    };
    async function* batches(read: ReadPage): AsyncGenerator<readonly (readonly Cell[])[]> {
      let after: string | null = null;
      do {
        const start: string | null = after;
        const page: Decision<ExportPage> = await visit.inWorkspace(async (context) =>
          accept(await read(context.db, names, start)),
        );
        if (!page.ok) return;
        yield page.value.rows;
        after = page.value.next;
      } while (after !== null);
    }
    const kinds = kind === 'all' ? importKinds : [kind];
    return accept(
      kinds.map((each) => ({
        sheet: sheetNames[each],
        headers: exportHeaders(each, each === 'areas' ? years : []),
        batches: batches(readers[each]),
      })),
    );
  });

const csvOfAll = {
  rule: 'INT-24',
  field: 'format',
  message: 'A CSV file holds one table. Export everything as XLSX, or one kind at a time as CSV.',
};

export const exportDownload = async (
  visit: Visit,
  kind: ExportKind,
  format: TableFormat,
): Promise<Decision<Download>> => {
  if (kind === 'all' && format === 'csv') return refuse(csvOfAll);
  const tables = await exportTables(visit, kind);
  return tables.ok ? accept(tableDownload(format, kind === 'all' ? 'entente' : kind, tables.value)) : tables;
};

/** For the command line: the same as a Node stream. */
export const exportKind = async (visit: Visit, kind: ExportKind, format: TableFormat): Promise<Decision<Readable>> => {
  if (kind === 'all' && format === 'csv') return refuse(csvOfAll);
  const tables = await exportTables(visit, kind);
  return tables.ok ? accept(writeTables(format, tables.value)) : tables;
};

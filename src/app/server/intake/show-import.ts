import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import { accept, type Decision, missing } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import { columnLetters } from '#platform/files/table-row.ts';
import type { Change, ChangeTarget } from './change.ts';
import { changeTables } from './change-tables.ts';
import { type CheckSummary, lackingFields } from './check-import.ts';
import type {
  ImportColumn,
  ImportItem,
  ImportPageReply,
  ImportRun,
  ImportSheet,
  ImportState,
  OutcomeCounts,
} from './intake-contract.ts';
import { isStalled } from './import-runs.ts';
import { findImport, loadSheets, type SheetOnRecord } from './import-store.ts';
import { mayImport, maySeeImports } from './intake-policy.ts';
import { lastCheck } from './apply-import.ts';
import { readingNotes } from './sheet-mapping.ts';

type RunState = { readonly act: string; readonly outcome: string | null };

/** Where an import stands, by what was done with it: the newest first. */
const stateOf = (runs: readonly RunState[]): ImportState => {
  if (runs.some(({ outcome }) => outcome === null)) return 'working';
  if (runs.some(({ act, outcome }) => act === 'undo' && outcome === 'done')) return 'undone';
  if (runs.some(({ act, outcome }) => act === 'apply' && outcome === 'done')) return 'applied';
  return runs.some(({ act, outcome }) => act === 'check' && outcome === 'done') ? 'checked' : 'staged';
};

const totalOf = (check: CheckSummary | null): OutcomeCounts | null => {
  if (!check) return null;
  const total = { new: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const counts of Object.values(check.counts))
    for (const key of ['new', 'changed', 'unchanged', 'refused'] as const) total[key] += counts[key];
  return total;
};

const permission = (sentence: string | undefined): true | string => sentence ?? true;

const refusalFor = (actor: Actor): string | undefined => mayImport(actor)[0]?.message;

export const itemsOf = async ({ db }: Context, after: { at: string; id: string } | null, limit: number) => {
  const rows = await db
    .selectFrom('imports')
    .selectAll()
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(uploaded_at, id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('uploaded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const ids = rows.map(({ id }) => id);
  const runs =
    ids.length === 0
      ? []
      : await db
          .selectFrom('import_runs')
          .select(['import_id', 'act', 'outcome', 'result', 'asked_at'])
          .where('import_id', 'in', ids)
          .orderBy('asked_at', 'desc')
          .execute();
  return rows.map((row): ImportItem => {
    const own = runs.filter(({ import_id }) => import_id === row.id);
    const check = own.find(({ act, outcome }) => act === 'check' && outcome === 'done')?.result as unknown as
      | CheckSummary
      | undefined;
    return {
      id: row.id,
      fileName: row.file_name,
      fileBytes: row.file_bytes,
      uploadedAt: row.uploaded_at.toISOString(),
      uploadedBy: row.uploaded_by,
      state: stateOf(own),
      counts: totalOf(check ?? null),
    };
  });
};

export const listRecentImports = async (context: Context, after: string | undefined, limit: number) => {
  const forbidden = maySeeImports(context.actor);
  if (forbidden.length > 0) return { ok: false as const, kind: 'forbidden' as const, refusals: forbidden };
  const items = await itemsOf(context, after === undefined ? null : readCursor(after), limit);
  const page = items.slice(0, limit);
  const last = items.length > limit ? page.at(-1) : undefined;
  return accept({
    items: page,
    next: last ? writeCursor(last) : null,
    may: { upload: permission(refusalFor(context.actor)) },
  });
};

const writeCursor = ({ uploadedAt, id }: ImportItem): string =>
  Buffer.from(`${uploadedAt} ${id}`).toString('base64url');
const readCursor = (text: string): { at: string; id: string } | null => {
  const [at = '', id = ''] = Buffer.from(text, 'base64url').toString().split(' ');
  return /^[0-9a-f-]{36}$/.test(id) && !Number.isNaN(Date.parse(at)) ? { at, id } : null;
};

export const showImport = async (context: Context, importId: string): Promise<Decision<ImportPageReply>> => {
  const { db, actor } = context;
  const forbidden = maySeeImports(actor);
  if (forbidden.length > 0) return { ok: false, kind: 'forbidden', refusals: forbidden };
  const row = await findImport(db, importId);
  if (!row) return missing('import');
  const runs = await db
    .selectFrom('import_runs')
    .select(['act', 'outcome', 'asked_at', 'asked_by', 'done', 'total', 'message', isStalled.as('is_stalled')])
    .where('import_id', '=', importId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const check = await lastCheck(context, importId);
  const sheets = await loadSheets(db, importId);
  const undecided = await countUndecided(context, importId);
  const views: ImportSheet[] = [];
  for (const sheet of sheets) views.push(await sheetView(context, importId, sheet, check));
  const state = stateOf(runs);
  const [newest] = runs;
  return accept({
    id: row.id,
    fileName: row.file_name,
    fileBytes: row.file_bytes,
    uploadedAt: row.uploaded_at.toISOString(),
    uploadedBy: row.uploaded_by,
    state,
    counts: totalOf(check),
    reading: row.reading,
    sheets: views,
    run: newest
      ? {
          act: newest.act as ImportRun['act'],
          askedAt: newest.asked_at.toISOString(),
          askedBy: newest.asked_by,
          done: newest.done,
          total: newest.total,
          outcome: newest.outcome as ImportRun['outcome'],
          message: newest.message,
          isStalled: newest.is_stalled,
        }
      : null,
    undecided,
    changes: await countChanges(context, importId),
    may: permissions(actor, state, newest?.act ?? null, newest?.is_stalled ?? false, sheets, undecided, check),
  });
};

export const countUndecided = async ({ db }: Pick<Context, 'db'>, importId: string): Promise<number> => {
  const { count } = await db
    .selectFrom('import_lookalikes')
    .select((fn) => fn.fn.countAll<number>().as('count'))
    .where('import_id', '=', importId)
    .where('is_current', '=', true)
    .where('choice', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
};

const countChanges = async ({ db }: Context, importId: string) => {
  const rows = await db
    .selectFrom('import_changes')
    .select(['target', 'action', (fn) => fn.fn.countAll<number>().as('count'), (fn) => fn.fn.min('number').as('first')])
    .where('import_id', '=', importId)
    .groupBy(['target', 'action'])
    .orderBy('first')
    .execute();
  const lines = new Map<string, { what: string; inserted: number; updated: number; removed: number }>();
  for (const { target, action, count } of rows) {
    const { what } = changeTables[target as ChangeTarget];
    const line = lines.get(what) ?? { what, inserted: 0, updated: 0, removed: 0 };
    line[({ insert: 'inserted', update: 'updated', delete: 'removed' } as const)[action as Change['action']]] =
      Number(count);
    lines.set(what, line);
  }
  return [...lines.values()];
};

/** What may be asked for now, or why not: the same sentences stand in the reply and refuse the act. */
export const permissions = (
  actor: Actor,
  state: ImportState,
  act: string | null,
  stalled: boolean,
  sheets: readonly SheetOnRecord[],
  undecided: number,
  check: CheckSummary | null,
): ImportPageReply['may'] => {
  const not = refusalFor(actor);
  const busy =
    state === 'working' && !stalled ? 'Somebody is working on this import; wait until that is done.' : undefined;
  const over =
    state === 'applied'
      ? 'This import was brought in already.'
      : state === 'undone'
        ? 'This import was undone. Upload the file again to start afresh.'
        : undefined;
  const takesUp = (wanted: string): boolean => state === 'working' && stalled && act === wanted;
  const stuck = (wanted: string) =>
    state === 'working' && stalled && act !== wanted ? 'Take up first what was going on.' : undefined;
  const lacking = sheets
    .filter((sheet) => lackingFields(sheet).length > 0)
    .map(
      (sheet) =>
        `Sheet ${sheet.name} lacks ${lackingFields(sheet).join(' and ')}: say which column holds it, or give one value for all rows.`,
    )[0];
  const chosen = sheets.some(({ kind }) => kind !== null) ? undefined : 'Say what at least one sheet holds.';
  const ready =
    check === null
      ? 'Check the import first.'
      : undecided > 0
        ? `Say of ${undecided} ${undecided === 1 ? 'name' : 'names'} whether they are the same as others.`
        : check.changes === 0
          ? 'There is nothing to bring in: no row is new or changed.'
          : undefined;
  return {
    map: permission(not ?? busy ?? over ?? stuck('')),
    check: permission(not ?? busy ?? over ?? stuck('check') ?? chosen ?? lacking),
    apply: permission(not ?? busy ?? over ?? stuck('apply') ?? (takesUp('apply') ? undefined : (lacking ?? ready))),
    undo: permission(
      not ??
        busy ??
        stuck('undo') ??
        (state === 'applied' || takesUp('undo')
          ? undefined
          : state === 'undone'
            ? 'This import was undone already.'
            : 'Nothing was brought in yet.'),
    ),
    discard: permission(
      not ?? busy ?? (state === 'applied' ? 'This import was brought in; undo it first.' : undefined),
    ),
  };
};

export const sheetView = async (
  { db }: Pick<Context, 'db'>,
  importId: string,
  sheet: SheetOnRecord,
  check: CheckSummary | null,
): Promise<ImportSheet> => {
  const notes = sheet.kind ? readingNotes(sheet.kind, sheet.columns, sheet.mapping) : [];
  const samples = await db
    .selectFrom('import_rows')
    .select(['row', 'cells'])
    .where('import_id', '=', importId)
    .where('sheet', '=', sheet.number)
    .where('row', '>', sheet.headerRow)
    .orderBy('row')
    .limit(5)
    .execute();
  return {
    number: sheet.number,
    name: sheet.name,
    kind: sheet.kind,
    headerRow: sheet.headerRow,
    rowCount: sheet.rowCount,
    columns: sheet.columns.map(
      ({ header, samples: examples, filled }, index): ImportColumn => ({
        letters: columnLetters(index),
        header,
        samples: [...examples],
        filled,
        field: sheet.mapping.columns[index] ?? null,
        note: notes
          .filter(({ column }) => column === index)
          .map(({ note }) => note)
          .join(' '),
      }),
    ),
    constants: { ...sheet.mapping.constants },
    dayFirst: sheet.mapping.dayFirst,
    lacking: lackingFields(sheet),
    sampleRows: samples.map(({ row, cells }) => ({
      row,
      cells: (cells as unknown as unknown[]).map((cell) => String(cell ?? '').slice(0, 80)),
    })),
    counts: check?.counts[String(sheet.number)] ?? null,
    notices: (check?.notices ?? [])
      .filter((notice) => notice.sheet === sheet.number)
      .map(({ sentence, count }) => ({ sentence, count })),
  };
};

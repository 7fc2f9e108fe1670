import { accept, type Decision, refuse } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import { receiveFile } from '#platform/files/receive-file.ts';
import { downloadRoute } from '#platform/http/download-route.ts';
import { type Route, route } from '#platform/http/route.ts';
import { chooseAmongLookalikes, lookalikesOf } from './choose-lookalikes.ts';
import { exportDownload } from './export-tables.ts';
import { askForRunAs } from './import-file.ts';
import { importFields, importKinds } from './import-fields.ts';
import { changesOfImport, refusalsOfImport, refusedRows } from './import-lists.ts';
import {
  applyImport,
  checkImport,
  chooseLookalikes,
  discardImport,
  downloadRefused,
  exportTable,
  getImport,
  listImportChanges,
  listImportFields,
  listImportRefusals,
  listImports,
  listLookalikes,
  mapSheet,
  undoImport,
  uploadImport,
} from './intake-contract.ts';
import { mayImport } from './intake-policy.ts';
import { mapStagedSheet } from './map-sheet.ts';
import { listRecentImports, showImport } from './show-import.ts';
import { stageImport } from './stage-import.ts';

const fields = Object.fromEntries(
  importKinds.map((kind) => [
    kind,
    importFields[kind].map(({ key, header, isNeeded = false, hint = '' }) => ({ key, header, isNeeded, hint })),
  ]),
);

const discard = async (context: Context, importId: string): Promise<Decision<{ id: string }>> => {
  const shown = await showImport(context, importId);
  if (!shown.ok) return shown;
  if (shown.value.may.discard !== true) return refuse({ rule: 'INT-20', message: shown.value.may.discard });
  await context.db.deleteFrom('imports').where('id', '=', importId).execute();
  return accept({ id: importId });
};

/** Who may not import is told so before a byte of their file is read. */
const allowed = async (context: Context): Promise<Decision<null>> => {
  const refusals = mayImport(context.actor);
  return refusals.length === 0 ? accept(null) : { ok: false, kind: 'forbidden', refusals };
};

export const intakeRoutes: readonly Route[] = [
  route(uploadImport, async ({ query, visit, http }) => {
    const may = await visit.inWorkspace(allowed);
    if (!may.ok) return may;
    const stated = http.req.header('content-length');
    const received = await receiveFile(http.req.raw.body, stated === undefined ? null : Number(stated));
    if (!received.ok) return received;
    const { path, bytes, remove } = received.value;
    try {
      return await stageImport(visit, { path, bytes, name: query.fileName });
    } finally {
      await remove();
    }
  }),
  route(listImports, ({ query, visit }) =>
    visit.inWorkspace((context) => listRecentImports(context, query.after, query.limit)),
  ),
  route(listImportFields, async () => accept(fields as never)),
  route(getImport, ({ params, visit }) => visit.inWorkspace((context) => showImport(context, params.importId))),
  route(mapSheet, ({ params, body, visit }) =>
    visit.inWorkspace((context) => mapStagedSheet(context, params.importId, params.number, body)),
  ),
  route(checkImport, ({ params, visit }) =>
    visit.inWorkspace((context) => askForRunAs(context, params.importId, 'check', true)),
  ),
  route(applyImport, ({ params, visit }) =>
    visit.inWorkspace((context) => askForRunAs(context, params.importId, 'apply', true)),
  ),
  route(undoImport, ({ params, visit }) =>
    visit.inWorkspace((context) => askForRunAs(context, params.importId, 'undo', true)),
  ),
  route(discardImport, ({ params, visit }) => visit.inWorkspace((context) => discard(context, params.importId))),
  route(listImportRefusals, ({ params, query, visit }) =>
    visit.inWorkspace((context) => refusalsOfImport(context, params.importId, query.after, query.limit)),
  ),
  downloadRoute(downloadRefused, ({ params, query, visit }) => refusedRows(visit, params.importId, query.format)),
  route(listImportChanges, ({ params, query, visit }) =>
    visit.inWorkspace((context) => changesOfImport(context, params.importId, query)),
  ),
  route(listLookalikes, ({ params, visit }) => visit.inWorkspace((context) => lookalikesOf(context, params.importId))),
  route(chooseLookalikes, ({ params, body, visit }) =>
    visit.inWorkspace((context) => chooseAmongLookalikes(context, params.importId, body.choices, body.others)),
  ),
  downloadRoute(exportTable, ({ params, query, visit }) => exportDownload(visit, params.kind, query.format)),
];

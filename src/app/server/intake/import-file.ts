import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { accept, type Decision, refuse } from '#kernel/decision.ts';
import type { Visit } from '#platform/context.ts';
import { largestUpload, tooLargeSentence } from '#platform/files/receive-file.ts';
import { refusedRows } from './import-lists.ts';
import { chooseAmongLookalikes } from './choose-lookalikes.ts';
import type { ImportKind } from './import-fields.ts';
import { type Act, askForRun } from './import-runs.ts';
import { runNow } from './intake-jobs.ts';
import type { ImportPageReply, OutcomeCounts } from './intake-contract.ts';
import { mapStagedSheet } from './map-sheet.ts';
import { showImport } from './show-import.ts';
import { stageImport } from './stage-import.ts';

export type ImportFileOptions = {
  /** What the file holds, where that is not guessed rightly. */
  readonly kind?: ImportKind;
  /** Find out what would happen, and leave it at that. */
  readonly checkOnly?: boolean;
  /** Take names that only look alike as different; without it they stop the import. */
  readonly likeNamesDiffer?: boolean;
};

export type ImportFileProgress = { readonly step: 'read' | Act; readonly done: number; readonly total: number | null };

export type ImportFileReport = {
  readonly importId: string;
  readonly isApplied: boolean;
  readonly counts: OutcomeCounts;
  readonly page: ImportPageReply;
};

/**
 * Brings in a file in one go, for the command line: reads, checks, and writes what is accepted. Refused rows stay behind, to
 * be had by `refusedOf`. Refused as a whole: an unreadable file, a lacking column, like names that nobody decided.
 */
export const importFile = async (
  visit: Visit,
  path: string,
  options: ImportFileOptions = {},
  onProgress: (progress: ImportFileProgress) => void = () => undefined,
): Promise<Decision<ImportFileReport>> => {
  const file = await stat(path).catch(() => null);
  if (!file?.isFile()) return refuse({ rule: 'FILE', field: 'file', message: `There is no file ${path}.` });
  if (file.size > largestUpload)
    return refuse({ rule: 'FILE', field: 'file', message: tooLargeSentence(largestUpload) });
  const staged = await stageImport(visit, { path, bytes: file.size, name: basename(path) }, (done) =>
    onProgress({ step: 'read', done, total: null }),
  );
  if (!staged.ok) return staged;
  const { id } = staged.value;
  if (options.kind) {
    const { kind } = options;
    const mapped = await visit.inWorkspace((context) =>
      mapStagedSheet(context, id, 1, { kind, constants: {}, dayFirst: null }),
    );
    if (!mapped.ok) return mapped;
  }
  const checked = await runHere(visit, id, 'check', onProgress);
  if (!checked.ok) return checked;
  if (options.likeNamesDiffer) {
    const chosen = await visit.inWorkspace((context) => chooseAmongLookalikes(context, id, [], 'different'));
    if (!chosen.ok) return chosen;
  }
  const page = await visit.inWorkspace((context) => showImport(context, id));
  if (!page.ok) return page;
  const report = (now: ImportPageReply, isApplied: boolean): ImportFileReport => ({
    importId: id,
    isApplied,
    counts: now.counts ?? { new: 0, changed: 0, unchanged: 0, refused: 0 },
    page: now,
  });
  const writes = page.value.changes.length > 0;
  if (options.checkOnly || !writes) return accept(report(page.value, false));
  const applied = await runHere(visit, id, 'apply', onProgress);
  if (!applied.ok) return applied;
  const after = await visit.inWorkspace((context) => showImport(context, id));
  return after.ok ? accept(report(after.value, true)) : after;
};

/** Asks for a run and does it at once, here; a server's job that comes to it later finds it done. */
const runHere = async (
  visit: Visit,
  importId: string,
  act: Act,
  onProgress: (progress: ImportFileProgress) => void,
): Promise<Decision<object>> => {
  const asked = await visit.inWorkspace((context) => askForRunAs(context, importId, act, false));
  if (!asked.ok) return asked;
  return runNow(visit, asked.value.id, (done, total) => onProgress({ step: act, done, total }));
};

export const refusedOf = refusedRows;

/** Asks for a run if the import's state lets it. */
export const askForRunAs = async (
  context: Parameters<typeof askForRun>[0],
  importId: string,
  act: Act,
  byJob: boolean,
): Promise<Decision<{ id: string }>> => {
  const shown = await showImport(context, importId);
  if (!shown.ok) return shown;
  const may = shown.value.may[act];
  return askForRun(context, importId, act, may === true ? [] : [may], byJob);
};

import { accept, type Decision, refuse } from '#kernel/decision.ts';
import { isFileRefusal } from './file-refusal.ts';
import { openCsv } from './read-csv.ts';
import { openXlsx } from './read-xlsx.ts';
import { type ReadLimits, readLimits, type TableFile } from './table-row.ts';
import { looksLikeArchive } from './xlsx-archive.ts';

/** Opens a CSV file or an XLSX workbook by what it holds, not by its name. */
export const openTable = (path: string, limits: ReadLimits = readLimits): Promise<Decision<TableFile>> =>
  refusingFiles(async () =>
    accept((await looksLikeArchive(path)) ? await openXlsx(path, limits) : await openCsv(path, limits)),
  );

/** Runs what reads a file: a refusal thrown from within a stream becomes a decision. */
export const refusingFiles = async <T>(work: () => Promise<Decision<T>>): Promise<Decision<T>> => {
  try {
    return await work();
  } catch (error) {
    if (isFileRefusal(error)) return refuse(error.refusal);
    throw error;
  }
};

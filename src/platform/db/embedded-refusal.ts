/** A start that cannot happen, told in one sentence to the person who started it; the program prints it and ends. */
export type StartRefusal = Error & { readonly name: 'StartRefusal' };

export const startRefusal = (sentence: string): StartRefusal =>
  Object.assign(new Error(sentence), { name: 'StartRefusal' as const });

export const isStartRefusal = (error: unknown): error is StartRefusal =>
  error instanceof Error && error.name === 'StartRefusal';

export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** Says in a sentence why a file or folder could not be used; what is not about files is passed on unchanged. */
export const explainFileError = (error: unknown, path: string): unknown => {
  const explain = explanations[errorCode(error) ?? ''];
  return explain === undefined ? error : startRefusal(explain(path));
};

const full = (path: string): string =>
  `The disk that holds ${path} is full. Free some space and start again; nothing saved was lost.`;

const notWritable = (path: string): string =>
  `The data folder ${path} cannot be written by this user. Give this user the right to write there, or set ENTENTE_DATA to another folder.`;

const notAFolder = (path: string): string =>
  `The data folder ${path} is a file, not a folder. Set ENTENTE_DATA to a folder.`;

const explanations: Readonly<Record<string, (path: string) => string>> = {
  ENOSPC: full,
  EDQUOT: full,
  EACCES: notWritable,
  EPERM: notWritable,
  EROFS: (path) =>
    `The data folder ${path} lies on a read-only disk. Set ENTENTE_DATA to a folder that can be written.`,
  ENOTDIR: notAFolder,
  EEXIST: notAFolder,
  ENOENT: (path) =>
    `The data folder ${path} cannot be made at that place. Set ENTENTE_DATA to a folder that can be written.`,
};

export const diskFull = (path: string): StartRefusal => startRefusal(full(path));

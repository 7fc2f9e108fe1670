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
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(path);
    case 'EACCES':
    case 'EPERM':
      return startRefusal(
        `The data folder ${path} cannot be written by this user. Give this user the right to write there, or set ENTENTE_DATA to another folder.`,
      );
    case 'EROFS':
      return startRefusal(
        `The data folder ${path} lies on a read-only disk. Set ENTENTE_DATA to a folder that can be written.`,
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return startRefusal(`The data folder ${path} is a file, not a folder. Set ENTENTE_DATA to a folder.`);
    case 'ENOENT':
      return startRefusal(
        `The data folder ${path} cannot be made at that place. Set ENTENTE_DATA to a folder that can be written.`,
      );
    default:
      return error;
  }
};

export const diskFull = (path: string): StartRefusal =>
  startRefusal(`The disk that holds ${path} is full. Free some space and start again; nothing saved was lost.`);

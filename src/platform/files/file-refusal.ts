import type { Refusal } from '#kernel/decision.ts';

/**
 * A file that will not be read, thrown from within a stream (where a value cannot be returned) and caught where the
 * reading was started.
 */
export type FileRefusal = Error & { readonly refusal: Refusal };

export const fileRefusal = (message: string): FileRefusal =>
  Object.assign(new Error(message), { refusal: { rule: 'FILE', message, field: 'file' } });

export const isFileRefusal = (error: unknown): error is FileRefusal => error instanceof Error && 'refusal' in error;

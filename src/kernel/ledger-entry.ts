import type { Json, Subject } from './event.ts';

/** What an entry's hash covers. The actor is given by ids and role; names and reasons lie in the detail, by digest only. */
export type LedgerEntry = {
  readonly number: number;
  /** An instant in ISO 8601 with milliseconds, UTC. */
  readonly recordedAt: string;
  readonly actor: { readonly seatId: string | null; readonly role: string; readonly personId: string | null };
  readonly type: string;
  readonly subjects: readonly Subject[];
  readonly detailDigest: string;
};

export const firstHash = '0'.repeat(64);

/** JSON with its keys in order and without absent values, so that the same content always gives the same text. */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value as Record<string, unknown>)
    .filter(([, part]) => part !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`;
};

/** The text whose SHA-256 is the entry's hash: it binds the entry to all before it. */
export const chainText = (entry: LedgerEntry, previousHash: string): string =>
  canonicalJson({ ...entry, previousHash });

/** The text whose SHA-256 is the detail's digest. With the salt erased nobody can guess the detail back. */
export const detailText = (salt: string, detail: Json | { readonly [key: string]: Json | undefined }): string =>
  canonicalJson({ salt, detail });

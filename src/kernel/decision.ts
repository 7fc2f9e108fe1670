/** One reason why something may not happen: the rule's id, a sentence to a person, and the field it concerns. */
export type Refusal = { readonly rule: string; readonly message: string; readonly field?: string };

export type RefusalKind = 'refused' | 'missing' | 'forbidden' | 'malformed' | 'signedOut';

/** A refusal is a value, never a throw: every reason is collected before anything is accepted. */
export type Decision<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly kind: RefusalKind; readonly refusals: readonly Refusal[] };

export const accept = <T>(value: T): Decision<T> => ({ ok: true, value });

export const refuse = (...refusals: Refusal[]): Decision<never> => ({ ok: false, kind: 'refused', refusals });

export const missing = (what: string): Decision<never> => ({
  ok: false,
  kind: 'missing',
  refusals: [{ rule: 'FOUND', message: `There is no such ${what}, or it is not within your reach.` }],
});

export const forbidden = (...refusals: Refusal[]): Decision<never> => ({ ok: false, kind: 'forbidden', refusals });

/** Accepts the value when there is nothing against it; otherwise all refusals come back together. */
export const acceptUnless = <T>(refusals: readonly Refusal[], value: () => T): Decision<T> =>
  refusals.length === 0 ? accept(value()) : { ok: false, kind: 'refused', refusals };

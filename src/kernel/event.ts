export type SubjectKind =
  | 'workspace'
  | 'seat'
  | 'organisation'
  | 'area'
  | 'person'
  | 'position'
  | 'alliance'
  | 'policy'
  | 'nomination'
  | 'appointment'
  | 'import';

export type Subject = { readonly kind: SubjectKind; readonly id: string };

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * Something that happened, in the past tense: 'sponsorship.nominated'. `subjects` are ids only; what is personal (names,
 * reasons) goes into `detail`, which can be erased without breaking the ledger's chain.
 */
export type DomainEvent = {
  readonly type: string;
  readonly subjects: readonly Subject[];
  readonly detail: { readonly [key: string]: Json | undefined };
};

/** What one import brings in, in the order in which each may refer to those before it. */
export const importKinds = ['organisations', 'areas', 'persons', 'alliances'] as const;
export type ImportKind = (typeof importKinds)[number];

export type FieldType =
  | 'text'
  | 'name'
  | 'mail'
  | 'day'
  | 'lastDay'
  | 'amount'
  | 'currency'
  | 'truth'
  | 'level'
  | 'year'
  | 'list'
  | 'organisationKind'
  | 'areaKind'
  | 'function'
  | 'phase'
  | 'tier';

/** One thing a column can mean. `header` is how our own exports call it. */
export type ImportField = {
  readonly key: string;
  readonly header: string;
  readonly type: FieldType;
  /** Without it (or a value for all rows) no row of the sheet can be brought in. */
  readonly isNeeded?: boolean;
  /** Understood on the way in, never written on the way out. */
  readonly isInOnly?: boolean;
  readonly hint?: string;
  /** Other headers that mean the same, in letters and digits only; see header-guess.ts. */
  readonly aliases: string;
};

export const ententeId: ImportField = {
  key: 'id',
  header: 'Entente id',
  type: 'text',
  aliases: 'ententeid',
  hint: 'written by our own exports',
};

import type { DateOnly } from '#kernel/date-only.ts';
import type { Change } from './change.ts';
import type { ImportKind } from './import-fields.ts';
import type { BookRecord } from './record-book.ts';
import type { AmountReading } from './read-amount.ts';
import type { ReadRow } from './row-reading.ts';
import { nameKey, personKey } from './name-key.ts';

export type Outcome = 'new' | 'changed' | 'unchanged' | 'refused';

export type Lookalike = {
  /** Names both sides; a choice is remembered under it. */
  readonly pair: string;
  readonly kind: ImportKind;
  readonly sheet: number;
  readonly row: number;
  readonly name: string;
  readonly otherName: string;
  readonly otherId: string | null;
  readonly otherRow: number | null;
  readonly why: string;
};

export type Choices = ReadonlyMap<string, 'same' | 'different'>;

export type RowRefusalFound = {
  readonly sheet: number;
  readonly row: number;
  readonly key: string;
  readonly rule: string;
  readonly message: string;
  readonly value: string;
};

/** What a check finds out, gathered while the planning goes over the rows. */
export type Plan = {
  readonly today: DateOnly;
  readonly now: string;
  readonly source: string;
  readonly workspace: { readonly name: string; readonly currency: string };
  readonly actorName: string;
  newId(): string;
  write(change: Change): void;
  refuse(row: ReadRow, key: string, rule: string, message: string): void;
  isRefused(row: ReadRow): boolean;
  outcome(row: ReadRow, outcome: Outcome): void;
  /** Something worth knowing that stops nothing; counted by its words. */
  notice(sheet: number, sentence: string): void;
  choice(lookalike: Lookalike): 'same' | 'different' | null;
  amountReading(row: ReadRow, key: string): AmountReading;
};

/** How many pairs of like names are asked about; beyond that they are taken as different, and that is said. */
const mostLookalikes = 300;

export type PlanResult = {
  readonly refusals: RowRefusalFound[];
  readonly lookalikes: Map<string, Lookalike>;
  readonly counts: Map<number, { [outcome in Outcome]: number }>;
  readonly notices: Map<string, { readonly sheet: number; readonly sentence: string; count: number }>;
  changes: Change[];
};

type PlanSettings = Pick<Plan, 'today' | 'now' | 'source' | 'workspace' | 'actorName' | 'newId' | 'amountReading'> & {
  readonly choices: Choices;
};

export const openPlan = ({ choices, ...settings }: PlanSettings): { plan: Plan; result: PlanResult } => {
  const result: PlanResult = {
    refusals: [],
    lookalikes: new Map(),
    counts: new Map(),
    notices: new Map(),
    changes: [],
  };
  const refused = new Set<string>();
  const plan: Plan = {
    ...settings,
    write: (change) => void result.changes.push(change),
    refuse({ sheet, row, values }, key, rule, message) {
      refused.add(`${sheet}/${row}`);
      const value = values[key];
      result.refusals.push({
        sheet,
        row,
        key,
        rule,
        message,
        value: value === undefined || typeof value === 'object' ? '' : String(value),
      });
    },
    isRefused: ({ sheet, row }) => refused.has(`${sheet}/${row}`),
    outcome({ sheet }, outcome) {
      const counts = result.counts.get(sheet) ?? { new: 0, changed: 0, unchanged: 0, refused: 0 };
      counts[outcome] += 1;
      result.counts.set(sheet, counts);
    },
    notice(sheet, sentence) {
      const key = `${sheet}/${sentence}`;
      const known = result.notices.get(key);
      if (known) known.count += 1;
      else result.notices.set(key, { sheet, sentence, count: 1 });
    },
    choice(lookalike) {
      const known = choices.get(lookalike.pair) ?? null;
      if (result.lookalikes.size >= mostLookalikes && !result.lookalikes.has(lookalike.pair)) {
        plan.notice(lookalike.sheet, 'More names look alike than can be asked about; these are taken as different.');
        return known ?? 'different';
      }
      result.lookalikes.set(lookalike.pair, lookalike);
      return known;
    },
  };
  return { plan, result };
};

const keyOf = (kind: ImportKind, name: string): string => (kind === 'persons' ? personKey(name) : nameKey(name));

/**
 * Among records whose names look like a new one, the one that somebody said is the same. All others are proposed; until
 * somebody chooses, they count as different.
 */
export const chosenSame = <T extends BookRecord>(
  plan: Plan,
  kind: ImportKind,
  where: ReadRow,
  name: string,
  candidates: Iterable<{ readonly record: T; readonly why: string }>,
): T | null => {
  for (const { record, why } of candidates) {
    const other = record.isNew ? `~${keyOf(kind, record.name)}` : record.id;
    const choice = plan.choice({
      pair: `${kind}|${keyOf(kind, name)}|${other}`,
      kind,
      sheet: where.sheet,
      row: where.row,
      name,
      otherName: record.name,
      otherId: record.isNew ? null : record.id,
      otherRow: record.row,
      why,
    });
    if (choice === 'same') return record;
  }
  return null;
};

/** A value as text; null where the row says nothing. */
export const textOf = (row: ReadRow, key: string): string | null => {
  const value = row.values[key];
  return value === undefined || value === null || typeof value === 'object' ? null : String(value);
};

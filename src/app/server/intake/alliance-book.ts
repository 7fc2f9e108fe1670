import type { ManagerTerm } from '#alliances/domain/alliance-manager-term.ts';
import { nameKey } from './name-key.ts';
import { type BookRecord, recordBook, type RecordBook } from './record-book.ts';

export type AllianceRecord = BookRecord & {
  purpose: string;
  phase: string;
  tier: string;
  startsOn: string;
  endsOn: string;
  currency: string;
  yearlyValue: number;
  /** What is on record, by its key; `values` by area, `decisions` by what is decided. */
  readonly partnerIds: Set<string>;
  readonly values: Map<string, { amount: number; currency: string }>;
  readonly decisions: Map<string, { amount: number | null; currency: string | null }>;
  readonly objectives: { readonly id: string; readonly place: number; readonly sentence: string }[];
  readonly managers: ManagerTerm[];
};

export type AllianceBook = RecordBook<AllianceRecord>;
export const allianceBook = (): AllianceBook => recordBook<AllianceRecord>(nameKey, false);

export const newAlliance = (id: string, name: string, row: number): AllianceRecord => ({
  id,
  name,
  externalId: null,
  isNew: true,
  row,
  isRefused: false,
  purpose: '',
  phase: 'strategy',
  tier: 'core',
  startsOn: '',
  endsOn: '',
  currency: '',
  yearlyValue: 0,
  partnerIds: new Set(),
  values: new Map(),
  decisions: new Map(),
  objectives: [],
  managers: [],
});

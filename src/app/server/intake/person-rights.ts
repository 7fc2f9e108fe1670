import { readList, readNamedAmount } from './list-cell.ts';
import type { PersonBook, RightRecord } from './person-book.ts';
import type { PersonEntry } from './person-entries.ts';
import { type Plan, textOf } from './plan.ts';
import type { ReadRow } from './row-reading.ts';

/** What a person may decide alone: the list in a cell replaces what is on record; rows without it change nothing. */
export const writeRights = (plan: Plan, persons: PersonBook, entry: PersonEntry): void => {
  const row = entry.rows.find((each) => !plan.isRefused(each) && textOf(each, 'rights') !== null);
  if (!row) return;
  const known = persons.rights.get(entry.person.id) ?? new Map<string, RightRecord>();
  const asked = new Map<string, { upTo: number | null; currency: string | null }>();
  for (const item of readList(textOf(row, 'rights') ?? '')) {
    const named = readNamedAmount(item, plan.amountReading(row, 'rights'));
    if (!named || (named.amount ?? 0) < 0) {
      plan.notice(
        row.sheet,
        `'${item}' is not a decision with an amount (such as Contracts: 5000000 EUR); it was left out.`,
      );
      continue;
    }
    asked.set(named.name, {
      upTo: named.amount,
      currency:
        named.amount === null ? null : (named.currency ?? textOf(row, 'budgetCurrency') ?? plan.workspace.currency),
    });
  }
  let isTouched = false;
  for (const [decision, right] of asked)
    isTouched = writeRight(plan, entry, row, decision, known.get(decision), right) || isTouched;
  for (const [decision, { id, upTo, currency, source, recordedAt }] of known) {
    if (asked.has(decision)) continue;
    isTouched = true;
    plan.write({
      ...placeOf(entry, row, decision, id),
      action: 'delete',
      before: { id, person_id: entry.person.id, decision, up_to: upTo, currency, source, recorded_at: recordedAt },
      after: null,
    });
  }
  if (isTouched && entry.outcome === 'unchanged') entry.outcome = 'changed';
};

const placeOf = (entry: PersonEntry, row: ReadRow, decision: string, id: string) =>
  ({
    target: 'decision_rights',
    rowKey: id,
    label: `${entry.person.name}: ${decision}`,
    sheet: row.sheet,
    row: row.row,
  }) as const;

const writeRight = (
  plan: Plan,
  entry: PersonEntry,
  row: ReadRow,
  decision: string,
  known: RightRecord | undefined,
  { upTo, currency }: { upTo: number | null; currency: string | null },
): boolean => {
  if (known && known.upTo === upTo && known.currency === currency) return false;
  const id = known?.id ?? plan.newId();
  const place = placeOf(entry, row, decision, id);
  if (known)
    plan.write({
      ...place,
      action: 'update',
      before: { up_to: known.upTo, currency: known.currency },
      after: { up_to: upTo, currency },
    });
  else
    plan.write({
      ...place,
      action: 'insert',
      before: null,
      after: {
        id,
        person_id: entry.person.id,
        decision,
        up_to: upTo,
        currency,
        source: plan.source,
        recorded_at: plan.now,
      },
    });
  return true;
};

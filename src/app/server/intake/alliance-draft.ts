import type { AllianceDescription, DecisionNeeded, Tier } from '#alliances/domain/alliance.ts';
import { addMonths } from '#kernel/date-only.ts';
import type { AllianceRecord } from './alliance-book.ts';
import { readList, readNamedAmount } from './list-cell.ts';
import { nameKey, sameBySpaces } from './name-key.ts';
import { type Plan, textOf } from './plan.ts';
import type { AllianceBooks } from './plan-alliances.ts';
import { findArea, mentionedArea } from './area-book.ts';
import { defaultOrganisation, mentionedOrganisation } from './plan-organisations.ts';
import type { ReadAmount } from './read-amount.ts';
import type { ReadRow } from './row-reading.ts';

export type AllianceDraft = { readonly description: AllianceDescription; readonly phase: string };

const usualYears = 5;

/** What the rows say, over what is on record; null when the rows cannot be understood, which is then refused by cell. */
export const draftAlliance = (
  plan: Plan,
  books: AllianceBooks,
  alliance: AllianceRecord,
  rows: readonly ReadRow[],
): AllianceDraft | null => {
  const [first] = rows;
  if (!first) return null;
  const { isNew } = alliance;
  const startsOn = textOf(first, 'startsOn') ?? (isNew ? assumedStart(plan, first) : alliance.startsOn);
  const endsOn = textOf(first, 'endsOn') ?? (isNew ? assumedEnd(plan, first, startsOn) : alliance.endsOn);
  const currency =
    textOf(first, 'currency') ?? amountsCurrency(rows) ?? (isNew ? plan.workspace.currency : alliance.currency);
  const values = valuesOf(plan, books, alliance, rows, currency);
  const decisions = decisionsOf(plan, alliance, first, currency);
  if (textOf(first, 'phase') === null && isNew)
    plan.notice(first.sheet, 'Without a phase, an alliance begins in strategy.');
  if (textOf(first, 'tier') === null && isNew)
    plan.notice(first.sheet, 'Without a tier, an alliance is taken as core.');
  return {
    phase: textOf(first, 'phase') ?? alliance.phase,
    description: {
      name: sameBySpaces(alliance.name, textOf(first, 'name')) ?? textOf(first, 'name') ?? '',
      externalId: textOf(first, 'externalId') ?? alliance.externalId,
      purpose: textOf(first, 'purpose') ?? alliance.purpose,
      tier: (textOf(first, 'tier') ?? alliance.tier) as Tier,
      startsOn,
      endsOn,
      currency,
      partnerIds: partnersOf(plan, books, alliance, first),
      values,
      decisions,
      objectives: objectivesOf(alliance, first),
    },
  };
};

const assumedStart = (plan: Plan, row: ReadRow): string => {
  plan.notice(row.sheet, `Without a start, an alliance starts today (${plan.today}).`);
  return plan.today;
};

const assumedEnd = (plan: Plan, row: ReadRow, startsOn: string): string => {
  plan.notice(row.sheet, `Without an end, an alliance is taken to end ${usualYears} years after its start.`);
  return addMonths(startsOn, usualYears * 12);
};

const amountsCurrency = (rows: readonly ReadRow[]): string | null => {
  for (const { values } of rows) {
    const value = values.value as ReadAmount | undefined;
    if (value?.currency) return value.currency;
    const named = typeof values.values === 'string' ? /\b([A-Z]{3})\b\s*(;|\||$)/.exec(values.values)?.[1] : undefined;
    if (named) return named;
  }
  return null;
};

/** Partners by name or id; where a name with commas is not known but its parts are, the parts are meant. */
const partnersOf = (plan: Plan, books: AllianceBooks, alliance: AllianceRecord, row: ReadRow): string[] => {
  const text = textOf(row, 'partners');
  if (text === null) return [...alliance.partnerIds];
  const isKnown = (name: string): boolean => books.organisations.named(nameKey(name)).length > 0;
  const names = readList(text).flatMap((name) => {
    const parts = name.split(',').map((part) => part.trim());
    return parts.length > 1 && !isKnown(name) && parts.every(isKnown) ? parts : [name];
  });
  return names.map((name) => mentionedOrganisation(plan, books.organisations, row, name, null).id);
};

/** Yearly value by area: as a list in one cell, or one area a row, which add up to the same. */
const valuesOf = (
  plan: Plan,
  books: AllianceBooks,
  alliance: AllianceRecord,
  rows: readonly ReadRow[],
  currency: string,
) => {
  const lines: { row: ReadRow; key: string; area: string; amount: number; currency: string | null }[] = [];
  let isStated = false;
  for (const row of rows) {
    const list = textOf(row, 'values');
    for (const item of list === null ? [] : readList(list)) {
      const named = readNamedAmount(item, plan.amountReading(row, 'values'));
      if (named?.amount == null)
        plan.refuse(
          row,
          'values',
          'INT-15',
          `'${item}' is not an area with its yearly value, such as Mobility: 5000000.`,
        );
      else lines.push({ row, key: 'values', area: named.name, amount: named.amount, currency: named.currency });
    }
    const area = textOf(row, 'area');
    const value = row.values.value as ReadAmount | undefined;
    if (area !== null && value) lines.push({ row, key: 'value', area, ...value });
    else if (value)
      plan.notice(
        row.sheet,
        'A yearly value without an area was left out: say which area it lands in, or give one area for all rows.',
      );
    isStated ||= list !== null || (area !== null && value !== undefined);
  }
  if (!isStated) return [...alliance.values].map(([areaId, { amount }]) => ({ areaId, amount }));
  return lines.flatMap(({ row, key, area: name, amount, currency: own }) => {
    if (own !== null && own !== currency) {
      plan.refuse(
        row,
        key,
        'ALL-3',
        `This amount is in ${own}, the alliance's others are in ${currency}. Use one currency for an alliance.`,
      );
      return [];
    }
    const areaId = areaIn(plan, books, row, name, key);
    return areaId === null ? [] : [{ areaId, amount }];
  });
};

/** An area of our own organisations first, else the only one of that name anywhere. */
const areaIn = (plan: Plan, books: AllianceBooks, row: ReadRow, name: string, key: string): string | null => {
  const own = [...books.organisations.all()].filter(({ kind }) => kind === 'own');
  for (const { id } of own) {
    const found = findArea(books.areas, name, id);
    if (found === 'ambiguous') {
      plan.refuse(row, key, 'INT-6', `There are several areas called ${name}. Give the id of the one that is meant.`);
      return null;
    }
    if (found) return found.id;
  }
  const anywhere = books.areas.named(nameKey(name));
  if (anywhere.length === 1) return anywhere[0]?.id ?? null;
  const organisation = own[0] ?? defaultOrganisation(plan, books.organisations, row);
  if (!organisation) return null;
  return mentionedArea(plan, books.areas, row, name, organisation.id).id;
};

const decisionsOf = (plan: Plan, alliance: AllianceRecord, row: ReadRow, currency: string): DecisionNeeded[] => {
  const text = textOf(row, 'decisions');
  if (text === null) return [...alliance.decisions].map(([decision, { amount }]) => ({ decision, amount }));
  return readList(text).flatMap((item) => {
    const named = readNamedAmount(item, plan.amountReading(row, 'decisions'));
    if (named && (named.currency === null || named.currency === currency))
      return [{ decision: named.name, amount: named.amount }];
    plan.refuse(
      row,
      'decisions',
      'INT-15',
      named
        ? `'${item}' is not in ${currency}, the alliance's currency.`
        : `'${item}' is not a decision with its amount, such as Investment: 3000000.`,
    );
    return [];
  });
};

const objectivesOf = (alliance: AllianceRecord, row: ReadRow) => {
  const text = textOf(row, 'objectives');
  if (text === null) return alliance.objectives.map(({ id, sentence }) => ({ id, sentence }));
  const known = [...alliance.objectives];
  return readList(text).map((sentence) => {
    const at = known.findIndex((objective) => objective.sentence === sentence);
    return { id: at < 0 ? null : (known.splice(at, 1)[0]?.id ?? null), sentence };
  });
};

import { acceptUnless, type Decision, type Refusal } from '#kernel/decision.ts';
import type { Money } from '#kernel/money.ts';
import { externalIdRefusals, nameRefusals } from './organisation.ts';
import { moneyRefusals } from './position.ts';

export type AreaDraft = {
  readonly name: string;
  readonly kind: 'productLine' | 'region' | 'function';
  readonly externalId: string | null;
};

export type AreaNode = {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string;
  readonly parentId: string | null;
};

export const decideArea = (
  draft: AreaDraft,
  facts: { readonly externalIdUsedBy: string | null },
): Decision<AreaDraft> => {
  const externalId = draft.externalId?.trim() || null;
  return acceptUnless(
    [...nameRefusals(draft.name, 'Give the area a name.'), ...externalIdRefusals(externalId, facts.externalIdUsedBy)],
    () => ({ ...draft, name: draft.name.trim(), externalId }),
  );
};

/**
 * PEO-6: areas form a tree within one organisation. `pathAbove` leads from the new parent up to the root; null means that
 * there is no such parent, an empty path that the area goes to the top.
 */
export const decideAreaPlace = (
  area: { readonly id: string | null; readonly name: string; readonly organisationId: string },
  pathAbove: readonly AreaNode[] | null,
): Decision<{ readonly parentId: string | null }> => {
  const field = 'parentId';
  const parent = pathAbove?.[0];
  const refusals: Refusal[] = [];
  if (pathAbove === null) {
    refusals.push({ rule: 'FOUND', field, message: 'The area above is not on record here; choose another.' });
  }
  if (parent && parent.organisationId !== area.organisationId) {
    refusals.push({
      rule: 'PEO-6',
      field,
      message: `${parent.name} belongs to another organisation; choose an area of the same one.`,
    });
  }
  const own = pathAbove?.findIndex((node) => node.id === area.id) ?? -1;
  if (own === 0) {
    refusals.push({ rule: 'PEO-6', field, message: `${area.name} cannot be under itself; choose another area.` });
  } else if (own > 0 && parent) {
    refusals.push({
      rule: 'PEO-6',
      field,
      message: `${parent.name} is itself below ${area.name}; move that one out first, or choose another area.`,
    });
  }
  return acceptUnless(refusals, () => ({ parentId: parent?.id ?? null }));
};

export type AreaResult = Money & { readonly year: number };

/** PEO-7 and PEO-12: a result is an amount, a loss too, in a currency, for a calendar year. */
export const decideAreaResult = (result: AreaResult): Decision<AreaResult> =>
  acceptUnless(
    [
      ...(Number.isInteger(result.year) && result.year >= 1900 && result.year <= 2200
        ? []
        : [{ rule: 'PEO-12', field: 'year', message: 'Give a calendar year between 1900 and 2200.' }]),
      ...(Number.isFinite(result.amount)
        ? moneyRefusals({ ...result, amount: Math.abs(result.amount) }, 'currency')
        : []),
    ],
    () => result,
  );

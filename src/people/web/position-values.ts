import type { PositionBody, PositionView } from '#people/position-contract.ts';
import type { ExecutiveFunction } from '#people/domain/tenure-typical.ts';
import type { Pick } from '#ui/PickField.tsx';

/** A post as a form holds it; the names are those of the request, so that refusals find their field. */
export type PositionValues = {
  title: string;
  function: ExecutiveFunction;
  level: string;
  organisationId: Pick | null;
  areaId: Pick | null;
  reportsTo: Pick | null;
  budget: string;
  currency: string;
  from: string;
  to: string;
  externalId: string | null;
};

export const newPosition = (organisation: Pick | null, from: string): PositionValues => ({
  title: '',
  function: 'other',
  level: '3',
  organisationId: organisation,
  areaId: null,
  reportsTo: null,
  budget: '',
  currency: 'EUR',
  from,
  to: '',
  externalId: null,
});

export const valuesOf = (position: PositionView): PositionValues => ({
  title: position.title,
  function: position.function,
  level: String(position.level),
  organisationId: position.organisation,
  areaId: position.area,
  reportsTo: position.reportsTo,
  budget: position.budget ? String(position.budget.amount) : '',
  currency: position.budget?.currency ?? 'EUR',
  from: position.from,
  to: position.to ?? '',
  externalId: position.externalId,
});

/** A number as people type it: spaces and thousands separators are left out, a comma before the last digits is a point. */
export const typedNumber = (text: string): number => {
  const bare = text.replace(/[\s\u00a0\u202f']/g, '');
  const lastSeparator = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  const decimals = bare.length - lastSeparator - 1;
  const hasOneKind = !(bare.includes('.') && bare.includes(','));
  const isThousands = lastSeparator >= 0 && hasOneKind && decimals === 3;
  if (lastSeparator < 0 || isThousands) return Number(bare.replace(/[.,]/g, ''));
  return Number(`${bare.slice(0, lastSeparator).replace(/[.,]/g, '')}.${bare.slice(lastSeparator + 1)}`);
};

export const positionBody = ({ budget, currency, level, to, ...values }: PositionValues): PositionBody => ({
  ...values,
  level: Number(level),
  organisationId: values.organisationId?.id ?? '',
  areaId: values.areaId?.id ?? null,
  reportsTo: values.reportsTo?.id ?? null,
  budget: budget.trim() === '' ? null : { amount: typedNumber(budget), currency: currency.toUpperCase() },
  to: to || null,
});

import type { Money } from '#kernel/money.ts';

const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** 'EUR 12,000,000', as evidence quotes amounts. */
export const inWords = (money: Money): string => `${money.currency} ${grouped.format(money.amount)}`;

/** One decimal, without a needless '.0'. */
export const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10);

export const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** An amount in the policy's currency; null when no rate for its currency is on record. */
export const converted = (
  money: Money,
  reference: Money,
  exchangeRates: { readonly [currency: string]: number },
): number | null => {
  if (money.currency === reference.currency) return money.amount;
  const rate = exchangeRates[money.currency];
  return rate === undefined ? null : money.amount * rate;
};

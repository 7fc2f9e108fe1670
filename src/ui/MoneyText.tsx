import type { Money } from '#kernel/money.ts';

export type MoneyTextProps = {
  readonly money: Money | null | undefined;
  /** '1.2 m' rather than every digit; the whole amount is then in the title. */
  readonly compact?: boolean;
};

/** An amount as the reader's own locale writes it, always with its currency. */
export const moneyInWords = ({ amount, currency }: Money, compact = false): string =>
  new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    ...(compact
      ? { notation: 'compact' as const, maximumSignificantDigits: 3 }
      : { minimumFractionDigits: 0, maximumFractionDigits: Number.isInteger(amount) ? 0 : 2 }),
  }).format(amount);

export const MoneyText = ({ money, compact }: MoneyTextProps) =>
  money ? <span title={compact ? moneyInWords(money) : undefined}>{moneyInWords(money, compact)}</span> : null;

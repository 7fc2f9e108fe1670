/** An amount in whole or fractional units of its currency (ISO 4217, such as 'EUR'). */
export type Money = { readonly amount: number; readonly currency: string };

export const isCurrency = (text: string): boolean => /^[A-Z]{3}$/.test(text);

/** Adds amounts of one currency. Throws when currencies are mixed: converting needs a rate and a date. */
export const addMoney = (one: Money, other: Money): Money => {
  if (one.currency !== other.currency) throw new Error(`Cannot add ${other.currency} to ${one.currency}`);
  return { amount: one.amount + other.amount, currency: one.currency };
};

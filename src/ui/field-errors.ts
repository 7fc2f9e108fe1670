import type { Refusal } from '#kernel/decision.ts';
import { refusalsIn } from './ask.ts';

/** 'values[2].amount' of a refusal is 'values.2.amount' of a form. */
export const formPath = (field: string): string => field.replace(/\[(\d+)\]/g, '.$1');

const has = (values: unknown, path: string): boolean =>
  path.split('.').reduce<{ found: boolean; at: unknown }>(
    ({ found, at }, key) => {
      const isThere = found && typeof at === 'object' && at !== null && key in at;
      return { found: isThere, at: isThere ? (at as Record<string, unknown>)[key] : undefined };
    },
    { found: true, at: values },
  ).found;

/** Beside the field its name need not be said again. */
const besideField = ({ field = '', message }: Refusal): string => {
  const text = message.startsWith(`${field}: `) ? message.slice(field.length + 2) : message;
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** Splits reasons into those that belong beside a field of the form and those that belong above it. */
export const fieldErrors = (
  values: unknown,
  error: unknown,
): { fields: Record<string, string>; rest: readonly Refusal[] } => {
  const refusals = refusalsIn(error);
  const isBeside = ({ field }: Refusal): boolean => field !== undefined && has(values, formPath(field));
  return {
    fields: Object.fromEntries(
      refusals.filter(isBeside).map((refusal) => [formPath(refusal.field ?? ''), besideField(refusal)]),
    ),
    rest: refusals.filter((refusal) => !isBeside(refusal)),
  };
};

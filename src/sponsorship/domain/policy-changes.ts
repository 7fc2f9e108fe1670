import type { SponsorshipPolicy } from './sponsorship-policy.ts';

/** Each setting that differs between two policies, in words: 'limits.stop: 5 becomes 4' (SPO-35). */
export const settingsChanged = (before: SponsorshipPolicy, after: SponsorshipPolicy): readonly string[] => {
  const [old, fresh] = [flat(before), flat(after)];
  const names = [...new Set([...old.keys(), ...fresh.keys()])];
  return names.flatMap((name) => {
    const [was, is] = [old.get(name), fresh.get(name)];
    return was === is ? [] : [`${name}: ${was ?? 'nothing'} becomes ${is ?? 'nothing'}`];
  });
};

const flat = (value: unknown, name = ''): Map<string, string> => {
  if (value === null || typeof value !== 'object') return new Map([[name, String(value)]]);
  const steps = Array.isArray(value)
    ? value.map((part, index): [string, unknown] => [`${name}[${index + 1}]`, part])
    : Object.entries(value).map(([key, part]): [string, unknown] => [name === '' ? key : `${name}.${key}`, part]);
  return new Map(steps.flatMap(([key, part]) => [...flat(part, key)]));
};

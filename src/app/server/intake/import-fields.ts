import { allianceFields } from './alliance-fields.ts';
import { areaFields } from './area-fields.ts';
import { type ImportField, type ImportKind } from './import-field.ts';
import { organisationFields } from './organisation-fields.ts';
import { personFields } from './person-fields.ts';

export { type FieldType, type ImportField, type ImportKind, importKinds } from './import-field.ts';

export const importFields: { readonly [kind in ImportKind]: readonly ImportField[] } = {
  organisations: organisationFields,
  areas: areaFields,
  persons: personFields,
  alliances: allianceFields,
};

const resultKey = /^result:(\d{4})$/;

/** The field behind a key; an area's result of a year ('result:2024') is a field of its own. */
export const fieldOf = (kind: ImportKind, key: string): ImportField | undefined => {
  const year = kind === 'areas' ? resultKey.exec(key)?.[1] : undefined;
  if (year) return { key, header: `Result ${year}`, type: 'amount', aliases: '' };
  return importFields[kind].find((field) => field.key === key);
};

/** The headers of our own exports, in order; `years` are those of which areas have results. */
export const exportHeaders = (kind: ImportKind, years: readonly number[] = []): string[] => {
  const headers = importFields[kind].filter(({ isInOnly }) => !isInOnly).map(({ header }) => header);
  const last = headers.length - 1;
  return [...headers.slice(0, last), ...years.map((year) => `Result ${year}`), ...headers.slice(last)];
};

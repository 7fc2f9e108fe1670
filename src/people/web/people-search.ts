const text = (search: Record<string, unknown>, name: string): string | undefined => {
  const value = search[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const oneOf = <const T extends string>(value: string | undefined, allowed: readonly T[]): T | undefined =>
  allowed.find((one) => one === value);

export type PeopleSearch = {
  q?: string;
  organisation?: string;
  area?: string;
  level?: number;
  sort?: 'name' | '-name' | 'level' | '-level';
};

/** What the links of the list of people carry; whatever else a link says is left out. */
export const peopleSearch = (search: Record<string, unknown>): PeopleSearch => {
  const level = Number(search['level']);
  return {
    q: text(search, 'q'),
    organisation: text(search, 'organisation'),
    area: text(search, 'area'),
    level: Number.isInteger(level) && level >= 1 && level <= 6 ? level : undefined,
    sort: oneOf(text(search, 'sort'), ['name', '-name', 'level', '-level']),
  };
};

export type ChartSearch = { person?: string; organisation?: string };

export const chartSearch = (search: Record<string, unknown>): ChartSearch => ({
  person: text(search, 'person'),
  organisation: text(search, 'organisation'),
});

export type OrganisationsSearch = {
  q?: string;
  kind?: 'own' | 'partner' | 'candidate';
  founderLed?: 'true' | 'false';
  sort?: 'name' | '-name';
};

export const organisationsSearch = (search: Record<string, unknown>): OrganisationsSearch => ({
  q: text(search, 'q'),
  kind: oneOf(text(search, 'kind'), ['own', 'partner', 'candidate']),
  founderLed: oneOf(text(search, 'founderLed'), ['true', 'false']),
  sort: oneOf(text(search, 'sort'), ['name', '-name']),
});

export type AreasSearch = { organisation?: string };

export const areasSearch = (search: Record<string, unknown>): AreasSearch => ({
  organisation: text(search, 'organisation'),
});

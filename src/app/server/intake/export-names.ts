import type { Queries } from '#platform/db/database.ts';
import { nameKey, personKey } from './name-key.ts';

/** How an export refers to records so that the reference is understood again: by name where only one bears it, else by id. */
export type ExportNames = {
  organisation(id: string): string;
  area(id: string): string;
  /** Null for somebody erased. */
  person(id: string): string | null;
};

type Named = { readonly id: string; readonly name: string; readonly external_id: string | null };

const references = (rows: readonly Named[], keyOf: (name: string) => string): Map<string, string> => {
  const tally = new Map<string, number>();
  for (const { name, external_id } of rows) {
    for (const key of new Set([keyOf(name), ...(external_id === null ? [] : [external_id])]))
      tally.set(key, (tally.get(key) ?? 0) + 1);
  }
  // A name with a bracket, a comma or only spaces apart might be taken for something else.
  const isPlain = (name: string): boolean => !/[([,@]|^\s|\s$|\s\s/.test(name);
  return new Map(
    rows.map(({ id, name, external_id }) => [
      id,
      isPlain(name) && tally.get(keyOf(name)) === 1
        ? name
        : external_id !== null && tally.get(external_id) === 1
          ? external_id
          : id,
    ]),
  );
};

export const loadExportNames = async (db: Queries): Promise<ExportNames> => {
  const columns = ['id', 'name', 'external_id'] as const;
  const organisations = await db.selectFrom('organisations').select(columns).execute();
  const areas = await db.selectFrom('business_areas').select(columns).execute();
  const persons = await db
    .selectFrom('persons as p')
    .select(['p.id', 'p.name', 'p.external_id'])
    .where((is) =>
      is.not(
        is.exists(is.selectFrom('person_erasures as e').whereRef('e.person_id', '=', 'p.id').select('e.person_id')),
      ),
    )
    .execute();
  const byId = {
    organisations: references(organisations, nameKey),
    areas: references(areas, nameKey),
    persons: references(persons, personKey),
  };
  return {
    organisation: (id) => byId.organisations.get(id) ?? id,
    area: (id) => byId.areas.get(id) ?? id,
    person: (id) => byId.persons.get(id) ?? null,
  };
};

import { sql } from 'kysely';
import { addDays } from '#kernel/date-only.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Cell } from '#platform/files/table-row.ts';
import { plainAmount } from '#platform/files/write-table.ts';
import type { ExportNames } from './export-names.ts';
import { grouped } from './grouped.ts';
import { formatList, formatNamedAmount } from './list-cell.ts';

/** One page of rows and where the next begins; null ends the list. */
export type ExportPage = { readonly rows: readonly (readonly Cell[])[]; readonly next: string | null };
export type ReadPage = (db: Queries, names: ExportNames, after: string | null) => Promise<ExportPage>;

const pageRows = 1_000;

const lastDay = (to: string | null): string | null => (to === null ? null : addDays(to, -1));

const paged = <R extends { id: string }>(records: readonly R[], rows: readonly (readonly Cell[])[]): ExportPage => ({
  rows,
  next: records.length === pageRows ? (records.at(-1)?.id ?? null) : null,
});

export const organisationPage: ReadPage = async (db, _names, after) => {
  const records = await db
    .selectFrom('organisations')
    .selectAll()
    .$if(after !== null, (query) => query.where('id', '>', after as string))
    .orderBy('id')
    .limit(pageRows)
    .execute();
  return paged(
    records,
    records.map((row): Cell[] => [
      row.external_id,
      row.name,
      row.kind,
      row.is_founder_led,
      row.founder_led_since,
      row.country,
      row.id,
    ]),
  );
};

/** Years of which any area has a result, in order. */
export const resultYears = async (db: Queries): Promise<number[]> =>
  (await db.selectFrom('area_results').select('year').distinct().orderBy('year').execute()).map(({ year }) => year);

export const areaPage =
  (years: readonly number[]): ReadPage =>
  async (db, names, after) => {
    const records = await db
      .selectFrom('business_areas')
      .selectAll()
      .$if(after !== null, (query) => query.where('id', '>', after as string))
      .orderBy('id')
      .limit(pageRows)
      .execute();
    const ids = records.map(({ id }) => id);
    const results =
      ids.length === 0
        ? []
        : await db.selectFrom('area_results').selectAll().where('area_id', 'in', ids).orderBy('year', 'desc').execute();
    const byArea = grouped(results, ({ area_id }) => area_id);
    return paged(
      records,
      records.map((row): Cell[] => {
        const own = byArea.get(row.id) ?? [];
        const currency = own[0]?.currency ?? null;
        const amounts = years.map((year): Cell => {
          const result = own.find((each) => each.year === year);
          if (!result) return null;
          return result.currency === currency ? result.amount : `${plainAmount(result.amount)} ${result.currency}`;
        });
        const parent = row.parent_id === null ? null : names.area(row.parent_id);
        return [
          row.external_id,
          names.organisation(row.organisation_id),
          row.name,
          parent,
          row.kind,
          currency,
          ...amounts,
          row.id,
        ];
      }),
    );
  };

/** One row a post, the newest first; one row for somebody without a post. Those erased are not exported. */
export const personPage: ReadPage = async (db, names, after) => {
  const records = await db
    .selectFrom('persons as p')
    .selectAll('p')
    .where((is) =>
      is.not(
        is.exists(is.selectFrom('person_erasures as e').whereRef('e.person_id', '=', 'p.id').select('e.person_id')),
      ),
    )
    .$if(after !== null, (query) => query.where('p.id', '>', after as string))
    .orderBy('p.id')
    .limit(pageRows)
    .execute();
  const ids = records.map(({ id }) => id);
  if (ids.length === 0) return { rows: [], next: null };
  const posts = await db
    .selectFrom('positions')
    .selectAll()
    .where('person_id', 'in', ids)
    .orderBy(sql`to_day is not null`)
    .orderBy('from_day', 'desc')
    .orderBy('id')
    .execute();
  const rights = await db
    .selectFrom('decision_rights')
    .selectAll()
    .where('person_id', 'in', ids)
    .orderBy('decision')
    .execute();
  const postsOf = grouped(posts, ({ person_id }) => person_id);
  const rightsOf = grouped(rights, ({ person_id }) => person_id);
  const rows = records.flatMap((person): Cell[][] => {
    const head: Cell[] = [person.external_id, person.name, person.mail, names.organisation(person.organisation_id)];
    const own = rightsOf.get(person.id) ?? [];
    const listed = formatList(
      own.map(({ decision, up_to, currency }) => formatNamedAmount({ name: decision, amount: up_to, currency })),
    );
    const held = postsOf.get(person.id) ?? [];
    if (held.length === 0) return [[...head, ...Array<Cell>(11).fill(null), listed, person.id, null]];
    return held.map((post, index): Cell[] => [
      ...head,
      post.organisation_id === person.organisation_id ? null : names.organisation(post.organisation_id),
      post.external_id,
      post.title,
      post.function,
      post.level,
      post.area_id === null ? null : names.area(post.area_id),
      post.reports_to === null ? null : names.person(post.reports_to),
      post.budget,
      post.budget_currency,
      post.from_day,
      lastDay(post.to_day),
      index === 0 ? listed : null,
      person.id,
      post.id,
    ]);
  });
  return paged(records, rows);
};

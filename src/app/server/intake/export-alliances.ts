import type { Side } from '#kernel/actor.ts';
import { addDays } from '#kernel/date-only.ts';
import type { Cell } from '#platform/files/table-row.ts';
import { presentTerm } from './alliance-managers.ts';
import type { ReadPage } from './export-people.ts';
import { grouped } from './grouped.ts';
import { formatList, formatNamedAmount } from './list-cell.ts';

const pageRows = 500;

export const alliancePage =
  (today: string): ReadPage =>
  async (db, names, after) => {
    const records = await db
      .selectFrom('alliances')
      .selectAll()
      .$if(after !== null, (query) => query.where('id', '>', after as string))
      .orderBy('id')
      .limit(pageRows)
      .execute();
    const ids = records.map(({ id }) => id);
    if (ids.length === 0) return { rows: [], next: null };
    const partners = grouped(
      await db.selectFrom('alliance_partners').selectAll().where('alliance_id', 'in', ids).execute(),
      ({ alliance_id }) => alliance_id,
    );
    const values = grouped(
      await db.selectFrom('alliance_area_values').selectAll().where('alliance_id', 'in', ids).execute(),
      ({ alliance_id }) => alliance_id,
    );
    const decisions = grouped(
      await db
        .selectFrom('alliance_decisions')
        .selectAll()
        .where('alliance_id', 'in', ids)
        .orderBy('decision')
        .execute(),
      ({ alliance_id }) => alliance_id,
    );
    const objectives = grouped(
      await db.selectFrom('alliance_objectives').selectAll().where('alliance_id', 'in', ids).orderBy('place').execute(),
      ({ alliance_id }) => alliance_id,
    );
    const terms = grouped(
      await db.selectFrom('alliance_manager_terms').selectAll().where('alliance_id', 'in', ids).execute(),
      ({ alliance_id }) => alliance_id,
    );
    const manager = (id: string, side: Side): [Cell, Cell] => {
      const own = (terms.get(id) ?? []).map((term) => ({
        id: term.id,
        side: term.side as Side,
        personId: term.person_id,
        personName: '',
        period: { from: term.from_day, to: term.to_day },
      }));
      const present = presentTerm(own, side, today);
      const person = present && names.person(present.personId);
      return present && person ? [person, present.period.from] : [null, null];
    };
    const rows = records.map((row): Cell[] => [
      row.external_id,
      row.name,
      formatList((partners.get(row.id) ?? []).map(({ organisation_id }) => names.organisation(organisation_id))),
      row.purpose === '' ? null : row.purpose,
      row.phase,
      row.tier,
      row.starts_on,
      addDays(row.ends_on, -1),
      row.currency,
      formatList(
        (values.get(row.id) ?? []).map(({ area_id, yearly_amount }) =>
          formatNamedAmount({ name: names.area(area_id), amount: yearly_amount, currency: null }),
        ),
      ),
      formatList(
        (decisions.get(row.id) ?? []).map(({ decision, amount }) =>
          formatNamedAmount({ name: decision, amount, currency: null }),
        ),
      ),
      ...manager(row.id, 'ours'),
      ...manager(row.id, 'theirs'),
      formatList(
        (objectives.get(row.id) ?? []).map(({ sentence }) => sentence),
        ' | ',
      ),
      row.id,
    ]);
    return { rows, next: records.length === pageRows ? (records.at(-1)?.id ?? null) : null };
  };

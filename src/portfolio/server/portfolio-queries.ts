import { type RawBuilder, sql } from 'kysely';
import type { Tier } from '#alliances/domain/alliance.ts';
import type { Phase } from '#alliances/domain/alliance-phase.ts';
import type { DateOnly } from '#kernel/date-only.ts';
import type { Queries } from '#platform/db/database.ts';
import type { PortfolioCount } from '#portfolio/domain/attention.ts';
import type { AllianceFilter, AllianceItem } from '#portfolio/portfolio-contract.ts';
import type { SponsorshipState } from '#sponsorship/domain/sponsorship-state.ts';
import { type KeyedRow, type ListKey, orderOf } from './list-order.ts';

export type AllianceRow = KeyedRow & {
  readonly phase: Phase;
  readonly tier: Tier;
  readonly starts_on: DateOnly;
  readonly yearly_value: number;
  readonly currency: string;
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly state: SponsorshipState;
  readonly since: DateOnly | null;
  readonly sponsor_id: string | null;
  readonly sponsor_name: string | null;
  readonly counterpart_id: string | null;
  readonly counterpart_name: string | null;
  readonly manager: { readonly id: string; readonly name: string } | null;
};

export type ListPage = {
  readonly filter: AllianceFilter;
  /** Rows after this key; null from the beginning. */
  readonly after: ListKey | null;
  readonly limit: number;
  /** The day on which managers are read. */
  readonly today: DateOnly;
};

/** Alliances in the order asked for, at most `limit` of them. */
export const findAlliancePage = async (db: Queries, page: ListPage): Promise<readonly AllianceRow[]> =>
  (await alliancePageSql(page).execute(db)).rows;

/** One statement for one page, answered by an index in the order asked for; only the rows it keeps are joined with names. */
export const alliancePageSql = ({ filter, after, limit, today }: ListPage): RawBuilder<AllianceRow> => {
  const { columns, orderBy, comesAfter, bound } = orderOf(filter.sort);
  const conditions = conditionsOf(filter, today);
  if (after) conditions.push(sql`(${columns}) ${comesAfter} (${bound(after)})`);
  return sql<AllianceRow>`
    select a.id, a.name, a.phase, a.phase_place, a.tier, a.starts_on, a.ends_on, a.yearly_value, a.value_place, a.currency,
           a.standing as state, s.since, s.sponsor_person_id as sponsor_id, s.counterpart_person_id as counterpart_id,
           (select p.name from persons p where p.workspace_id = s.workspace_id and p.id = s.sponsor_person_id) as sponsor_name,
           (select p.name from persons p where p.workspace_id = s.workspace_id and p.id = s.counterpart_person_id)
             as counterpart_name,
           (select jsonb_build_object('id', p.id, 'name', p.name)
              from alliance_manager_terms t join persons p on p.workspace_id = t.workspace_id and p.id = t.person_id
             where t.workspace_id = a.workspace_id and t.alliance_id = a.id and t.side = 'ours'
               and t.from_day <= ${today}::date and (t.to_day is null or t.to_day > ${today}::date)) as manager,
           array(select jsonb_build_object('id', o.id, 'name', o.name)
                   from alliance_partners p join organisations o on o.workspace_id = p.workspace_id and o.id = p.organisation_id
                  where p.workspace_id = a.workspace_id and p.alliance_id = a.id order by o.name) as partners
      from alliances a
      left join alliance_standings s on s.workspace_id = a.workspace_id and s.alliance_id = a.id
     ${whereAll(conditions)}
     order by ${orderBy}
     limit ${limit}`;
};

/** Every alliance that a filter lets through, in its order. */
export const findAllianceIds = async (db: Queries, filter: AllianceFilter, today: DateOnly): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select a.id from alliances a
     ${whereAll(conditionsOf(filter, today))}
     order by ${orderOf(filter.sort).orderBy}`.execute(db);
  return rows.map(({ id }) => id);
};

const whereAll = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length ? sql`where ${sql.join(conditions, sql` and `)}` : sql``;

const oneOf = (column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<unknown> =>
  values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any(${[...values]}::text[])`;

const conditionsOf = (filter: AllianceFilter, today: DateOnly): RawBuilder<unknown>[] => {
  const { phase, tier, state, partner, manager, sponsor, q } = filter;
  const conditions: RawBuilder<unknown>[] = [];
  if (phase?.length) conditions.push(oneOf(sql`a.phase`, phase));
  if (tier?.length) conditions.push(oneOf(sql`a.tier`, tier));
  if (state?.length) conditions.push(oneOf(sql`a.standing`, state));
  if (partner) {
    conditions.push(sql`exists (select from alliance_partners p
      where p.workspace_id = a.workspace_id and p.alliance_id = a.id and p.organisation_id = ${partner})`);
  }
  if (manager) {
    const person = manager === 'none' ? sql`` : sql`and t.person_id = ${manager}`;
    conditions.push(sql`${manager === 'none' ? sql`not` : sql``} exists (select from alliance_manager_terms t
      where t.workspace_id = a.workspace_id and t.alliance_id = a.id and t.side = 'ours' ${person}
        and t.from_day <= ${today}::date and (t.to_day is null or t.to_day > ${today}::date))`);
  }
  if (sponsor === 'none') conditions.push(sql`not a.has_sponsor`);
  else if (sponsor) {
    conditions.push(sql`a.id in (
      select alliance_id from alliance_standings where sponsor_person_id = ${sponsor}
      union select alliance_id from alliance_standings where counterpart_person_id = ${sponsor})`);
  }
  if (q) conditions.push(sql`a.id in (select alliances_matching(${q}))`);
  return conditions;
};

const named = (id: string | null, name: string | null) => (id !== null && name !== null ? { id, name } : null);

export const allianceItemOf = (row: AllianceRow): AllianceItem => ({
  id: row.id,
  name: row.name,
  phase: row.phase,
  tier: row.tier,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  yearlyValue: row.yearly_value,
  currency: row.currency,
  partners: [...row.partners],
  state: row.state,
  stateSince: row.since,
  sponsors: {
    ours: named(row.sponsor_id, row.sponsor_name),
    theirs: named(row.counterpart_id, row.counterpart_name),
  },
  manager: row.manager,
});

/** How many alliances there are of each phase and state, with and without a sponsor and a manager. */
export const countPortfolio = async (db: Queries, today: DateOnly): Promise<readonly PortfolioCount[]> => {
  const { rows } = await sql<PortfolioCount>`
    select a.phase, a.standing as state, a.has_sponsor as "hasSponsor",
           t.alliance_id is not null as "hasManager", count(*) as alliances
      from alliances a
      left join alliance_manager_terms t on t.workspace_id = a.workspace_id and t.alliance_id = a.id and t.side = 'ours'
            and t.from_day <= ${today}::date and (t.to_day is null or t.to_day > ${today}::date)
     group by 1, 2, 3, 4`.execute(db);
  return rows;
};

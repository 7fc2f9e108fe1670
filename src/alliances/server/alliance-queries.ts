import { sql } from 'kysely';
import type { Side } from '#kernel/actor.ts';
import type { DateOnly } from '#kernel/date-only.ts';
import type { Money } from '#kernel/money.ts';
import type { OrganisationKind, Tier } from '#alliances/domain/alliance.ts';
import type { Phase } from '#alliances/domain/alliance-phase.ts';
import type { Queries } from '#platform/db/database.ts';

/** An alliance as other capabilities read it: all that is written down, with the names behind the ids. */
export type AllianceOnRecord = {
  readonly id: string;
  readonly externalId: string | null;
  readonly name: string;
  readonly purpose: string;
  readonly phase: Phase;
  readonly registeredPhase: Phase;
  readonly registeredAt: Date;
  readonly tier: Tier;
  readonly startsOn: DateOnly;
  /** The first day after the horizon. */
  readonly endsOn: DateOnly;
  readonly currency: string;
  readonly yearlyValue: number;
  readonly partners: readonly PartnerOnRecord[];
  /** The largest first; `areaPath` holds ids from the tree's root down to the area itself. */
  readonly values: readonly ValueOnRecord[];
  readonly decisions: readonly { readonly decision: string; readonly amount: Money | null }[];
  readonly objectives: readonly { readonly id: string; readonly sentence: string }[];
};

export type PartnerOnRecord = {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly isFounderLed: boolean;
  readonly founderLedSince: DateOnly | null;
};

export type ValueOnRecord = {
  readonly areaId: string;
  readonly areaName: string;
  readonly areaPath: readonly string[];
  readonly yearly: Money;
};

export type ManagerOnRecord = { readonly id: string; readonly name: string; readonly since: DateOnly };

/** One alliance with its parts; null when there is none within reach. */
export const findAlliance = async (db: Queries, id: string): Promise<AllianceOnRecord | null> => {
  const row = await db.selectFrom('alliances').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const { currency } = row;
  const partners = await db
    .selectFrom('alliance_partners as party')
    .innerJoin('organisations as organisation', 'organisation.id', 'party.organisation_id')
    .select(['organisation.id', 'organisation.name', 'organisation.kind', 'is_founder_led', 'founder_led_since'])
    .where('party.alliance_id', '=', id)
    .orderBy('organisation.name')
    .execute();
  const decisions = await db
    .selectFrom('alliance_decisions')
    .select(['decision', 'amount'])
    .where('alliance_id', '=', id)
    .orderBy('decision')
    .execute();
  const objectives = await db
    .selectFrom('alliance_objectives')
    .select(['id', 'sentence'])
    .where('alliance_id', '=', id)
    .orderBy('place')
    .execute();
  return {
    id,
    externalId: row.external_id,
    name: row.name,
    purpose: row.purpose,
    phase: row.phase as Phase,
    registeredPhase: row.registered_phase as Phase,
    registeredAt: row.registered_at,
    tier: row.tier as Tier,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    currency,
    yearlyValue: row.yearly_value,
    partners: partners.map((partner) => ({
      id: partner.id,
      name: partner.name,
      kind: partner.kind as OrganisationKind,
      isFounderLed: partner.is_founder_led,
      founderLedSince: partner.founder_led_since,
    })),
    values: await findAllianceValues(db, id),
    decisions: decisions.map(({ decision, amount }) => ({
      decision,
      amount: amount === null ? null : { amount, currency },
    })),
    objectives,
  };
};

/** Yearly value by area, the largest first, each with the path from the tree's root. */
export const findAllianceValues = async (db: Queries, allianceId: string): Promise<ValueOnRecord[]> => {
  const { rows } = await sql<ValueOnRecord & { amount: number; currency: string }>`
    with recursive line as (
      select value.area_id, area.parent_id, array[area.id] as path
        from alliance_area_values value join business_areas area on area.id = value.area_id
       where value.alliance_id = ${allianceId}
      union all
      select line.area_id, area.parent_id, area.id || line.path
        from line join business_areas area on area.id = line.parent_id
       where cardinality(line.path) < 50
    )
    select value.area_id as "areaId", area.name as "areaName", line.path as "areaPath",
           value.yearly_amount as amount, value.currency
      from alliance_area_values value
      join business_areas area on area.id = value.area_id
      join line on line.area_id = value.area_id and line.parent_id is null
     where value.alliance_id = ${allianceId}
     order by value.yearly_amount desc, area.name`.execute(db);
  return rows.map(({ amount, currency, ...value }) => ({ ...value, yearly: { amount, currency } }));
};

/** Who manages one side on a day; null when nobody does. */
export const findAllianceManager = async (
  db: Queries,
  allianceId: string,
  side: Side,
  day: DateOnly,
): Promise<ManagerOnRecord | null> => {
  const row = await db
    .selectFrom('alliance_manager_terms as term')
    .innerJoin('persons as person', 'person.id', 'term.person_id')
    .select(['person.id', 'person.name', 'term.from_day as since'])
    .where('term.alliance_id', '=', allianceId)
    .where('term.side', '=', side)
    .where('term.from_day', '<=', day)
    .where((or) => or.or([or('term.to_day', 'is', null), or('term.to_day', '>', day)]))
    .executeTakeFirst();
  return row ?? null;
};

/** When an alliance entered its phases, the first entry first. */
export const findPhaseEntries = async (
  db: Queries,
  allianceId: string,
): Promise<
  readonly { readonly phase: Phase; readonly enteredAt: Date; readonly enteredBy: string; readonly reason: string }[]
> => {
  const rows = await db
    .selectFrom('alliance_phase_entries as entry')
    .leftJoin('seats as seat', (join) => join.on(sql<boolean>`seat.id::text = entry.entered_by`))
    .select(['entry.phase', 'entry.entered_at', 'entry.entered_by', 'entry.reason', 'seat.name'])
    .where('entry.alliance_id', '=', allianceId)
    .orderBy('entry.entered_at')
    .orderBy('entry.id')
    .execute();
  return rows.map((row) => ({
    phase: row.phase as Phase,
    enteredAt: row.entered_at,
    enteredBy: row.name ?? row.entered_by,
    reason: row.reason,
  }));
};

/** How decisions are named on record, in persons' rights and in alliances' needs. */
export const findDecisionWords = async (db: Queries): Promise<string[]> => {
  const { rows } = await sql<{ decision: string }>`
    select decision from decision_rights union select decision from alliance_decisions order by decision limit 200`.execute(
    db,
  );
  return rows.map(({ decision }) => decision);
};

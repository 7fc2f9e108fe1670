import { type AllianceOnRecord, findAlliance, findAllianceManager } from '#alliances/server/alliance-queries.ts';
import type { DateOnly } from '#kernel/date-only.ts';
import { findLineAbove, findPositionsOn } from '#people/server/people-queries.ts';
import type { Queries } from '#platform/db/database.ts';
import type { AllianceFacts, CandidateFacts, Rated } from '#sponsorship/domain/candidate.ts';
import type { CompanyFacts, Executive } from './company-facts.ts';

/** What ranking wants to know of one alliance, and what people are on record for with regard to it. */
export type AllianceForChoice = {
  readonly onRecord: AllianceOnRecord;
  readonly facts: AllianceFacts;
  readonly stakes: ReadonlyMap<string, Rated>;
  readonly vetoes: ReadonlyMap<string, string>;
};

/**
 * @param startsOn the day the sponsorship would start
 * @param today the day on which its manager and counterpart are looked up
 */
export const findAllianceForChoice = async (
  db: Queries,
  allianceId: string,
  startsOn: DateOnly,
  today: DateOnly,
): Promise<AllianceForChoice | null> => {
  const onRecord = await findAlliance(db, allianceId);
  if (!onRecord) return null;
  const manager = await findAllianceManager(db, allianceId, 'ours', today);
  const facts: AllianceFacts = {
    id: allianceId,
    name: onRecord.name,
    tier: onRecord.tier,
    startsOn,
    horizonEndsOn: startsOn < onRecord.endsOn ? onRecord.endsOn : null,
    valueLines: onRecord.values,
    decisionsNeeded: onRecord.decisions.map(({ decision, amount }) => ({ kind: decision, label: decision, amount })),
    counterpart: await findCounterpart(db, allianceId, startsOn),
    partnerFounderLed: onRecord.partners.some(({ isFounderLed }) => isFounderLed),
    allianceManager: manager && { id: manager.id, name: manager.name },
    managerLine: manager ? await findLineAbove(db, manager.id, today) : [],
    loadNeeded: 1,
  };
  return { onRecord, facts, stakes: await findStakes(db, allianceId), vetoes: await findVetoes(db, allianceId) };
};

/** The partner's sponsor on the day, else the one on record last, with the level of their most senior post. */
const findCounterpart = async (
  db: Queries,
  allianceId: string,
  day: DateOnly,
): Promise<AllianceFacts['counterpart']> => {
  const row = await db
    .selectFrom('appointments as appointment')
    .innerJoin('persons as person', 'person.id', 'appointment.person_id')
    .select(['person.id', 'person.name'])
    .where('appointment.alliance_id', '=', allianceId)
    .where('appointment.side', '=', 'theirs')
    .where('appointment.from_day', '<=', day)
    .where((or) => or.or([or('appointment.to_day', 'is', null), or('appointment.to_day', '>', day)]))
    .executeTakeFirst();
  if (!row) return null;
  const [post] = await findPositionsOn(db, day, { personIds: [row.id] });
  return { name: row.name, level: post?.level ?? null };
};

const findStakes = async (db: Queries, allianceId: string): Promise<Map<string, Rated>> => {
  const rows = await db.selectFrom('stake_ratings').selectAll().where('alliance_id', '=', allianceId).execute();
  return new Map(
    rows.map(({ person_id, rating, source, rated_on }) => [
      person_id,
      { rating, by: source, on: rated_on, note: null },
    ]),
  );
};

const findVetoes = async (db: Queries, allianceId: string): Promise<Map<string, string>> => {
  const rows = await db.selectFrom('partner_vetoes').selectAll().where('alliance_id', '=', allianceId).execute();
  return new Map(rows.map(({ person_id, reason, source }) => [person_id, withSource(reason, source)]));
};

/** Puts the company's facts and one alliance's together: everybody in the pool, as ranking takes them. */
export const candidateFacts = (company: CompanyFacts, alliance: AllianceForChoice): CandidateFacts[] =>
  company.pool.map((person) => factsOf(person, company, alliance));

const factsOf = ({ id, name }: Executive, company: CompanyFacts, alliance: AllianceForChoice): CandidateFacts => {
  const held = company.held.get(id) ?? [];
  const [main] = held;
  const capacity = company.capacity.get(id);
  const partners = new Set(alliance.onRecord.partners.map((partner) => partner.id));
  const conflict = company.conflicts.get(id)?.find(({ organisationId }) => partners.has(organisationId));
  return {
    id,
    name,
    employment: company.employment.get(id) ?? [],
    post: main ? { title: main.title, since: main.from, until: main.to, function: main.function } : null,
    level: main?.level ?? null,
    areas: areasOf(held, company),
    budgetPercentile: company.budgetPercentile.get(id) ?? null,
    decisionRights: company.rights.get(id)?.map(({ decision, upTo }) => ({ kind: decision, upTo })) ?? null,
    networkPercentile: company.networkPercentile.get(id) ?? null,
    spell: null,
    announcedMoves: (company.moves.get(id) ?? []).map(({ on, probability }) => ({ on, probability, to: null })),
    stake: alliance.stakes.get(id) ?? null,
    room: capacity ? { rating: capacity.rating, by: capacity.source, on: capacity.ratedOn, note: null } : null,
    load: (company.sponsored.get(id) ?? []).filter((sponsored) => sponsored !== alliance.facts.id).length,
    capacity: capacity?.most ?? null,
    conflictOfInterest: conflict ? withSource(conflict.reason, conflict.source) : null,
    partnerVeto: alliance.vetoes.get(id) ?? null,
  };
};

/** The areas of all posts held; a chief executive without one answers for the whole company. Null: none on record. */
const areasOf = (
  held: CompanyFacts['held'] extends ReadonlyMap<string, infer P> ? P : never,
  company: CompanyFacts,
) => {
  const named = held.flatMap(({ areaId, areaName }) => (areaId && areaName ? [{ id: areaId, name: areaName }] : []));
  if (named.length > 0) return named;
  const isHead = held.some(({ level, function: of }) => level === 1 && of === 'chiefExecutive');
  return isHead && company.topAreas.length > 0 ? company.topAreas : null;
};

const withSource = (reason: string, source: string): string => `${reason.replace(/[.\s]+$/, '')} (${source}).`;

import type { ManagerTerm } from '#alliances/domain/alliance-manager-term.ts';
import type { Side } from '#kernel/actor.ts';
import type { Queries } from '#platform/db/database.ts';
import { allianceBook, type AllianceRecord, newAlliance } from './alliance-book.ts';
import type { ImportKind } from './import-fields.ts';
import { personBook } from './person-book.ts';
import { areaBook, type AreaRecord } from './area-book.ts';
import type { AllianceBooks } from './plan-alliances.ts';
import { organisationBook, type OrganisationRecord } from './plan-organisations.ts';

const pageRows = 5_000;
const onRecord = { isNew: false, row: null, isRefused: false } as const;

/** Hands over a table by pages of its key, so that a large one neither comes at once nor holds up everything else. */
async function* pages<R extends { id: string }>(
  read: (after: string | null, limit: number) => Promise<R[]>,
): AsyncGenerator<R[]> {
  let after: string | null = null;
  for (;;) {
    const rows: R[] = await read(after, pageRows);
    yield rows;
    if (rows.length < pageRows) return;
    after = rows.at(-1)?.id ?? null;
  }
}

/** All that is on record and that rows of these kinds may mean or change. */
export const loadBooks = async (db: Queries, kinds: ReadonlySet<ImportKind>): Promise<AllianceBooks> => {
  const books = {
    organisations: organisationBook(),
    areas: areaBook(),
    persons: personBook(),
    alliances: allianceBook(),
  };
  await loadOrganisations(db, books);
  await loadAreas(db, books, kinds.has('areas'));
  if (kinds.has('persons') || kinds.has('alliances')) await loadPersons(db, books);
  if (kinds.has('persons')) await loadPosts(db, books);
  if (kinds.has('alliances')) await loadAlliances(db, books);
  return books;
};

const loadOrganisations = async (db: Queries, { organisations }: AllianceBooks): Promise<void> => {
  const read = (after: string | null, limit: number) =>
    db
      .selectFrom('organisations')
      .selectAll()
      .$if(after !== null, (query) => query.where('id', '>', after as string))
      .orderBy('id')
      .limit(limit)
      .execute();
  for await (const rows of pages(read)) {
    for (const row of rows) {
      organisations.add({
        ...onRecord,
        id: row.id,
        externalId: row.external_id,
        name: row.name,
        kind: row.kind as OrganisationRecord['kind'],
        isFounderLed: row.is_founder_led,
        founderLedSince: row.founder_led_since,
        country: row.country,
      });
    }
  }
};

const loadAreas = async (db: Queries, { areas }: AllianceBooks, withResults: boolean): Promise<void> => {
  const read = (after: string | null, limit: number) =>
    db
      .selectFrom('business_areas')
      .selectAll()
      .$if(after !== null, (query) => query.where('id', '>', after as string))
      .orderBy('id')
      .limit(limit)
      .execute();
  for await (const rows of pages(read)) {
    for (const row of rows) {
      areas.add({
        ...onRecord,
        id: row.id,
        externalId: row.external_id,
        name: row.name,
        kind: row.kind as AreaRecord['kind'],
        organisationId: row.organisation_id,
        parentId: row.parent_id,
        results: new Map(),
      });
    }
  }
  if (!withResults) return;
  for (const { area_id, year, amount, currency } of await db.selectFrom('area_results').selectAll().execute()) {
    areas.byId.get(area_id)?.results.set(year, { amount, currency });
  }
};

const loadPersons = async (db: Queries, { persons }: AllianceBooks): Promise<void> => {
  const read = (after: string | null, limit: number) =>
    db
      .selectFrom('persons as p')
      .leftJoin('person_erasures as e', (join) =>
        join.onRef('e.workspace_id', '=', 'p.workspace_id').onRef('e.person_id', '=', 'p.id'),
      )
      .select(['p.id', 'p.external_id', 'p.name', 'p.mail', 'p.organisation_id', 'e.erased_at'])
      .$if(after !== null, (query) => query.where('p.id', '>', after as string))
      .orderBy('p.id')
      .limit(limit)
      .execute();
  for await (const rows of pages(read)) {
    for (const row of rows) {
      if (row.erased_at !== null) continue;
      persons.add({
        ...onRecord,
        id: row.id,
        externalId: row.external_id,
        name: row.name,
        mail: row.mail,
        organisationId: row.organisation_id,
        isErased: false,
      });
    }
  }
};

const loadPosts = async (db: Queries, { persons }: AllianceBooks): Promise<void> => {
  const read = (after: string | null, limit: number) =>
    db
      .selectFrom('positions')
      .selectAll()
      .$if(after !== null, (query) => query.where('id', '>', after as string))
      .orderBy('id')
      .limit(limit)
      .execute();
  for await (const rows of pages(read)) {
    for (const row of rows) {
      const post = {
        id: row.id,
        personId: row.person_id,
        externalId: row.external_id,
        organisationId: row.organisation_id,
        areaId: row.area_id,
        title: row.title,
        function: row.function,
        level: row.level,
        reportsTo: row.reports_to,
        budget: row.budget,
        budgetCurrency: row.budget_currency,
        from: row.from_day,
        to: row.to_day,
      };
      const held = persons.posts.get(post.personId);
      if (held) held.push(post);
      else persons.posts.set(post.personId, [post]);
      if (post.externalId !== null) persons.postsByExternalId.set(post.externalId, post);
    }
  }
  for (const right of await db.selectFrom('decision_rights').selectAll().execute()) {
    const held = persons.rights.get(right.person_id) ?? new Map();
    held.set(right.decision, {
      id: right.id,
      upTo: right.up_to,
      currency: right.currency,
      source: right.source,
      recordedAt: right.recorded_at.toISOString(),
    });
    persons.rights.set(right.person_id, held);
  }
};

const loadAlliances = async (db: Queries, { alliances, persons }: AllianceBooks): Promise<void> => {
  const read = (after: string | null, limit: number) =>
    db
      .selectFrom('alliances')
      .selectAll()
      .$if(after !== null, (query) => query.where('id', '>', after as string))
      .orderBy('id')
      .limit(limit)
      .execute();
  for await (const rows of pages(read)) {
    for (const row of rows) {
      const alliance: AllianceRecord = {
        ...newAlliance(row.id, row.name, 0),
        ...onRecord,
        externalId: row.external_id,
        purpose: row.purpose,
        phase: row.phase,
        tier: row.tier,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        currency: row.currency,
        yearlyValue: row.yearly_value,
      };
      alliances.add(alliance);
    }
  }
  const of = (id: string) => alliances.byId.get(id);
  for (const row of await db.selectFrom('alliance_partners').selectAll().execute())
    of(row.alliance_id)?.partnerIds.add(row.organisation_id);
  for (const row of await db.selectFrom('alliance_area_values').selectAll().execute()) {
    of(row.alliance_id)?.values.set(row.area_id, { amount: row.yearly_amount, currency: row.currency });
  }
  for (const row of await db.selectFrom('alliance_decisions').selectAll().execute()) {
    of(row.alliance_id)?.decisions.set(row.decision, { amount: row.amount, currency: row.currency });
  }
  for (const row of await db
    .selectFrom('alliance_objectives')
    .selectAll()
    .orderBy('alliance_id')
    .orderBy('place')
    .execute()) {
    of(row.alliance_id)?.objectives.push({ id: row.id, place: row.place, sentence: row.sentence });
  }
  for (const row of await db.selectFrom('alliance_manager_terms').selectAll().execute()) {
    const term: ManagerTerm = {
      id: row.id,
      side: row.side as Side,
      personId: row.person_id,
      personName: persons.byId.get(row.person_id)?.name ?? '',
      period: { from: row.from_day, to: row.to_day },
    };
    of(row.alliance_id)?.managers.push(term);
  }
};

import type { DateOnly } from '#kernel/date-only.ts';
import type { OrganisationKind } from '#alliances/domain/alliance.ts';
import type { ManagerAsked, ManagerPerson, ManagerTerm } from '#alliances/domain/alliance-manager-term.ts';
import type { Context } from '#platform/context.ts';
import type { Queries } from '#platform/db/database.ts';

/** All terms of an alliance's managers on both sides, the newest first. */
export const loadManagerTerms = async (db: Queries, allianceId: string): Promise<ManagerTerm[]> => {
  const rows = await db
    .selectFrom('alliance_manager_terms as term')
    .innerJoin('persons as person', 'person.id', 'term.person_id')
    .select(['term.id', 'term.side', 'term.person_id', 'person.name', 'term.from_day', 'term.to_day'])
    .where('term.alliance_id', '=', allianceId)
    .orderBy('term.from_day', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    side: row.side as ManagerTerm['side'],
    personId: row.person_id,
    personName: row.name,
    period: { from: row.from_day, to: row.to_day },
  }));
};

export const findManagerPerson = async (db: Queries, personId: string): Promise<ManagerPerson | null> => {
  const row = await db
    .selectFrom('persons as person')
    .innerJoin('organisations as organisation', 'organisation.id', 'person.organisation_id')
    .select([
      'person.id',
      'person.name',
      'organisation.id as organisationId',
      'organisation.name as organisationName',
      'organisation.kind',
    ])
    .where('person.id', '=', personId)
    .executeTakeFirst();
  if (!row) return null;
  const { kind, ...person } = row;
  return { ...person, organisationKind: kind as OrganisationKind };
};

export const insertManagerTerm = async (
  { db, workspaceId }: Context,
  allianceId: string,
  id: string,
  { side, personId, period }: ManagerAsked,
): Promise<void> => {
  await db
    .insertInto('alliance_manager_terms')
    .values({
      workspace_id: workspaceId,
      id,
      alliance_id: allianceId,
      side,
      person_id: personId,
      from_day: period.from,
      to_day: period.to,
    })
    .execute();
};

export const stopManagerTerm = async (db: Queries, termId: string, on: DateOnly): Promise<void> => {
  await db.updateTable('alliance_manager_terms').set({ to_day: on }).where('id', '=', termId).execute();
};

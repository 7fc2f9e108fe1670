import { sql } from 'kysely';
import type { DateOnly } from '#kernel/date-only.ts';
import type { PersonBonds } from '#people/domain/erasure.ts';
import type { Queries } from '#platform/db/database.ts';

type BondRow = { bond: 'sponsors' | 'nominatedFor' | 'manages' | 'seat' | 'invitation'; name: string };

/** What in force today or later still depends on a person. */
export const findBonds = async (db: Queries, id: string, today: DateOnly, isErased: boolean): Promise<PersonBonds> => {
  const { rows } = await sql<BondRow>`
    select 'sponsors' as bond, a.name from appointments t join alliances a on a.id = t.alliance_id
     where ${id}::uuid in (t.person_id, t.deputy_person_id) and (t.to_day is null or t.to_day > ${today})
       and not exists (select from appointment_ends e where e.appointment_id = t.id and e.ended_on <= ${today})
    union
    select 'nominatedFor', a.name from nominations n join alliances a on a.id = n.alliance_id
     where ${id}::uuid in (n.person_id, n.deputy_person_id)
       and not exists (select from nomination_ends e where e.nomination_id = n.id)
    union
    select 'manages', a.name from alliance_manager_terms t join alliances a on a.id = t.alliance_id
     where t.person_id = ${id} and (t.to_day is null or t.to_day > ${today})
    union
    select 'seat', s.name from seats s
     where s.person_id = ${id} and not exists (select from seat_ends e where e.seat_id = s.id)
    union
    select 'invitation', i.name from invitations i
     where i.person_id = ${id} and not exists (select from invitation_ends e where e.invitation_id = i.id)
     order by 1, 2`.execute(db);
  const named = (bond: BondRow['bond']): string[] => rows.filter((row) => row.bond === bond).map((row) => row.name);
  return {
    isErased,
    sponsors: named('sponsors'),
    nominatedFor: named('nominatedFor'),
    manages: named('manages'),
    holdsSeat: named('seat').length > 0,
    isInvited: named('invitation').length > 0,
  };
};

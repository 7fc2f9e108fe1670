import type { Queries } from '#platform/db/database.ts';
import { newId } from '#platform/new-id.ts';

/** What a test server offers for arranging. */
type Stage = { readonly workspaceId: string; sql<T>(work: (db: Queries) => Promise<T>): Promise<T> };

const people = {
  // name, mail, level, area, since, reports to
  aiko: ['Aiko Mori', 1, null, '2021-01-01', null],
  ines: ['Ines Duarte', 2, 'energy', '2023-06-01', 'aiko'],
  tomas: ['Tomas Lind', 2, 'mobility', '2019-06-01', 'aiko'],
  ruth: ['Ruth Adeyemi', 2, null, '2024-01-01', 'aiko'],
  ben: ['Ben Okoye', 4, 'energy', '2022-01-01', 'ruth'],
  carl: ['Carl Weiss', 4, 'mobility', '2024-01-01', 'tomas'],
} as const;

type Name = keyof typeof people;

export type SponsorshipCast = {
  readonly [name in Name | 'kenji' | 'aurelia' | 'nara' | 'energy' | 'turbines' | 'mobility']: string;
};

/** Aurelia's executives, two of whom answer for areas; their partner Nara; and Ben, who will manage an alliance. */
export const writeSponsorshipCast = async (server: Stage): Promise<SponsorshipCast> => {
  const names = [...(Object.keys(people) as Name[]), 'kenji', 'aurelia', 'nara', 'energy', 'turbines', 'mobility'];
  const id = Object.fromEntries(names.map((name) => [name, newId()])) as SponsorshipCast;
  const row = { workspace_id: server.workspaceId, created_at: new Date('2026-01-01T09:00:00Z') };
  await server.sql(async (db) => {
    await db
      .insertInto('organisations')
      .values([
        { ...row, id: id.aurelia, name: 'Aurelia Industries', kind: 'own' },
        { ...row, id: id.nara, name: 'Nara Robotics', kind: 'partner' },
      ])
      .execute();
    await db
      .insertInto('business_areas')
      .values([
        { ...row, id: id.energy, organisation_id: id.aurelia, name: 'Energy' },
        { ...row, id: id.mobility, organisation_id: id.aurelia, name: 'Mobility' },
        { ...row, id: id.turbines, organisation_id: id.aurelia, name: 'Turbines', parent_id: id.energy },
      ])
      .execute();
    const persons = (Object.keys(people) as Name[]).map((name) => ({
      ...row,
      id: id[name],
      organisation_id: id.aurelia,
      name: people[name][0],
      mail: name === 'ruth' ? null : `${name}@aurelia.example`,
    }));
    await db
      .insertInto('persons')
      .values([...persons, { ...row, id: id.kenji, organisation_id: id.nara, name: 'Kenji Sato', mail: null }])
      .execute();
    const post = { workspace_id: server.workspaceId, recorded_at: row.created_at };
    const posts = (Object.keys(people) as Name[]).map((name) => {
      const [, level, area, since, boss] = people[name];
      return {
        ...post,
        id: newId(),
        person_id: id[name],
        organisation_id: id.aurelia,
        area_id: area ? id[area] : null,
        title: level === 1 ? 'Chief executive' : area ? `Head of ${area}` : 'Head of staff',
        function: level === 1 ? 'chiefExecutive' : 'other',
        level,
        reports_to: boss ? id[boss] : null,
        from_day: since,
      };
    });
    const kenji = {
      ...post,
      id: newId(),
      person_id: id.kenji,
      organisation_id: id.nara,
      area_id: null,
      title: 'Managing director',
      function: 'other',
      level: 2,
      reports_to: null,
      from_day: '2010-01-01',
    };
    await db
      .insertInto('positions')
      .values([...posts, kenji])
      .execute();
    await db
      .insertInto('decision_rights')
      .values({
        workspace_id: server.workspaceId,
        id: newId(),
        person_id: id.ines,
        decision: 'investment',
        up_to: 5_000_000,
        currency: 'EUR',
        recorded_at: row.created_at,
      })
      .execute();
  });
  return id;
};

/** An alliance whose value lands in the area of Ines Duarte. */
export const windAlliance = ({ nara, turbines }: SponsorshipCast) => ({
  name: 'Wind power at sea',
  externalId: null,
  purpose: 'Turbines that mend themselves.',
  tier: 'strategic' as const,
  startsOn: '2026-01-01',
  endsOn: '2031-01-01',
  currency: 'EUR',
  partnerIds: [nara],
  values: [{ areaId: turbines, amount: 8_000_000 }],
  decisions: [{ decision: 'investment', amount: 2_000_000 }],
  objectives: [{ id: null, sentence: 'Win three parks by 2028.' }],
});

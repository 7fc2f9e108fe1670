import type { AllianceBody } from '#alliances/alliances-contract.ts';
import type { Queries } from '#platform/db/database.ts';
import { newId } from '#platform/new-id.ts';

/** What a test server offers for arranging. */
type Stage = { readonly workspaceId: string; sql<T>(work: (db: Queries) => Promise<T>): Promise<T> };

/** Two companies and who works there, as most tests of alliances need them. */
export type AllianceCast = {
  readonly aurelia: string;
  readonly orbis: string;
  readonly helix: string;
  readonly turbines: string;
  readonly ida: string;
  readonly jonas: string;
  readonly omar: string;
};

export const writeAllianceCast = async (server: Stage): Promise<AllianceCast> => {
  const [aurelia, orbis, helix, turbines, ida, jonas, omar] = Array.from({ length: 7 }, newId) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const row = { workspace_id: server.workspaceId, created_at: new Date('2026-01-01T09:00:00Z') };
  await server.sql(async (db) => {
    await db
      .insertInto('organisations')
      .values([
        { ...row, id: aurelia, name: 'Aurelia Industries', kind: 'own' },
        {
          ...row,
          id: orbis,
          name: 'Orbis Systems',
          kind: 'partner',
          is_founder_led: true,
          founder_led_since: '1994-05-01',
        },
        { ...row, id: helix, name: 'Helix Bio', kind: 'candidate' },
      ])
      .execute();
    await db
      .insertInto('business_areas')
      .values({ ...row, id: turbines, organisation_id: aurelia, name: 'Turbines' })
      .execute();
    await db
      .insertInto('persons')
      .values([
        { ...row, id: ida, organisation_id: aurelia, name: 'Ida Brandt' },
        { ...row, id: jonas, organisation_id: aurelia, name: 'Jonas Keller' },
        { ...row, id: omar, organisation_id: orbis, name: 'Omar Said' },
      ])
      .execute();
  });
  return { aurelia, orbis, helix, turbines, ida, jonas, omar };
};

export const windPower = ({ orbis, turbines }: AllianceCast): AllianceBody => ({
  name: 'Wind power at sea',
  externalId: 'A-1',
  purpose: 'Turbines and grid from one hand.',
  tier: 'strategic',
  startsOn: '2026-01-01',
  endsOn: '2031-01-01',
  currency: 'EUR',
  partnerIds: [orbis],
  values: [{ areaId: turbines, amount: 4_000_000 }],
  decisions: [{ decision: 'investment', amount: 2_000_000 }],
  objectives: [{ id: null, sentence: 'Win three parks by 2028.' }],
});

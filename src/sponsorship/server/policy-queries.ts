import { sql } from 'kysely';
import { defaultPolicy, type ProfileName, type SponsorshipPolicy } from '#sponsorship/domain/sponsorship-policy.ts';
import type { Queries } from '#platform/db/database.ts';
import { nameOfActor } from './name-of-actor.ts';

export type PolicyOnRecord = {
  /** 0 stands for the defaults, which nobody saved. */
  readonly version: number;
  readonly savedAt: Date | null;
  readonly savedBy: string | null;
  readonly reason: string | null;
  readonly settings: SponsorshipPolicy;
};

const defaults: PolicyOnRecord = { version: 0, savedAt: null, savedBy: null, reason: null, settings: defaultPolicy };

const versionsOf = (db: Queries) =>
  db
    .selectFrom('sponsorship_policies as policy')
    .leftJoin('seats as seat', (join) => join.on(sql<boolean>`seat.id::text = policy.saved_by`))
    .select([
      'policy.version',
      'policy.saved_at as savedAt',
      nameOfActor('policy.saved_by').as('savedBy'),
      'policy.reason',
    ])
    .orderBy('policy.version', 'desc');

/** The newest version; before a company chooses, the defaults in its own currency. */
export const findPolicyInForce = async (db: Queries): Promise<PolicyOnRecord> => {
  const row = await versionsOf(db).select('policy.settings').limit(1).executeTakeFirst();
  return row ? withSettings(row) : defaultsIn(db);
};

export const findPolicyVersion = async (db: Queries, version: number): Promise<PolicyOnRecord | null> => {
  if (version === 0) return defaultsIn(db);
  const row = await versionsOf(db).select('policy.settings').where('policy.version', '=', version).executeTakeFirst();
  return row ? withSettings(row) : null;
};

export const findPolicyVersions = async (db: Queries) => versionsOf(db).execute();

const withSettings = (row: Omit<PolicyOnRecord, 'settings'> & { readonly settings: unknown }): PolicyOnRecord => ({
  ...row,
  // A setting that is newer than the saved version has its default.
  settings: { ...defaultPolicy, ...(row.settings as SponsorshipPolicy) },
});

const defaultsIn = async (db: Queries): Promise<PolicyOnRecord> => {
  const workspace = await db
    .selectFrom('workspaces')
    .select('currency')
    .where(sql<boolean>`id = app_workspace()`)
    .executeTakeFirst();
  const currency = workspace?.currency ?? defaultPolicy.referenceValue.currency;
  return { ...defaults, settings: { ...defaultPolicy, referenceValue: { ...defaultPolicy.referenceValue, currency } } };
};

export type ArchetypeOverride = {
  readonly archetype: ProfileName;
  readonly reason: string;
  readonly setAt: Date;
  readonly setBy: string;
};

/** The archetype chosen for one alliance against the company's; null when the company's holds. */
export const findArchetypeOverride = async (db: Queries, allianceId: string): Promise<ArchetypeOverride | null> => {
  const row = await db
    .selectFrom('alliance_archetypes as chosen')
    .leftJoin('seats as seat', (join) => join.on(sql<boolean>`seat.id::text = chosen.set_by`))
    .select(['chosen.archetype', 'chosen.reason', 'chosen.set_at as setAt', nameOfActor('chosen.set_by').as('setBy')])
    .where('chosen.alliance_id', '=', allianceId)
    .orderBy('chosen.set_at', 'desc')
    .orderBy('chosen.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.archetype ? { ...row, archetype: row.archetype as ProfileName } : null;
};

// Made by scripts/db-types.mjs from the migrated database; not edited by hand.

import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Int8 = ColumnType<number, bigint | number | string, bigint | number | string>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Numeric = ColumnType<number, number | string, number | string>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface AdviceTies {
  from_person_id: string;
  observed_on: string;
  source: string;
  to_person_id: string;
  weight: Generated<Numeric>;
  workspace_id: string;
}

export interface AllianceArchetypes {
  alliance_id: string;
  archetype: string | null;
  id: string;
  reason: string;
  set_at: Timestamp;
  set_by: string;
  workspace_id: string;
}

export interface AllianceAreaValues {
  alliance_id: string;
  area_id: string;
  currency: string;
  workspace_id: string;
  yearly_amount: Numeric;
}

export interface AllianceDecisions {
  alliance_id: string;
  amount: Numeric | null;
  currency: string | null;
  decision: string;
  workspace_id: string;
}

export interface AllianceManagerTerms {
  alliance_id: string;
  from_day: string;
  id: string;
  person_id: string;
  side: string;
  to_day: string | null;
  visibility: Generated<string>;
  workspace_id: string;
}

export interface AllianceObjectives {
  alliance_id: string;
  id: string;
  place: number;
  sentence: string;
  visibility: Generated<string>;
  workspace_id: string;
}

export interface AlliancePartners {
  alliance_id: string;
  organisation_id: string;
  visibility: Generated<string>;
  workspace_id: string;
}

export interface AlliancePhaseEntries {
  alliance_id: string;
  entered_at: Timestamp;
  entered_by: string;
  id: string;
  phase: string;
  reason: Generated<string>;
  workspace_id: string;
}

export interface Alliances {
  currency: string;
  ends_on: string;
  external_id: string | null;
  has_sponsor: Generated<boolean>;
  id: string;
  name: string;
  phase: string;
  phase_place: Generated<number>;
  purpose: Generated<string>;
  registered_at: Timestamp;
  registered_phase: string;
  standing: Generated<string>;
  starts_on: string;
  tier: string;
  value_place: Generated<Int8>;
  visibility: Generated<string>;
  workspace_id: string;
  yearly_value: Generated<Numeric>;
}

export interface AllianceStandings {
  alliance_id: string;
  counterpart_person_id: string | null;
  manager_person_id: string | null;
  next_look_on: string | null;
  since: string;
  sponsor_person_id: string | null;
  state: string;
  workspace_id: string;
}

export interface AnnouncedMoves {
  id: string;
  on_day: string;
  person_id: string;
  probability: Numeric;
  recorded_at: Timestamp;
  source: string;
  workspace_id: string;
}

export interface AppointmentEnds {
  appointment_id: string;
  ended_on: string;
  reason: string;
  recorded_at: Timestamp;
  recorded_by: string;
  workspace_id: string;
}

export interface Appointments {
  alliance_id: string;
  appointed_at: Timestamp;
  deputy_person_id: string | null;
  from_day: string;
  id: string;
  kind: Generated<string>;
  nomination_id: string | null;
  person_id: string;
  side: string;
  to_day: string | null;
  visibility: Generated<string>;
  workspace_id: string;
}

export interface AreaResults {
  amount: Numeric;
  area_id: string;
  currency: string;
  workspace_id: string;
  year: number;
}

export interface BusinessAreas {
  created_at: Timestamp;
  external_id: string | null;
  id: string;
  kind: Generated<string>;
  name: string;
  organisation_id: string;
  parent_id: string | null;
  visibility: Generated<string>;
  workspace_id: string;
}

export interface CapacityRatings {
  most: number | null;
  person_id: string;
  rated_on: string;
  rating: number;
  source: string;
  workspace_id: string;
}

export interface ConflictsOfInterest {
  from_day: string;
  id: string;
  organisation_id: string;
  person_id: string;
  reason: string;
  source: string;
  to_day: string | null;
  workspace_id: string;
}

export interface DecisionRights {
  currency: string | null;
  decision: string;
  id: string;
  person_id: string;
  recorded_at: Timestamp;
  source: Generated<string>;
  up_to: Numeric | null;
  workspace_id: string;
}

export interface IdentityAccount {
  accessToken: string | null;
  accessTokenExpiresAt: Timestamp | null;
  accountId: string;
  createdAt: Generated<Timestamp>;
  id: string;
  idToken: string | null;
  password: string | null;
  providerId: string;
  refreshToken: string | null;
  refreshTokenExpiresAt: Timestamp | null;
  scope: string | null;
  updatedAt: Generated<Timestamp>;
  userId: string;
}

export interface IdentityRateLimit {
  count: number;
  id: string;
  key: string;
  lastRequest: Int8;
}

export interface IdentitySession {
  createdAt: Generated<Timestamp>;
  expiresAt: Timestamp;
  id: string;
  ipAddress: string | null;
  token: string;
  updatedAt: Generated<Timestamp>;
  userAgent: string | null;
  userId: string;
}

export interface IdentityUser {
  createdAt: Generated<Timestamp>;
  email: string;
  emailVerified: Generated<boolean>;
  id: string;
  image: string | null;
  name: string;
  updatedAt: Generated<Timestamp>;
}

export interface IdentityVerification {
  createdAt: Generated<Timestamp>;
  expiresAt: Timestamp;
  id: string;
  identifier: string;
  updatedAt: Generated<Timestamp>;
  value: string;
}

export interface ImportChanges {
  action: string;
  after: Json | null;
  before: Json | null;
  import_id: string;
  label: string;
  number: number;
  row: number | null;
  row_key: string;
  sheet: number | null;
  target: string;
  workspace_id: string;
}

export interface ImportLookalikes {
  choice: string | null;
  import_id: string;
  is_current: Generated<boolean>;
  kind: string;
  name: string;
  other_id: string | null;
  other_name: string;
  other_row: number | null;
  pair: string;
  row: number;
  sheet: number;
  why: string;
  workspace_id: string;
}

export interface ImportRefusals {
  cell: string;
  header: string;
  import_id: string;
  message: string;
  number: number;
  row: number;
  rule: string;
  sheet: number;
  value: string;
  workspace_id: string;
}

export interface ImportRows {
  cells: Json;
  import_id: string;
  row: number;
  sheet: number;
  workspace_id: string;
}

export interface ImportRuns {
  act: string;
  asked_at: Timestamp;
  asked_by: string;
  beat_at: Timestamp;
  done: Generated<number>;
  finished_at: Timestamp | null;
  id: string;
  import_id: string;
  message: Generated<string>;
  outcome: string | null;
  result: Json | null;
  total: Generated<number>;
  user_id: string | null;
  workspace_id: string;
}

export interface Imports {
  file_bytes: Int8;
  file_name: string;
  format: string;
  id: string;
  reading: string;
  uploaded_at: Timestamp;
  uploaded_by: string;
  workspace_id: string;
}

export interface ImportSheets {
  columns: Json;
  header_row: number;
  import_id: string;
  kind: string | null;
  mapping: Json;
  name: string;
  number: number;
  row_count: number;
  workspace_id: string;
}

export interface InvitationEnds {
  ended_at: Timestamp;
  ended_by: string;
  invitation_id: string;
  kind: string;
  workspace_id: string;
}

export interface Invitations {
  expires_at: Timestamp;
  id: string;
  invited_at: Timestamp;
  invited_by: string;
  mail: string;
  name: string;
  person_id: string | null;
  role: string;
  workspace_id: string;
}

export interface LedgerDetails {
  detail: Json | null;
  erased_at: Timestamp | null;
  number: Int8;
  salt: string | null;
  workspace_id: string;
}

export interface LedgerEntries {
  actor: Json;
  detail_digest: string;
  hash: string;
  number: Int8;
  previous_hash: string;
  recorded_at: Timestamp;
  subjects: Json;
  type: string;
  workspace_id: string;
}

export interface LedgerHeads {
  hash: string;
  number: Int8;
  workspace_id: string;
}

export interface MailDeliveries {
  answer: string;
  id: string;
  mail_id: string;
  outcome: string;
  tried_at: Timestamp;
  workspace_id: string;
}

export interface Mails {
  body_html: string;
  body_text: string;
  created_at: Timestamp;
  id: string;
  purpose: string;
  subject: string;
  to_mail: string;
  to_name: string;
  to_person_id: string | null;
  workspace_id: string;
}

export interface NominationEnds {
  ended_at: Timestamp;
  ended_by: string;
  kind: string;
  nomination_id: string;
  remark: Generated<string>;
  workspace_id: string;
}

export interface NominationReminders {
  nomination_id: string;
  sent_at: Timestamp;
  workspace_id: string;
}

export interface Nominations {
  alliance_id: string;
  case_id: string | null;
  deputy_person_id: string | null;
  expires_at: Timestamp;
  id: string;
  nominated_at: Timestamp;
  nominated_by: string;
  person_id: string;
  reason: string;
  side: Generated<string>;
  term_from: string;
  term_to: string;
  workspace_id: string;
}

export interface NominationTalks {
  asked_at: Timestamp;
  id: string;
  nomination_id: string;
  remark: Generated<string>;
  workspace_id: string;
}

export interface Organisations {
  country: string | null;
  created_at: Timestamp;
  external_id: string | null;
  founder_led_since: string | null;
  id: string;
  is_founder_led: Generated<boolean>;
  kind: string;
  name: string;
  visibility: Generated<string>;
  workspace_id: string;
}

export interface PartnerVetoes {
  alliance_id: string;
  person_id: string;
  reason: string;
  source: string;
  stated_on: string;
  workspace_id: string;
}

export interface PersonErasures {
  erased_at: Timestamp;
  erased_by: string;
  person_id: string;
  reason: string;
  workspace_id: string;
}

export interface Persons {
  created_at: Timestamp;
  external_id: string | null;
  id: string;
  mail: string | null;
  name: string;
  organisation_id: string;
  source: Generated<string>;
  visibility: Generated<string>;
  workspace_id: string;
}

export interface Positions {
  area_id: string | null;
  budget: Numeric | null;
  budget_currency: string | null;
  external_id: string | null;
  from_day: string;
  function: Generated<string>;
  id: string;
  level: number;
  organisation_id: string;
  person_id: string;
  recorded_at: Timestamp;
  reports_to: string | null;
  source: Generated<string>;
  title: string;
  to_day: string | null;
  visibility: Generated<string>;
  workspace_id: string;
}

export interface SchemaMigrations {
  applied_at: Generated<Timestamp>;
  name: string;
}

export interface SeatEnds {
  ended_at: Timestamp;
  ended_by: string;
  reason: string;
  seat_id: string;
  workspace_id: string;
}

export interface Seats {
  created_at: Timestamp;
  id: string;
  is_owner: Generated<boolean>;
  mail: string;
  name: string;
  partner_organisation_id: string | null;
  person_id: string | null;
  role: string;
  side: Generated<string>;
  user_id: string;
  workspace_id: string;
}

export interface SelectionCases {
  alliance_id: string;
  decided_at: Timestamp;
  decided_by: string;
  facts: Json;
  id: string;
  person_id: string;
  policy_version: number;
  ranking: Json;
  reason: string;
  workspace_id: string;
}

export interface ServerSecrets {
  made_at: Timestamp;
  name: string;
  secret: string;
}

export interface SponsorshipPolicies {
  reason: string;
  saved_at: Timestamp;
  saved_by: string;
  settings: Json;
  version: number;
  workspace_id: string;
}

export interface StakeRatings {
  alliance_id: string;
  person_id: string;
  rated_on: string;
  rating: number;
  source: string;
  workspace_id: string;
}

export interface Workspaces {
  created_at: Timestamp;
  currency: Generated<string>;
  id: string;
  is_demo: Generated<boolean>;
  name: string;
}

export interface DB {
  advice_ties: AdviceTies;
  alliance_archetypes: AllianceArchetypes;
  alliance_area_values: AllianceAreaValues;
  alliance_decisions: AllianceDecisions;
  alliance_manager_terms: AllianceManagerTerms;
  alliance_objectives: AllianceObjectives;
  alliance_partners: AlliancePartners;
  alliance_phase_entries: AlliancePhaseEntries;
  alliance_standings: AllianceStandings;
  alliances: Alliances;
  announced_moves: AnnouncedMoves;
  appointment_ends: AppointmentEnds;
  appointments: Appointments;
  area_results: AreaResults;
  business_areas: BusinessAreas;
  capacity_ratings: CapacityRatings;
  conflicts_of_interest: ConflictsOfInterest;
  decision_rights: DecisionRights;
  "identity.account": IdentityAccount;
  "identity.rateLimit": IdentityRateLimit;
  "identity.session": IdentitySession;
  "identity.user": IdentityUser;
  "identity.verification": IdentityVerification;
  import_changes: ImportChanges;
  import_lookalikes: ImportLookalikes;
  import_refusals: ImportRefusals;
  import_rows: ImportRows;
  import_runs: ImportRuns;
  import_sheets: ImportSheets;
  imports: Imports;
  invitation_ends: InvitationEnds;
  invitations: Invitations;
  ledger_details: LedgerDetails;
  ledger_entries: LedgerEntries;
  ledger_heads: LedgerHeads;
  mail_deliveries: MailDeliveries;
  mails: Mails;
  nomination_ends: NominationEnds;
  nomination_reminders: NominationReminders;
  nomination_talks: NominationTalks;
  nominations: Nominations;
  organisations: Organisations;
  partner_vetoes: PartnerVetoes;
  person_erasures: PersonErasures;
  persons: Persons;
  positions: Positions;
  schema_migrations: SchemaMigrations;
  seat_ends: SeatEnds;
  seats: Seats;
  selection_cases: SelectionCases;
  server_secrets: ServerSecrets;
  sponsorship_policies: SponsorshipPolicies;
  stake_ratings: StakeRatings;
  workspaces: Workspaces;
}

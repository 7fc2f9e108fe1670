import type { Money } from '#kernel/money.ts';
import type { RoleSpell } from '#people/domain/tenure.ts';
import { type TypicalTenures, typicalTenures } from '#people/domain/tenure-typical.ts';
import type { ByCriterion } from './criterion.ts';

export type Archetype = 'mostSeniorInLine' | 'generalManagement';
export type ProfileName = 'neutral' | Archetype;
export type Tier = 'strategic' | 'core' | 'exploratory';
/** Which habit of moving people describes a role: answering for an area, formal rotation, or a founder's own company. */
export type SpellKind = 'areaHead' | 'rotation' | 'founder';

/** A point of a piecewise linear scale: the raw measure `at` is worth `score` (0 to 100); beyond the ends it stays level. */
export type Anchor = { readonly at: number; readonly score: number };

/**
 * How an archetype weighs the criteria and when its sponsorships end: at exit always, at a role move unless kept, which
 * happens with probability `kept` (0 to 1).
 */
export type Profile = { readonly swings: ByCriterion; readonly kept: number };

/** A company's choices about sponsorship, kept in versions; `defaultPolicy` holds what applies until a company chooses. */
export type SponsorshipPolicy = {
  readonly profile: ProfileName;
  readonly profiles: { readonly [name in ProfileName]: Profile };
  /** Longevity's swing is multiplied by this when the partner is founder-led. */
  readonly founderLedLongevityFactor: number;
  /** Yearly value that is worth the full 100 points of valueToArea. */
  readonly referenceValue: Money;
  /** What one unit of another currency is worth in the currency of `referenceValue`. */
  readonly exchangeRates: { readonly [currency: string]: number };
  readonly anchors: {
    /** At: value landing in the candidate's areas, as a multiple of the reference value. */
    readonly valueToArea: readonly Anchor[];
    /** At: the candidate's level, 1 to 6. */
    readonly level: readonly Anchor[];
    /** At: budget percentile, 0 to 100. */
    readonly budget: readonly Anchor[];
    /** At: share of the needed decisions within the candidate's rights, 0 to 1. */
    readonly decisions: readonly Anchor[];
    /** At: network percentile, 0 to 100. */
    readonly network: readonly Anchor[];
    /** At: expected share of the horizon with the same sponsor, 0 to 1. */
    readonly longevity: readonly Anchor[];
    /** At: levels above the counterpart; negative is below. */
    readonly seniority: readonly Anchor[];
    /** At: the rating of stake, 0 to 100. */
    readonly stake: readonly Anchor[];
    /** At: share of the candidate's capacity that stays free after taking this alliance on. */
    readonly freeCapacity: readonly Anchor[];
  };
  /** The lowest level (highest number) that may sponsor an alliance of a tier. */
  readonly minimumLevel: { readonly [name in Tier]: number };
  /** Sponsorships per executive: from which a warning shows, and beyond which a candidate is not eligible. */
  readonly limits: { readonly warn: number; readonly stop: number };
  /** Whose line managers may not sponsor: only the alliance manager's direct one, or anyone up the line. */
  readonly lineManagerRule: 'direct' | 'wholeLine';
  readonly spells: { readonly [name in SpellKind]: RoleSpell };
  readonly usualSpell: SpellKind;
  /** Chance a year of leaving the company, as a rate. */
  readonly exitRate: number;
  /** How many observed exits the default spell is worth against the company's own history. */
  readonly pseudoExits: number;
  readonly typicalTenures: TypicalTenures;
  /** Horizon of an alliance that has none on record, in years. */
  readonly usualHorizonYears: number;
  readonly termYears: number;
  readonly nominationExpiryDays: number;
  readonly nominationReminderDays: number;
  /** How long before an expected change of sponsor a warning shows. */
  readonly changeWarningMonths: number;
  readonly robustness: {
    readonly samples: number;
    readonly seed: number;
    readonly clear: number;
    readonly depends: number;
  };
};

export const defaultPolicy: SponsorshipPolicy = {
  profile: 'neutral',
  profiles: {
    neutral: {
      swings: {
        valueToArea: 100,
        clout: 90,
        longevity: 80,
        seniority: 60,
        stake: 50,
        capacity: 40,
      },
      kept: 0.5,
    },
    mostSeniorInLine: {
      swings: {
        valueToArea: 80,
        clout: 100,
        longevity: 30,
        seniority: 90,
        stake: 40,
        capacity: 40,
      },
      kept: 0,
    },
    generalManagement: {
      swings: {
        valueToArea: 90,
        clout: 70,
        longevity: 100,
        seniority: 40,
        stake: 60,
        capacity: 40,
      },
      kept: 0.85,
    },
  },
  founderLedLongevityFactor: 1.5,
  referenceValue: { amount: 10_000_000, currency: 'EUR' },
  exchangeRates: {},
  anchors: {
    valueToArea: [
      { at: 0, score: 0 },
      { at: 1, score: 100 },
    ],
    level: [
      { at: 1, score: 100 },
      { at: 2, score: 85 },
      { at: 3, score: 65 },
      { at: 4, score: 45 },
      { at: 5, score: 25 },
      { at: 6, score: 0 },
    ],
    budget: [
      { at: 0, score: 0 },
      { at: 100, score: 100 },
    ],
    decisions: [
      { at: 0, score: 0 },
      { at: 1, score: 100 },
    ],
    network: [
      { at: 0, score: 0 },
      { at: 100, score: 100 },
    ],
    longevity: [
      { at: 0, score: 0 },
      { at: 1, score: 100 },
    ],
    seniority: [
      { at: -3, score: 0 },
      { at: -2, score: 30 },
      { at: -1, score: 60 },
      { at: 0, score: 100 },
      { at: 1, score: 80 },
      { at: 2, score: 30 },
      { at: 3, score: 0 },
    ],
    stake: [
      { at: 0, score: 0 },
      { at: 100, score: 100 },
    ],
    freeCapacity: [
      { at: 0, score: 0 },
      { at: 0.8, score: 100 },
    ],
  },
  minimumLevel: { strategic: 2, core: 3, exploratory: 4 },
  limits: { warn: 3, stop: 5 },
  lineManagerRule: 'direct',
  spells: {
    areaHead: { shape: 1.5, mean: 6.7 },
    rotation: { shape: 4, mean: 3.5 },
    founder: { shape: 1, mean: 14 },
  },
  usualSpell: 'areaHead',
  exitRate: 0.05,
  pseudoExits: 4,
  typicalTenures,
  usualHorizonYears: 5,
  termYears: 3,
  nominationExpiryDays: 14,
  nominationReminderDays: 7,
  changeWarningMonths: 12,
  robustness: { samples: 10_000, seed: 1, clear: 0.8, depends: 0.5 },
};

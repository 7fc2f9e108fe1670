import type { ExecutiveFunction } from '#people/domain/tenure-typical.ts';
import type { Archetype, Tier } from '#sponsorship/domain/sponsorship-policy.ts';

/**
 * The shape of a cast: plain data without a date in it. Every time is told in whole months (or days) from today, negative
 * in the past, so that the story never ages. Amounts are in millions of the workspace's currency. Keys are only for
 * pointing from one part of the story to another.
 */
export type Months = number;
export type Days = number;

export type Phase =
  | 'strategy'
  | 'selection'
  | 'negotiation'
  | 'planning'
  | 'governance'
  | 'management'
  | 'transformation';

export type CastOrganisation = {
  readonly key: string;
  readonly name: string;
  readonly kind: 'own' | 'partner' | 'candidate';
  readonly country: string;
  /** When the founders who still lead it began; absent when nobody who founded it leads it. */
  readonly founderLedSince?: Months;
};

export type CastArea = {
  readonly key: string;
  readonly name: string;
  readonly kind: 'productLine' | 'region' | 'function';
  readonly under?: string;
  /** Result of the last full year, and its growth a year until then; absent for areas without a result of their own. */
  readonly result?: number;
  readonly growth?: number;
};

/** A post as such, whoever holds it. */
export type CastPost = {
  readonly key: string;
  readonly title: string;
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly area?: string;
  readonly function?: ExecutiveFunction;
  /** The post it reports to. */
  readonly under?: string;
  readonly budget?: number;
  /** Which list of decision rights comes with it. */
  readonly rights?: string;
};

/** A stretch in a post; `to` absent: until the person's next one, or still. */
export type CastStay = { readonly post: string; readonly from: Months; readonly to?: Months };

export type CastPerson = {
  readonly key: string;
  readonly name: string;
  readonly organisation: string;
  /** Newest first. */
  readonly career: readonly CastStay[];
};

export type CastMove = {
  readonly person: string;
  readonly on: Months;
  readonly probability: number;
  readonly source: string;
};

export type CastConflict = {
  readonly person: string;
  readonly organisation: string;
  readonly reason: string;
  readonly source: string;
  readonly from: Months;
};

/** [rating, source, most sponsorships at a time] */
export type CastCapacity = readonly [rating: Rating, source: string, most?: number];
export type Rating = 0 | 25 | 50 | 75 | 100;

/** A term of office. `ended` tells why it ended at `to`, earlier than agreed. */
export type CastTerm = {
  readonly person: string;
  readonly from: Months;
  readonly to?: Months;
  readonly kind?: 'interim';
  readonly deputy?: string;
  readonly reason?: string;
  /** Why this person and not the first in the ranking. */
  readonly against?: string;
  readonly ended?: string;
};

export type CastNomination = {
  readonly person: string;
  readonly deputy?: string;
  readonly reason: string;
  /** Why this person and not the first in the ranking. */
  readonly against?: string;
  readonly asked: Days;
  readonly talked?: { readonly on: Days; readonly remark: string };
  readonly ended?: { readonly kind: 'declined' | 'withdrawn' | 'lapsed'; readonly on: Days; readonly remark: string };
};

export type CastAlliance = {
  readonly key: string;
  readonly name: string;
  readonly purpose: string;
  readonly partners: readonly string[];
  readonly tier: Tier;
  readonly phase: Phase;
  /** The phase in which it came on record; absent: strategy, as it should. */
  readonly registeredIn?: Phase;
  readonly registered: Months;
  readonly starts: Months;
  readonly ends: Months;
  readonly values: { readonly [area: string]: number };
  readonly decisions: readonly (readonly [decision: string, amount: number | null])[];
  readonly objectives: readonly string[];
  readonly managers: readonly CastTerm[];
  readonly theirManagers?: readonly CastTerm[];
  readonly sponsors?: readonly CastTerm[];
  readonly counterparts?: readonly CastTerm[];
  readonly nominations?: readonly CastNomination[];
  readonly archetype?: { readonly profile: Archetype; readonly reason: string; readonly set: Months };
  readonly stakes?: { readonly [person: string]: readonly [rating: Rating, source: string] };
  readonly vetoes?: { readonly [person: string]: readonly [reason: string, source: string] };
};

export type Cast = {
  readonly company: string;
  readonly mailDomain: string;
  /** The person in whose name the alliances are registered and sponsors asked. */
  readonly headOfAlliances: string;
  readonly seed: number;
  readonly organisations: readonly CastOrganisation[];
  readonly areas: readonly CastArea[];
  readonly posts: readonly CastPost[];
  readonly rights: { readonly [list: string]: readonly (readonly [decision: string, upTo: number | null])[] };
  readonly persons: readonly CastPerson[];
  /** Persons whose colleagues were asked whom they seek out, with the weight at which others turn to them. */
  readonly soughtOut: { readonly [person: string]: number };
  readonly moves: readonly CastMove[];
  readonly capacities: { readonly [person: string]: CastCapacity };
  readonly conflicts: readonly CastConflict[];
  readonly alliances: readonly CastAlliance[];
};

/** What a candidate is weighed on (R1), in the order in which pages and replies list it. */
export const criteria = ['valueToArea', 'clout', 'longevity', 'seniority', 'stake', 'capacity'] as const;

export type Criterion = (typeof criteria)[number];

/** One number for each criterion: swings, weights or contributions. */
export type ByCriterion<T = number> = { readonly [name in Criterion]: T };

/** A value known only to lie between two bounds, both from 0 to 100. */
export type Interval = readonly [low: number, high: number];

/**
 * A fact that is not on record; `about` says whose page can supply it. `could` is what the criterion's value could become
 * once the fact is known. `cases`, for a fact that all candidates share, is the value under each possible answer in turn.
 */
export type MissingFact = {
  readonly fact: string;
  readonly about: 'candidate' | 'alliance';
  readonly could: Interval;
  readonly cases?: readonly number[];
};

/** One ingredient of a criterion with the facts behind it, in a sentence; null means that nothing is on record. */
export type CriterionPart = {
  readonly name: string;
  readonly value: number | null;
  readonly evidence: string;
  readonly missing?: MissingFact;
};

/** A criterion's value from 0 to 100; where facts are missing `value` is null and `interval` says what is still possible. */
export type CriterionScore = {
  readonly criterion: Criterion;
  readonly value: number | null;
  readonly interval: Interval;
  readonly parts: readonly CriterionPart[];
};

export const byCriterion = <T>(valueOf: (name: Criterion) => T): ByCriterion<T> => ({
  valueToArea: valueOf('valueToArea'),
  clout: valueOf('clout'),
  longevity: valueOf('longevity'),
  seniority: valueOf('seniority'),
  stake: valueOf('stake'),
  capacity: valueOf('capacity'),
});

/** The score of a value that is known. */
export const known = (criterion: Criterion, value: number, parts: readonly CriterionPart[]): CriterionScore => ({
  criterion,
  value,
  interval: [value, value],
  parts,
});

/** The score of a value that may lie anywhere between two bounds: an interval, never a zero (R1). */
export const between = (criterion: Criterion, interval: Interval, parts: readonly CriterionPart[]): CriterionScore => ({
  criterion,
  value: null,
  interval,
  parts,
});

/** A part that stands for a fact not on record. */
export const absent = (name: string, evidence: string, missing: MissingFact): CriterionPart => ({
  name,
  value: null,
  evidence,
  missing,
});

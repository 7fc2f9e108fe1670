/** What a candidate is weighed on (R1), in the order in which pages and replies list it. */
export const criteria = ['valueToArea', 'clout', 'longevity', 'seniority', 'stake', 'capacity'] as const;

export type Criterion = (typeof criteria)[number];

/** One number for each criterion: swings, weights or contributions. */
export type ByCriterion<T = number> = { readonly [name in Criterion]: T };

/** A value known only to lie between two bounds, both from 0 to 100. */
export type Interval = readonly [low: number, high: number];

/** A fact that is not on record; `about` says whose page can supply it. */
export type MissingFact = {
  readonly fact: string;
  readonly about: 'candidate' | 'alliance';
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

import { type Criterion, criteria } from '#sponsorship/domain/criterion.ts';
import { sponsorshipWords } from './sponsorship-words.ts';

/** Points of the score, to one digit. */
export const points = (value: number): string =>
  new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);

/** A share from 0 to 1 as a whole percentage; what is not nothing never reads as 0%. */
export const percent = (share: number): string =>
  share > 0 && share < 0.005 ? '<1%' : new Intl.NumberFormat(undefined, { style: 'percent' }).format(share);

export const criterionName = (criterion: Criterion): string => sponsorshipWords.criteria[criterion];

export const criterionNames: readonly string[] = criteria.map(criterionName);

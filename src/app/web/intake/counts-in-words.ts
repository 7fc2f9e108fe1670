import type { OutcomeCounts } from '#app/server/intake/intake-contract.ts';
import { intakeWords } from './intake-words.ts';

const inDigits = new Intl.NumberFormat();
const order = ['new', 'changed', 'unchanged', 'refused'] as const;

/** '12 new, 3 changed, 1 refused': what is nought is left out. */
export const countsInWords = (counts: OutcomeCounts): string =>
  order
    .filter((name) => counts[name] > 0)
    .map((name) => `${inDigits.format(counts[name])} ${intakeWords.counts[name]}`)
    .join(', ');

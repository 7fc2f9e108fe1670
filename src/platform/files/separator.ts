export type Separator = { readonly character: string; readonly inWords: string };

const candidates: readonly Separator[] = [
  { character: ',', inWords: 'commas' },
  { character: ';', inWords: 'semicolons' },
  { character: '\t', inWords: 'tabs' },
  { character: '|', inWords: 'bars' },
];

/**
 * What separates the cells of a text table: the first line may say so (sep=;), else the character that divides the
 * first lines into the same number of cells, the more cells the better; quoted text does not count.
 */
export const detectSeparator = (sample: string): Separator => {
  const stated = /^\s*sep=(.)\r?\n/i.exec(sample)?.[1];
  const named = candidates.find(({ character }) => character === stated);
  if (named) return named;
  let best = candidates[0] as Separator;
  let bestScore = 0;
  for (const candidate of candidates) {
    const score = evenness(countsByLine(sample, candidate.character));
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
};

const countsByLine = (sample: string, character: string): number[] => {
  const counts: number[] = [];
  let count = 0;
  let length = 0;
  let quoted = false;
  for (const letter of sample) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === '\n') {
      if (length > 0) counts.push(count);
      if (counts.length === 50) return counts;
      [count, length] = [0, 0];
    } else {
      if (letter !== '\r') length += 1;
      if (!quoted && letter === character) count += 1;
    }
  }
  if (length > 0 && counts.length === 0) counts.push(count);
  return counts;
};

/** The commonest count of separators a line, weighed by the share of lines that have it. */
const evenness = (counts: readonly number[]): number => {
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
  let score = 0;
  for (const [count, lines] of tally) score = Math.max(score, (lines / counts.length) ** 2 * (1 + Math.log(count + 1)));
  return score;
};

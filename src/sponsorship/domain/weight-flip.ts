/** From which weight to which (0 to 1, the others keeping their proportions) one criterion must go for a rival to overtake. */
export type WeightFlip = {
  readonly criterion: number;
  readonly rival: number;
  readonly from: number;
  readonly to: number;
};

/**
 * The weight of one criterion at which two candidates are level while the other weights keep their proportions (R1):
 * t* = -R / (d_j - R), with d the differences of their values and R the difference that the other criteria make. Null when no
 * weight strictly between 0 and 1 does it, or when this criterion already has all the weight.
 */
export const levelWeight = (
  differences: readonly number[],
  weights: readonly number[],
  criterion: number,
): number | null => {
  const own = weights[criterion] ?? 0;
  if (own >= 1) return null;
  const rest = differences.reduce(
    (sum, d, k) => (k === criterion ? sum : sum + ((weights[k] ?? 0) * d) / (1 - own)),
    0,
  );
  const d = differences[criterion] ?? 0;
  if (d === rest) return null;
  const level = -rest / (d - rest);
  return level > 0 && level < 1 ? level : null;
};

/**
 * The smallest change of one weight that takes the first place from the winner (R1); null when no single weight does. Beyond
 * `to`, seen from `from`, the rival leads.
 */
export const smallestFlip = (
  winner: readonly number[],
  rivals: readonly (readonly number[])[],
  weights: readonly number[],
): WeightFlip | null => {
  let smallest: WeightFlip | null = null;
  for (const [rival, values] of rivals.entries()) {
    const differences = winner.map((value, k) => value - (values[k] ?? 0));
    for (const [criterion, from] of weights.entries()) {
      const to = levelWeight(differences, weights, criterion);
      if (to !== null && (smallest === null || Math.abs(to - from) < Math.abs(smallest.to - smallest.from))) {
        smallest = { criterion, rival, from, to };
      }
    }
  }
  return smallest;
};

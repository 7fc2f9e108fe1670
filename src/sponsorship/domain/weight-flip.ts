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
  differences: ArrayLike<number>,
  weights: readonly number[],
  criterion: number,
): number | null => {
  const own = weights[criterion] ?? 0;
  if (own >= 1) return null;
  let rest = 0;
  for (let k = 0; k < weights.length; k += 1) {
    if (k !== criterion) rest += ((weights[k] ?? 0) * (differences[k] ?? 0)) / (1 - own);
  }
  const d = differences[criterion] ?? 0;
  if (d === rest) return null;
  const level = -rest / (d - rest);
  return level > 0 && level < 1 ? level : null;
};

/**
 * SPO-10: the smallest change of one weight that takes the first place from the winner (R1); null when no single weight does. Beyond
 * `to`, seen from `from`, the rival leads.
 */
export const smallestFlip = (
  winner: ArrayLike<number>,
  rivals: readonly ArrayLike<number>[],
  weights: readonly number[],
): WeightFlip | null => {
  const differences = new Float64Array(weights.length);
  let smallest: WeightFlip | null = null;
  for (const [rival, values] of rivals.entries()) {
    for (let k = 0; k < weights.length; k += 1) differences[k] = (winner[k] ?? 0) - (values[k] ?? 0);
    for (let criterion = 0; criterion < weights.length; criterion += 1) {
      const from = weights[criterion] ?? 0;
      const to = levelWeight(differences, weights, criterion);
      if (to !== null && (smallest === null || Math.abs(to - from) < Math.abs(smallest.to - smallest.from))) {
        smallest = { criterion, rival, from, to };
      }
    }
  }
  return smallest;
};

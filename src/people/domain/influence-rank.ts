import type { Graph } from './influence-graph.ts';

/**
 * PageRank (Brin and Page 1998) by repeated multiplication: a node hands `damping` of its rank to those it seeks, in
 * proportion to the weights, and the rest evenly to all; a node that seeks nobody hands all evenly. The ranks sum to 1, with
 * an error below 1e-12 in all.
 */
export const pageRank = ({ ids, starts, targets, weights }: Graph, damping: number): Float64Array => {
  const n = ids.length;
  const out = Float64Array.from(ids, (_, node) =>
    weights.subarray(starts[node], starts[node + 1]).reduce((sum, weight) => sum + weight, 0),
  );
  let ranks = new Float64Array(n).fill(1 / n);
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const dangling = out.reduce((sum, total, node) => (total === 0 ? sum + (ranks[node] ?? 0) : sum), 0);
    const next = new Float64Array(n).fill((1 - damping + damping * dangling) / n);
    for (let from = 0; from < n; from += 1) {
      const perWeight = (damping * (ranks[from] ?? 0)) / (out[from] ?? 1);
      for (let tie = starts[from] ?? 0; tie < (starts[from + 1] ?? 0); tie += 1) {
        const to = targets[tie] ?? 0;
        next[to] = (next[to] ?? 0) + perWeight * (weights[tie] ?? 0);
      }
    }
    const moved = next.reduce((sum, rank, node) => sum + Math.abs(rank - (ranks[node] ?? 0)), 0);
    ranks = next;
    if (moved < 1e-14) break;
  }
  return ranks;
};

/** Each turn leaves at most `damping` of the error: enough for a damping of .99, and an end where rounding keeps it moving. */
const mostTurns = 3_000;

/**
 * Where each value stands among the others, 0 to 100: the share of the others below it, with half of those equal to it. The
 * only lowest has 0, the only highest 100; someone alone has 100. Values within a billionth of each other count as equal.
 */
export const percentiles = (values: Float64Array): Float64Array => {
  const others = values.length - 1;
  if (others === 0) return Float64Array.of(100);
  const sorted = values.toSorted();
  const countBelow = (limit: number) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return values.map((value) => {
    const below = countBelow(value * (1 - 1e-9));
    const equal = countBelow(value * (1 + 1e-9)) - below - 1;
    return (100 * (below + equal / 2)) / others;
  });
};

import type { Graph } from './influence-graph.ts';

/**
 * PageRank (Brin and Page 1998) by repeated multiplication: a node hands `damping` of its rank to those it seeks, in
 * proportion to the weights, and the rest evenly to all; a node that seeks nobody hands all evenly. The ranks sum to 1, with
 * an error below 1e-12 in all.
 */
export const pageRank = ({ ids, ties }: Graph, damping: number): Float64Array => {
  const n = ids.length;
  const out = ties.map((row) => [...row.values()].reduce((sum, weight) => sum + weight, 0));
  let ranks = new Float64Array(n).fill(1 / n);
  for (let turn = 0; turn < 10_000; turn += 1) {
    const dangling = out.reduce((sum, total, index) => (total === 0 ? sum + (ranks[index] ?? 0) : sum), 0);
    const next = new Float64Array(n).fill((1 - damping + damping * dangling) / n);
    for (const [from, row] of ties.entries()) {
      const perWeight = (damping * (ranks[from] ?? 0)) / (out[from] ?? 1);
      for (const [to, weight] of row) next[to] = (next[to] ?? 0) + perWeight * weight;
    }
    const moved = next.reduce((sum, rank, index) => sum + Math.abs(rank - (ranks[index] ?? 0)), 0);
    ranks = next;
    if (moved < 1e-15 * n || moved < 1e-13) break;
  }
  return ranks;
};

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

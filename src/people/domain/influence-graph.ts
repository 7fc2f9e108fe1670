/** `from` seeks out `to`; the weight (above 0, 1 unless given) is the strength of the tie. */
export type Edge = readonly [from: string, to: string] | readonly [from: string, to: string, weight: number];

/**
 * Ties by node number: those of node i are at starts[i] up to, not including, starts[i + 1]. Several edges of one pair are one
 * tie with the sum of their weights.
 */
export type Graph = {
  readonly ids: readonly string[];
  readonly starts: Int32Array;
  readonly targets: Int32Array;
  readonly weights: Float64Array;
};

/** Numbers the nodes in order of their ids; without direction each edge is a tie both ways. */
export const graphOf = (edges: readonly Edge[], directed: boolean): Graph => {
  const ids = [...new Set(edges.flatMap(([from, to]) => [from, to]))].toSorted();
  const numberOf = new Map(ids.map((id, index) => [id, index]));
  const rows = ids.map(() => new Map<number, number>());
  const add = (from: string, to: string, weight: number) => {
    const target = numberOf.get(to) ?? 0;
    const row = rows[numberOf.get(from) ?? 0];
    row?.set(target, (row.get(target) ?? 0) + weight);
  };
  for (const [from, to, weight = 1] of edges) {
    add(from, to, weight);
    if (!directed && from !== to) add(to, from, weight);
  }
  const starts = new Int32Array(ids.length + 1);
  for (const [index, row] of rows.entries()) starts[index + 1] = (starts[index] ?? 0) + row.size;
  return {
    ids,
    starts,
    targets: Int32Array.from(rows.flatMap((row) => [...row.keys()])),
    weights: Float64Array.from(rows.flatMap((row) => [...row.values()])),
  };
};

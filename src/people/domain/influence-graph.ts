/** `from` seeks out `to`; the weight (above 0, 1 unless given) is the strength of the tie. */
export type Edge = readonly [from: string, to: string] | readonly [from: string, to: string, weight: number];

/** Ties by node number; several edges of one pair are one tie with the sum of their weights. */
export type Graph = {
  readonly ids: readonly string[];
  readonly ties: readonly ReadonlyMap<number, number>[];
};

/** Numbers the nodes in order of their ids; without direction each edge is a tie both ways. */
export const graphOf = (edges: readonly Edge[], directed: boolean): Graph => {
  const ids = [...new Set(edges.flatMap(([from, to]) => [from, to]))].sort();
  const numberOf = new Map(ids.map((id, index) => [id, index]));
  const ties = ids.map(() => new Map<number, number>());
  const add = (from: string, to: string, weight: number) => {
    const target = numberOf.get(to) ?? 0;
    const row = ties[numberOf.get(from) ?? 0];
    row?.set(target, (row.get(target) ?? 0) + weight);
  };
  for (const [from, to, weight = 1] of edges) {
    add(from, to, weight);
    if (!directed && from !== to) add(to, from, weight);
  }
  return { ids, ties };
};

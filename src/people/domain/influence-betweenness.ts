import type { Graph } from './influence-graph.ts';

/**
 * Betweenness (Freeman 1977) by Brandes' accumulation (2001): the share, over all ordered pairs of others, of the shortest
 * ways that pass through a node; 0 to 1. A tie of weight w is 1/w long, since a stronger tie brings people closer; ties to
 * oneself do not count. With fewer than three nodes nobody stands between others: 0.
 */
export const betweenness = ({ ids, ties }: Graph): Float64Array => {
  const n = ids.length;
  const score = new Float64Array(n);
  for (let source = 0; source < n; source += 1) {
    const { order, ways, before } = shortestWays(ties, source);
    const through = new Float64Array(n);
    for (const node of order.toReversed()) {
      for (const previous of before[node] ?? []) {
        const portion = ((ways[previous] ?? 0) / (ways[node] ?? 1)) * (1 + (through[node] ?? 0));
        through[previous] = (through[previous] ?? 0) + portion;
      }
      if (node !== source) score[node] = (score[node] ?? 0) + (through[node] ?? 0);
    }
  }
  const pairs = (n - 1) * (n - 2);
  return pairs > 0 ? score.map((sum) => sum / pairs) : score;
};

type Ways = { readonly order: readonly number[]; readonly ways: Float64Array; readonly before: readonly number[][] };

/** Dijkstra from one node, counting equally short ways (equal within a billionth, since 1/w is rounded). */
const shortestWays = (ties: Graph['ties'], source: number): Ways => {
  const n = ties.length;
  const distance = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const ways = new Float64Array(n);
  const before: number[][] = Array.from({ length: n }, () => []);
  const settled = new Uint8Array(n);
  const order: number[] = [];
  const queue = nearestFirst();
  distance[source] = 0;
  ways[source] = 1;
  queue.push(0, source);
  for (let node = queue.pop(); node !== null; node = queue.pop()) {
    if (settled[node]) continue;
    settled[node] = 1;
    order.push(node);
    const here = distance[node] ?? 0;
    for (const [next, weight] of ties[node] ?? []) {
      if (next === node || settled[next]) continue;
      const reach = here + 1 / weight;
      const known = distance[next] ?? 0;
      if (reach < known * (1 - 1e-9)) {
        distance[next] = reach;
        ways[next] = ways[node] ?? 0;
        before[next] = [node];
        queue.push(reach, next);
      } else if (reach <= known * (1 + 1e-9)) {
        ways[next] = (ways[next] ?? 0) + (ways[node] ?? 0);
        before[next]?.push(node);
      }
    }
  }
  return { order, ways, before };
};

/** A binary heap of nodes by distance. */
const nearestFirst = () => {
  const heap: { readonly distance: number; readonly node: number }[] = [];
  const distanceAt = (index: number) => heap[index]?.distance ?? Number.POSITIVE_INFINITY;
  const swap = (one: number, other: number) => {
    const [a, b] = [heap[one], heap[other]];
    if (a && b) [heap[one], heap[other]] = [b, a];
  };
  return {
    push: (distance: number, node: number) => {
      let index = heap.push({ distance, node }) - 1;
      while (index > 0 && distanceAt(index) < distanceAt((index - 1) >> 1)) {
        swap(index, (index - 1) >> 1);
        index = (index - 1) >> 1;
      }
    },
    pop: (): number | null => {
      swap(0, heap.length - 1);
      const nearest = heap.pop();
      for (let index = 0; ; ) {
        const child = 2 * index + (distanceAt(2 * index + 2) < distanceAt(2 * index + 1) ? 2 : 1);
        if (distanceAt(index) <= distanceAt(child)) return nearest?.node ?? null;
        swap(index, child);
        index = child;
      }
    },
  };
};

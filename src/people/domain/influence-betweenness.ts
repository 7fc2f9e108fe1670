import type { Graph } from './influence-graph.ts';

/**
 * Betweenness (Freeman 1977) by Brandes' accumulation (2001): the share, over all ordered pairs of others, of the shortest
 * ways that pass through a node; 0 to 1. A tie of weight w is 1/w long, since a stronger tie brings people closer; ties to
 * oneself do not count. With fewer than three nodes nobody stands between others: 0.
 */
export const betweenness = (graph: Graph): Float64Array => {
  const n = graph.ids.length;
  const score = new Float64Array(n);
  const through = new Float64Array(n);
  const isEven = graph.weights.every((weight) => weight === graph.weights[0]);
  for (let source = 0; source < n; source += 1) {
    const ways = isEven ? fewestSteps(graph, source) : shortestWays(graph, source);
    through.fill(0);
    // From the farthest inwards: each node passes on what it got, and itself, along the ways by which it was reached.
    for (const node of ways.order.toReversed()) {
      const portion = (1 + (through[node] ?? 0)) / (ways.count[node] ?? 1);
      for (const previous of ways.before[node] ?? []) {
        through[previous] = (through[previous] ?? 0) + (ways.count[previous] ?? 0) * portion;
      }
      if (node !== source) score[node] = (score[node] ?? 0) + (through[node] ?? 0);
    }
  }
  const pairs = (n - 1) * (n - 2);
  return pairs > 0 ? score.map((sum) => sum / pairs) : score;
};

/** From one source: nodes from the nearest on, how many shortest ways lead to each, and from where they come. */
type Ways = { readonly order: readonly number[]; readonly count: Float64Array; readonly before: readonly number[][] };

/** Breadth first, for ties that are all equally strong. */
const fewestSteps = ({ ids, starts, targets }: Graph, source: number): Ways => {
  const steps = new Int32Array(ids.length).fill(-1);
  const count = new Float64Array(ids.length);
  const before: number[][] = ids.map(() => []);
  const order = [source];
  steps[source] = 0;
  count[source] = 1;
  for (let place = 0; place < order.length; place += 1) {
    const node = order[place] ?? 0;
    for (let tie = starts[node] ?? 0; tie < (starts[node + 1] ?? 0); tie += 1) {
      const next = targets[tie] ?? 0;
      if (steps[next] === -1) {
        steps[next] = (steps[node] ?? 0) + 1;
        order.push(next);
      }
      if (steps[next] === (steps[node] ?? 0) + 1) {
        count[next] = (count[next] ?? 0) + (count[node] ?? 0);
        before[next]?.push(node);
      }
    }
  }
  return { order, count, before };
};

/** Dijkstra; ways whose lengths differ by less than a billionth are equally short, since 1/w is rounded. */
const shortestWays = ({ ids, starts, targets, weights }: Graph, source: number): Ways => {
  const distance = new Float64Array(ids.length).fill(Number.POSITIVE_INFINITY);
  const count = new Float64Array(ids.length);
  const before: number[][] = ids.map(() => []);
  const settled = new Uint8Array(ids.length);
  const order: number[] = [];
  const queue = nearestFirst();
  distance[source] = 0;
  count[source] = 1;
  queue.push(0, source);
  for (let node = queue.pop(); node !== null; node = queue.pop()) {
    if (settled[node]) continue;
    settled[node] = 1;
    order.push(node);
    for (let tie = starts[node] ?? 0; tie < (starts[node + 1] ?? 0); tie += 1) {
      const next = targets[tie] ?? 0;
      if (settled[next]) continue;
      const reach = (distance[node] ?? 0) + 1 / (weights[tie] ?? 1);
      const known = distance[next] ?? 0;
      if (reach < known * (1 - 1e-9)) {
        distance[next] = reach;
        count[next] = count[node] ?? 0;
        before[next] = [node];
        queue.push(reach, next);
      } else if (reach <= known * (1 + 1e-9)) {
        count[next] = (count[next] ?? 0) + (count[node] ?? 0);
        before[next]?.push(node);
      }
    }
  }
  return { order, count, before };
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

import { betweenness } from './influence-betweenness.ts';
import { pageRank, percentiles } from './influence-rank.ts';
import { type Edge, graphOf } from './influence-graph.ts';

/** Who seeks whom: `directed` true unless said otherwise; `damping` .85 unless said otherwise. */
export type InfluenceQuestion = {
  readonly edges: readonly Edge[];
  readonly directed?: boolean;
  readonly damping?: number;
};

/** `pageRank` sums to 1 over all; `percentile` 0 to 100; `betweenness` 0 to 1, the share of others' shortest ways that pass here. */
export type NodeInfluence = {
  readonly id: string;
  readonly pageRank: number;
  readonly percentile: number;
  readonly betweenness: number;
};

/** Influence of everyone named in an edge, the most sought first (R1: the network half of clout). */
export const influence = ({ edges, directed = true, damping = 0.85 }: InfluenceQuestion): readonly NodeInfluence[] => {
  const graph = graphOf(edges, directed);
  const ranks = pageRank(graph, damping);
  const places = percentiles(ranks);
  const between = betweenness(graph);
  return graph.ids
    .map((id, index) => ({
      id,
      pageRank: ranks[index] ?? 0,
      percentile: places[index] ?? 0,
      betweenness: between[index] ?? 0,
    }))
    .toSorted((one, other) => other.percentile - one.percentile || (one.id < other.id ? -1 : 1));
};

/** Only each one's percentile by PageRank: what ranking needs, in time linear in the edges. */
export const networkPercentiles = (edges: readonly Edge[], damping = 0.85): ReadonlyMap<string, number> => {
  const graph = graphOf(edges, true);
  const places = percentiles(pageRank(graph, damping));
  return new Map(graph.ids.map((id, index) => [id, places[index] ?? 0]));
};

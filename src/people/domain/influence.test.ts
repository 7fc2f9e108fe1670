import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { influence, type InfluenceQuestion, networkPercentiles } from './influence.ts';
import type { Edge } from './influence-graph.ts';

const by = (name: 'pageRank' | 'percentile' | 'betweenness', question: InfluenceQuestion) =>
  Object.fromEntries(influence(question).map((node) => [node.id, node[name]]));

const closeTo = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, expect.closeTo(value, 9)]));

describe('PageRank (R1)', () => {
  it('is even on a ring', () => {
    expect(
      by('pageRank', {
        edges: [
          ['a', 'b'],
          ['b', 'c'],
          ['c', 'a'],
        ],
      }),
    ).toEqual(closeTo({ a: 1 / 3, b: 1 / 3, c: 1 / 3 }));
  });

  it('spreads the rank of someone who seeks nobody evenly: two nodes, one edge, by hand', () => {
    // a = .075 + .425 b, b = .075 + .85 a + .425 b, a + b = 1
    const a = 0.5 / 1.425;
    expect(by('pageRank', { edges: [['a', 'b']] })).toEqual(closeTo({ a, b: 1 - a }));
  });

  it('on a star of four who all seek the middle: known by hand', () => {
    const edges: Edge[] = [
      ['p', 'm'],
      ['q', 'm'],
      ['r', 'm'],
      ['s', 'm'],
    ];
    // each outside x = (.15 + .85 m) / 5, m = 1 - 4x
    const x = 1 / (5 + 4 * 0.85);
    expect(by('pageRank', { edges })).toEqual(closeTo({ m: 1 - 4 * x, p: x, q: x, r: x, s: x }));
  });

  it('solves its own equation on the eleven pages of the textbook figure: B 38.4, C 34.3, E 8.1, D and F 3.9, A 3.3, others 1.6 percent', () => {
    const text = 'BC CB DA DB EB ED EF FB FE GB GE HB HE IB IE JE KE';
    const ranks = by('pageRank', { edges: text.split(' ').map((pair): Edge => [pair[0] ?? '', pair[1] ?? '']) });
    const percent = Object.fromEntries(
      Object.entries(ranks).map(([id, rank]) => [id, Number((100 * rank).toFixed(1))]),
    );
    expect(percent).toEqual({
      A: 3.3,
      B: 38.4,
      C: 34.3,
      D: 3.9,
      E: 8.1,
      F: 3.9,
      G: 1.6,
      H: 1.6,
      I: 1.6,
      J: 1.6,
      K: 1.6,
    });
  });

  it('hands on in proportion to the weights', () => {
    const ranks = by('pageRank', {
      edges: [
        ['a', 'b', 3],
        ['a', 'c', 1],
        ['b', 'a'],
        ['c', 'a'],
      ],
    });
    const base = 0.05;
    expect(((ranks['b'] ?? 0) - base) / ((ranks['c'] ?? 0) - base)).toBeCloseTo(3, 9);
  });

  it('takes several edges of a pair as one tie, and without direction each edge both ways', () => {
    expect(
      by('pageRank', {
        edges: [
          ['a', 'b'],
          ['a', 'b'],
          ['a', 'c'],
          ['c', 'a'],
        ],
      }),
    ).toEqual(
      closeTo(
        by('pageRank', {
          edges: [
            ['a', 'b', 2],
            ['a', 'c'],
            ['c', 'a'],
          ],
        }),
      ),
    );
    expect(
      by('pageRank', {
        edges: [
          ['a', 'b'],
          ['b', 'c'],
        ],
        directed: false,
      }),
    ).toEqual(
      closeTo(
        by('pageRank', {
          edges: [
            ['a', 'b'],
            ['b', 'a'],
            ['b', 'c'],
            ['c', 'b'],
          ],
        }),
      ),
    );
  });

  it('sums to 1 and gives everyone at least the even part', () => {
    const node = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(node, node, fc.double({ min: 0.1, max: 9, noNaN: true })), { minLength: 1 }),
        (edges) => {
          const nodes = influence({ edges });
          expect(nodes.reduce((sum, { pageRank }) => sum + pageRank, 0)).toBeCloseTo(1, 9);
          for (const { pageRank } of nodes) expect(pageRank).toBeGreaterThanOrEqual(0.15 / nodes.length - 1e-12);
        },
      ),
    );
  });
});

describe('percentile', () => {
  it('is 100 for the only highest, 0 for the only lowest, halves for equals', () => {
    const edges: Edge[] = [
      ['p', 'm'],
      ['q', 'm'],
      ['r', 'm'],
      ['s', 'm'],
    ];
    expect(by('percentile', { edges })).toEqual({ m: 100, p: 37.5, q: 37.5, r: 37.5, s: 37.5 });
    expect(
      by('percentile', {
        edges: [
          ['a', 'b'],
          ['b', 'c'],
        ],
      }),
    ).toEqual({ a: 0, b: 50, c: 100 });
    expect(
      networkPercentiles([
        ['a', 'b'],
        ['b', 'c'],
      ]).get('c'),
    ).toBe(100);
  });
});

describe('betweenness', () => {
  const path: Edge[] = [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'd'],
    ['d', 'e'],
  ];

  it('on a path of five: 0, 1/2, 2/3, 1/2, 0', () => {
    expect(by('betweenness', { edges: path, directed: false })).toEqual(
      closeTo({ a: 0, b: 1 / 2, c: 2 / 3, d: 1 / 2, e: 0 }),
    );
  });

  it('on a directed path of five half as much: only one way leads through', () => {
    expect(by('betweenness', { edges: path })).toEqual(closeTo({ a: 0, b: 1 / 4, c: 1 / 3, d: 1 / 4, e: 0 }));
  });

  it('on a star: 1 in the middle and 0 outside', () => {
    const edges: Edge[] = [
      ['m', 'p'],
      ['m', 'q'],
      ['m', 'r'],
    ];
    expect(by('betweenness', { edges, directed: false })).toEqual(closeTo({ m: 1, p: 0, q: 0, r: 0 }));
  });

  it('shares equally short ways: on a ring of four each stands on half a pair of ways', () => {
    const edges: Edge[] = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
      ['d', 'a'],
    ];
    expect(by('betweenness', { edges, directed: false })).toEqual(closeTo({ a: 1 / 6, b: 1 / 6, c: 1 / 6, d: 1 / 6 }));
  });

  it('takes a stronger tie as shorter: two strong ties beat a weak direct one', () => {
    const edges: Edge[] = [
      ['a', 'c', 1],
      ['a', 'b', 3],
      ['b', 'c', 3],
    ];
    expect(by('betweenness', { edges, directed: false })).toEqual(closeTo({ a: 0, b: 1, c: 0 }));
    // 1/1.5 + 1/3 is exactly as long as the direct way: half the pair
    const equal: Edge[] = [
      ['a', 'c', 1],
      ['a', 'b', 1.5],
      ['b', 'c', 3],
    ];
    expect(by('betweenness', { edges: equal, directed: false })).toEqual(closeTo({ a: 0, b: 1 / 2, c: 0 }));
  });

  it('gives the same by steps and by lengths when all ties are equally strong', () => {
    const node = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { minLength: 1 }), fc.boolean(), (pairs, directed) => {
        const edges = [
          ...new Map(pairs.map(([from, to]) => [[from, to].toSorted().join(), [from, to] as const])).values(),
        ];
        // A tie of another strength between two outsiders makes the lengths count, and no others' ways any shorter.
        const apart: Edge[] = [...edges, ['y', 'z', 2]];
        const both: Edge[] = [...edges, ['y', 'z']];
        expect(by('betweenness', { edges: apart, directed })).toEqual(
          closeTo(by('betweenness', { edges: both, directed })),
        );
      }),
    );
  });
});

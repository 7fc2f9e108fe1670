/** Nodes in [0, 1] and weights of a quadrature rule: the integral of f over [0, 1] is about the sum of weight x f(node). */
export type Quadrature = { readonly nodes: readonly number[]; readonly weights: readonly number[] };

/** Legendre's polynomial of degree n at x, with its derivative, by the three-term recurrence. */
const legendre = (n: number, x: number): { value: number; slope: number } => {
  let [before, value] = [1, x];
  for (let degree = 2; degree <= n; degree += 1) {
    [before, value] = [value, ((2 * degree - 1) * x * value - (degree - 1) * before) / degree];
  }
  return { value, slope: (n * (x * value - before)) / (x * x - 1) };
};

/** Gauss-Legendre quadrature on [0, 1], exact for polynomials up to degree 2n - 1 (n from 2); roots by Newton's method. */
export const gaussLegendre = (n: number): Quadrature => {
  const roots = Array.from({ length: n }, (_, index) => {
    let x = Math.cos((Math.PI * (index + 0.75)) / (n + 0.5));
    for (let turn = 0; turn < 8; turn += 1) {
      const { value, slope } = legendre(n, x);
      x -= value / slope;
    }
    return { x, slope: legendre(n, x).slope };
  });
  return {
    nodes: roots.map(({ x }) => (1 + x) / 2),
    weights: roots.map(({ x, slope }) => 1 / ((1 - x * x) * slope * slope)),
  };
};

const rule = gaussLegendre(16);

const onPanel = (f: (x: number) => number, from: number, to: number): number => {
  const width = to - from;
  return width * rule.nodes.reduce((sum, node, index) => sum + (rule.weights[index] ?? 0) * f(from + width * node), 0);
};

const refine = (
  f: (x: number) => number,
  from: number,
  to: number,
  whole: number,
  tolerance: number,
  depth: number,
): number => {
  const middle = (from + to) / 2;
  const left = onPanel(f, from, middle);
  const right = onPanel(f, middle, to);
  if (depth === 0 || Math.abs(left + right - whole) <= tolerance) return left + right;
  return (
    refine(f, from, middle, left, tolerance / 2, depth - 1) + refine(f, middle, to, right, tolerance / 2, depth - 1)
  );
};

/** Ever wider panels from the start, where a survival curve may fall steeply or begin like a root: 2^-24, ..., 1/2, 1. */
const gradedEdges = [0, ...Array.from({ length: 25 }, (_, index) => 2 ** (index - 24))];

/**
 * The integral of a function over [from, to], halving panels until both halves agree with the whole; absolute error well
 * below 1e-9 for survival curves. Where the function jumps, integrate up to the jump and from it separately.
 */
export const integral = (f: (x: number) => number, from: number, to: number): number => {
  const width = to - from;
  const tolerance = 1e-13 * Math.max(1, width);
  return gradedEdges.slice(1).reduce((sum, edge, index) => {
    const [start, end] = [from + width * (gradedEdges[index] ?? 0), from + width * edge];
    return sum + refine(f, start, end, onPanel(f, start, end), tolerance, 40);
  }, 0);
};

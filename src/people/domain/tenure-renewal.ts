/** A curve at equal steps over the horizon, its first value at 0. */
export type Curve = Float64Array;

export const curveOf = (value: (years: number) => number, horizon: number, steps: number): Curve =>
  Float64Array.from({ length: steps + 1 }, (_, index) => value((horizon * index) / steps));

/**
 * Solves y(t) = start(t) + factor x integral of y(t - u) dF(u) on equal steps, F(t) = 1 - survival(t), by the trapezoid rule
 * for the steps of F: the error falls with the square of the step. With start = F and factor 1 this is the renewal function.
 */
export const renewalCurve = (start: Curve, survival: Curve, factor: number): Curve => {
  const curve = new Float64Array(start.length);
  const rises = risesOf(survival);
  const first = (rises[1] ?? 0) / 2;
  curve[0] = start[0] ?? 0;
  for (let n = 1; n < start.length; n += 1) {
    let sum = first * (curve[n - 1] ?? 0);
    for (let i = 2; i <= n; i += 1) sum += 0.5 * (rises[i] ?? 0) * ((curve[n - i] ?? 0) + (curve[n - i + 1] ?? 0));
    curve[n] = ((start[n] ?? 0) + factor * sum) / (1 - factor * first);
  }
  return curve;
};

/** The same where the first spell differs from all later ones: start(t) + factor x integral of later(t - u) dF(u). */
export const delayedCurve = (start: Curve, survival: Curve, factor: number, later: Curve): Curve => {
  const rises = risesOf(survival);
  return start.map((value, n) => {
    let sum = 0;
    for (let i = 1; i <= n; i += 1) sum += 0.5 * (rises[i] ?? 0) * ((later[n - i] ?? 0) + (later[n - i + 1] ?? 0));
    return value + factor * sum;
  });
};

/** Richardson's step: from a curve at one step and one at half of it, the coarse points with the leading error removed. */
export const extrapolated = (coarse: Curve, fine: Curve): Curve =>
  coarse.map((value, n) => (4 * (fine[2 * n] ?? 0) - value) / 3);

/** The integral of a curve from 0 to each of its points, by cubics through neighbouring points (at least four of them). */
export const accumulated = (curve: Curve, step: number): Curve => {
  const last = curve.length - 1;
  const at = (index: number) => curve[index] ?? 0;
  const total = new Float64Array(curve.length);
  for (let n = 1; n <= last; n += 1) {
    const piece =
      n === 1
        ? (9 * at(0) + 19 * at(1) - 5 * at(2) + at(3)) / 24
        : n === last
          ? (9 * at(last) + 19 * at(last - 1) - 5 * at(last - 2) + at(last - 3)) / 24
          : (13 * (at(n - 1) + at(n)) - at(n - 2) - at(n + 1)) / 24;
    total[n] = (total[n - 1] ?? 0) + step * piece;
  }
  return total;
};

/** The curve's value at any position (in steps) by the cubic through the four nearest points. */
export const valueAt = (curve: Curve, position: number): number => {
  const left = Math.min(Math.max(Math.floor(position) - 1, 0), curve.length - 4);
  const x = position - left;
  const a = curve[left] ?? 0;
  const b = curve[left + 1] ?? 0;
  const c = curve[left + 2] ?? 0;
  const d = curve[left + 3] ?? 0;
  return (
    (-a * (x - 1) * (x - 2) * (x - 3)) / 6 +
    (b * x * (x - 2) * (x - 3)) / 2 -
    (c * x * (x - 1) * (x - 3)) / 2 +
    (d * x * (x - 1) * (x - 2)) / 6
  );
};

/** How far the distribution F rises in each step. */
const risesOf = (survival: Curve): Curve =>
  survival.map((value, index) => (index === 0 ? 0 : (survival[index - 1] ?? 0) - value));

import { describe, expect, it } from 'vitest';
import { gamma } from './tenure-gamma.ts';

const relativeError = (x: number, exact: number) => Math.abs(gamma(x) / exact - 1);

describe('gamma', () => {
  it('is the factorial at whole numbers, to 1e-12', () => {
    let factorial = 1;
    for (let n = 1; n <= 170; n += 1) {
      expect(relativeError(n, factorial), `Gamma(${n})`).toBeLessThan(1e-12);
      factorial *= n;
    }
  });

  it('is known at halves and between, to 1e-12', () => {
    expect(relativeError(0.5, Math.sqrt(Math.PI))).toBeLessThan(1e-12);
    expect(relativeError(1.5, Math.sqrt(Math.PI) / 2)).toBeLessThan(1e-12);
    expect(relativeError(1 / 3, 2.678938534707747)).toBeLessThan(1e-12);
    expect(relativeError(1.25, 0.9064024770554771)).toBeLessThan(1e-12);
    expect(relativeError(5 / 3, 0.9027452929509336)).toBeLessThan(1e-12);
    expect(relativeError(-0.5, -2 * Math.sqrt(Math.PI))).toBeLessThan(1e-12);
  });

  it('steps by x Gamma(x) = Gamma(x + 1), to 1e-12', () => {
    for (let x = 0.05; x < 100; x += 0.37) expect(relativeError(x + 1, x * gamma(x))).toBeLessThan(1e-12);
  });
});

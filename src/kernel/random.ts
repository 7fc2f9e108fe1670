/** A source of luck that is passed in: numbers in [0, 1). */
export type Random = () => number;

/**
 * A seeded generator (mulberry32): 32-bit state, period 2^32, good enough for sampling weights.
 * The same seed gives the same sequence on the server and in the browser.
 */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** A draw from the exponential distribution with mean 1. */
export const exponentialDraw = (random: Random): number => -Math.log(1 - random());

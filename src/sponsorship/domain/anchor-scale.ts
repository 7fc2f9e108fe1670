import type { Anchor } from './sponsorship-policy.ts';

/** The score of a raw measure on a piecewise linear scale whose points are in rising order of `at`; level beyond its ends. */
export const scoreOn = (anchors: readonly Anchor[], measure: number): number => {
  let before = anchors[0];
  for (const anchor of anchors) {
    if (measure <= anchor.at) {
      if (!before || before === anchor) return anchor.score;
      return before.score + ((anchor.score - before.score) * (measure - before.at)) / (anchor.at - before.at);
    }
    before = anchor;
  }
  return before?.score ?? 0;
};

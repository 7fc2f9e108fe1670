import { exponentialDraw, type Random, seededRandom } from '#kernel/random.ts';
import { scaleOf } from './tenure.ts';
import type { ChangesAnswer, ChangesQuestion } from './tenure-changes.ts';

/** The three answers played out on many paths, each with the standard error of its mean. */
export type SimulatedChanges = ChangesAnswer & { readonly standardErrors: ChangesAnswer };

/** Plays the horizon through `paths` times with a seeded generator: a check of `sponsorChanges` by another road (R2). */
export const simulateChanges = (question: ChangesQuestion, paths: number, seed: number): SimulatedChanges => {
  const random = seededRandom(seed);
  const changes = tally();
  const noChange = tally();
  const share = tally();
  for (let path = 0; path < paths; path += 1) {
    const { count, firstEnd } = playOnce(question, random);
    changes.add(count);
    noChange.add(count === 0 ? 1 : 0);
    share.add(Math.min(firstEnd, question.horizon) / question.horizon);
  }
  return {
    expectedChanges: changes.mean(),
    noChange: noChange.mean(),
    share: share.mean(),
    standardErrors: {
      expectedChanges: changes.standardError(),
      noChange: noChange.standardError(),
      share: share.standardError(),
    },
  };
};

/** One horizon: roles follow one another; a role move changes the sponsor unless kept, an exit always does. */
const playOnce = (question: ChangesQuestion, random: Random): { count: number; firstEnd: number } => {
  const { exitRate, kept, horizon, served = 0 } = question;
  const scale = scaleOf(question.role);
  const { shape } = question.role;
  let [now, age, count, firstEnd] = [0, served, 0, Number.POSITIVE_INFINITY];
  for (;;) {
    // By inversion: the hazard already behind plus a fresh exponential is the hazard at the end of the role.
    const untilMove = scale * ((age / scale) ** shape + exponentialDraw(random)) ** (1 / shape) - age;
    const untilExit = exitRate === 0 ? Number.POSITIVE_INFINITY : exponentialDraw(random) / exitRate;
    now += Math.min(untilMove, untilExit);
    if (now > horizon) return { count, firstEnd };
    age = 0;
    if (untilExit < untilMove || random() >= kept) {
      if (count === 0) firstEnd = now;
      count += 1;
    }
  }
};

const tally = () => {
  let [n, sum, squares] = [0, 0, 0];
  return {
    add: (value: number) => {
      n += 1;
      sum += value;
      squares += value * value;
    },
    mean: () => sum / n,
    standardError: () => (n < 2 ? 0 : Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2) / (n - 1))),
  };
};

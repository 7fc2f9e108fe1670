import { pathToFileURL } from 'node:url';
import { criteria } from '#sponsorship/domain/criterion.ts';
import { prepareRanking, rankCandidates, rerank } from '#sponsorship/domain/ranking.ts';
import { defaultPolicy } from '#sponsorship/domain/sponsorship-policy.ts';
import { benchAlliance, benchCandidates } from './ranking-cast.ts';

export type BenchFigure = {
  readonly name: string;
  readonly figure: number;
  readonly bar: number;
  readonly unit: string;
  readonly ok: boolean;
};

/**
 * Milliseconds of processor time of the work, all threads together, at the middle of several runs after a few that only warm
 * up: what one core would need, whatever else the machine is busy with.
 */
const medianMilliseconds = (work: (run: number) => void, runs: number): number => {
  const times: number[] = [];
  for (let run = -20; run < runs; run += 1) {
    const start = process.cpuUsage();
    work(run);
    const { user, system } = process.cpuUsage(start);
    if (run >= 0) times.push((user + system) / 1000);
  }
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
};

/** Ranking from facts to result: filters, criteria with evidence, order, b1 at 10,000 samples, flip, what to find out. */
const rankTwoThousand = (): BenchFigure => {
  const candidates = benchCandidates(2000);
  const figure = medianMilliseconds((run) => {
    rankCandidates({ alliance: benchAlliance, candidates, policy: withSeed(run) });
  }, 25);
  return { name: 'rank 2,000 candidates with b1 at 10,000', figure, bar: 100, unit: 'ms', ok: figure < 100 };
};

/** A slider's step: new weights, all else prepared; b1 still counts all 10,000 samples. */
const rerankTwoHundred = (): BenchFigure => {
  const ready = prepareRanking({ alliance: benchAlliance, candidates: benchCandidates(200), policy: defaultPolicy });
  const figure = medianMilliseconds((run) => {
    const moved = criteria[(run + 60) % criteria.length] ?? 'clout';
    rerank(ready, { ...ready.swings, [moved]: 5 + ((run + 60) % 19) * 5 });
  }, 60);
  return { name: 're-rank 200 candidates on a slider', figure, bar: 16, unit: 'ms', ok: figure < 16 };
};

const withSeed = (run: number) => ({ ...defaultPolicy, robustness: { ...defaultPolicy.robustness, seed: run + 100 } });

export const benchRanking = (): readonly BenchFigure[] => [rankTwoThousand(), rerankTwoHundred()];

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { name, figure, bar, unit, ok } of benchRanking()) {
    process.stdout.write(`${ok ? 'ok  ' : 'OVER'} ${name}: ${figure.toFixed(1)} ${unit} (bar ${bar} ${unit})\n`);
  }
}

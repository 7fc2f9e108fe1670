import type { Services } from '#platform/context.ts';
import { type RankInput, type RankingResult, rankCandidates } from '#sponsorship/domain/ranking.ts';

export type OffLoop = Services['offLoop'];

/** Up to here a ranking with all its weightings takes under 50 ms of one core; more goes to a worker thread. */
const mostOnLoop = 300;

/** Ranks like `rankCandidates`, without holding up other requests when there are many candidates. */
export const rankOffLoop = async (offLoop: OffLoop, input: RankInput): Promise<RankingResult> =>
  input.candidates.length <= mostOnLoop
    ? rankCandidates(input)
    : ((await offLoop('rankManyCandidates', input)) as RankingResult);

import type { Services } from '#platform/context.ts';
import type { JobHandler, Recurring } from '#platform/jobs/jobs.ts';
import { nominationClockJob, sweepNominations, tickNominationIn } from './nomination-clock.ts';
import { refreshDueStandings } from './refresh-standings.ts';

export const sponsorshipJobs = (services: () => Services): { readonly [job: string]: JobHandler } => ({
  [nominationClockJob]: ({ workspaceId, nominationId }) =>
    tickNominationIn(services(), workspaceId, String(nominationId)),
});

export const sponsorshipRecurring = (services: () => Services): readonly Recurring[] => [
  { name: 'sponsorship.nominationSweep', cron: '7 * * * *', run: () => sweepNominations(services()) },
  { name: 'sponsorship.standings', cron: '5 0 * * *', run: () => refreshDueStandings(services()) },
];

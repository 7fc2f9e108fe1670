import type { Services } from '#platform/context.ts';
import type { JobHandler, Recurring } from '#platform/jobs/jobs.ts';
import { mailDelivery, type MailSettings } from '#platform/mail/deliver-mail.ts';
import { sendMailJob } from '#platform/mail/mail.ts';
import { intakeJobs, intakeRecurring } from './intake/intake-jobs.ts';
import { sponsorshipJobs, sponsorshipRecurring } from '#sponsorship/server/sponsorship-jobs.ts';

/** Every job by name. `services` is asked for late, since the queue is part of the services. */
export const jobHandlers = (services: () => Services, mail: MailSettings): { readonly [job: string]: JobHandler } => ({
  [sendMailJob]: mailDelivery(services, mail),
  ...intakeJobs(services),
  ...sponsorshipJobs(services),
});

/** What runs by the clock. */
export const recurringJobs = (services: () => Services): readonly Recurring[] => [
  ...intakeRecurring(services),
  ...sponsorshipRecurring(services),
];

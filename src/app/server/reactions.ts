import type { Reactions } from '#platform/context.ts';
import { forgetInImports } from './intake/intake-jobs.ts';
import { sponsorshipReactions } from '#sponsorship/server/sponsorship-reactions.ts';

/** What follows from what, in the same transaction, read as one page. Each list runs in its order. */
export const reactions: Reactions = {
  ...sponsorshipReactions,
  'person.erased': [...(sponsorshipReactions['person.erased'] ?? []), forgetInImports],
};

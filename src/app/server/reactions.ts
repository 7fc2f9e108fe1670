import type { Reactions } from '#platform/context.ts';

/** What follows from what, in the same transaction, read as one page. Each list runs in its order. */
export const reactions: Reactions = {};

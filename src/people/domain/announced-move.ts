import type { DateOnly } from '#kernel/date-only.ts';
import { acceptUnless, type Decision, refuse } from '#kernel/decision.ts';
import { erasedRefusal } from './person.ts';

/** A move made known before it happens; `probability` above 0 and at most 1. */
export type AnnouncedMoveDraft = { readonly on: DateOnly; readonly probability: number; readonly source: string };

/** PEO-17: an announced move lies ahead, has a chance above 0 and at most 1, and names who says so. */
export const decideAnnouncedMove = (
  draft: AnnouncedMoveDraft,
  facts: { readonly today: DateOnly; readonly personIsErased: boolean },
): Decision<AnnouncedMoveDraft> => {
  if (facts.personIsErased) return refuse(erasedRefusal);
  const rule = 'PEO-17';
  return acceptUnless(
    [
      ...(draft.on > facts.today
        ? []
        : [{ rule, field: 'on', message: 'An announced move lies ahead; for one that has happened, end the post.' }]),
      ...(draft.probability > 0 && draft.probability <= 1
        ? []
        : [{ rule, field: 'probability', message: 'Give the chance in percent, above 0 and up to 100.' }]),
      ...(draft.source.trim()
        ? []
        : [{ rule, field: 'source', message: 'Say where this is known from, such as a press release and its date.' }]),
    ],
    () => ({ ...draft, source: draft.source.trim() }),
  );
};

import { acceptUnless, type Decision, refuse } from '#kernel/decision.ts';
import type { Money } from '#kernel/money.ts';
import { erasedRefusal } from './person.ts';
import { moneyRefusals } from './position.ts';

/** What a person may decide alone; `upTo` null means without a limit. */
export type DecisionRightDraft = { readonly decision: string; readonly upTo: Money | null; readonly source: string };

export const decideRight = (
  draft: DecisionRightDraft,
  facts: { readonly personIsErased: boolean },
): Decision<DecisionRightDraft> => {
  if (facts.personIsErased) return refuse(erasedRefusal);
  return acceptUnless(
    [
      ...(draft.decision.trim()
        ? []
        : [
            {
              rule: 'PEO-16',
              field: 'decision',
              message: 'Say which kind of decision it is, such as investment or price.',
            },
          ]),
      ...moneyRefusals(draft.upTo, 'upTo'),
    ],
    () => ({ ...draft, decision: draft.decision.trim(), source: draft.source.trim() || 'entered by hand' }),
  );
};

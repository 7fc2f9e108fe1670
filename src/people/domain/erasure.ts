import { acceptUnless, type Decision, refuse } from '#kernel/decision.ts';

/** What still binds a person, in the words in which it is shown. */
export type PersonBonds = {
  readonly isErased: boolean;
  /** Alliances with this person as sponsor, interim sponsor or deputy today or later. */
  readonly sponsors: readonly string[];
  /** Alliances for which they have been asked and have not answered. */
  readonly nominatedFor: readonly string[];
  readonly manages: readonly string[];
  readonly holdsSeat: boolean;
  readonly isInvited: boolean;
};

/** PEO-13: a person is erased once nothing in force depends on them; each refusal says what to do first. */
export const decideErasure = (bonds: PersonBonds, reason: string): Decision<{ readonly reason: string }> => {
  if (bonds.isErased) return refuse({ rule: 'PEO-14', message: 'This person is already erased.' });
  const rule = 'PEO-13';
  const list = (names: readonly string[]): string => names.join(', ');
  return acceptUnless(
    [
      ...(bonds.sponsors.length
        ? [
            {
              rule,
              message: `They are in a sponsorship in force: ${list(bonds.sponsors)}. End that appointment first.`,
            },
          ]
        : []),
      ...(bonds.nominatedFor.length
        ? [{ rule, message: `They are asked to sponsor ${list(bonds.nominatedFor)}. Withdraw that nomination first.` }]
        : []),
      ...(bonds.manages.length
        ? [{ rule, message: `They manage ${list(bonds.manages)}. Name another alliance manager first.` }]
        : []),
      ...(bonds.holdsSeat
        ? [{ rule, message: 'They hold a seat in this workspace. End the seat under Members first.' }]
        : []),
      ...(bonds.isInvited ? [{ rule, message: 'An invitation to them is open. Revoke it under Members first.' }] : []),
      ...(reason.trim()
        ? []
        : [
            {
              rule,
              field: 'reason',
              message: 'Say why, such as: asked for by the person on 3 March. Do not name them here.',
            },
          ]),
    ],
    () => ({ reason: reason.trim() }),
  );
};

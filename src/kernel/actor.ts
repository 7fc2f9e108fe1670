/** What a seat lets its holder do; `system` is the software itself (jobs, command line). */
export type Role = 'headOfAlliances' | 'allianceManager' | 'executiveSponsor' | 'assistant' | 'auditor' | 'system';

export type Side = 'ours' | 'theirs';

/**
 * Who acts. `personId` is the person on whose behalf: the seat's own person, or for an assistant the
 * executive they assist; null for a seat without one.
 */
export type Actor = {
  readonly seatId: string | null;
  readonly userId: string | null;
  readonly name: string;
  readonly role: Role;
  readonly side: Side;
  readonly isOwner: boolean;
  readonly personId: string | null;
};

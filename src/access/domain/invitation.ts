import type { Refusal } from '#kernel/decision.ts';

export type InvitationFacts = {
  readonly expiresAt: Date;
  readonly end: { readonly kind: 'accepted' | 'revoked' } | null;
};

export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired';

/** An invitation is good for this many days. */
export const invitationDays = 14;

export const invitationState = ({ expiresAt, end }: InvitationFacts, now: Date): InvitationState => {
  if (end) return end.kind;
  return expiresAt <= now ? 'expired' : 'open';
};

const reasons: Record<Exclude<InvitationState, 'open'>, string> = {
  accepted: 'This invitation has been accepted already. Sign in with your mail and password.',
  revoked: 'This invitation was taken back. Ask the person who invited you.',
  expired: 'This invitation has expired. Ask the person who invited you for a new one.',
};

/** ACC-6: only an open invitation can be accepted or taken back. */
export const refusalsOfInvitation = (facts: InvitationFacts, now: Date): Refusal[] => {
  const state = invitationState(facts, now);
  return state === 'open' ? [] : [{ rule: 'ACC-6', message: reasons[state] }];
};

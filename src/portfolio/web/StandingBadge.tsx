import type { SponsorshipState } from '#sponsorship/domain/sponsorship-state.ts';
import { dateInWords } from '#ui/DateText.tsx';
import { StateBadge } from '#ui/StateBadge.tsx';
import { portfolioWords } from './portfolio-words.ts';

const tones = {
  falseStart: 'bad',
  underTheRadar: 'bad',
  atRisk: 'warn',
  missing: 'warn',
  nominated: 'info',
  inHandover: 'info',
  ensured: 'good',
} as const;

export type StandingBadgeProps = { readonly state: SponsorshipState; readonly since: string | null };

/** How an alliance stands with its sponsor. */
export const StandingBadge = ({ state, since }: StandingBadgeProps) => (
  <StateBadge
    label={portfolioWords.states[state]}
    tone={tones[state]}
    title={since ? portfolioWords.since(dateInWords(since)) : undefined}
  />
);

import type { SponsorshipState } from '#sponsorship/domain/sponsorship-state.ts';
import { StateBadge, type Tone } from '#ui/StateBadge.tsx';
import { sponsorshipWords } from './sponsorship-words.ts';

const tones: Record<SponsorshipState, Tone> = {
  missing: 'bad',
  falseStart: 'bad',
  underTheRadar: 'warn',
  atRisk: 'warn',
  nominated: 'info',
  inHandover: 'info',
  ensured: 'good',
};

/** The state of sponsorship in its word, tone and shape. */
export const SponsorshipStateBadge = ({ state, title }: { state: SponsorshipState; title?: string }) => (
  <StateBadge label={sponsorshipWords.states[state]} tone={tones[state]} title={title} />
);

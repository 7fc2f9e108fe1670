import type { ImportState } from '#app/server/intake/intake-contract.ts';
import { StateBadge, type Tone } from '#ui/StateBadge.tsx';
import { intakeWords } from './intake-words.ts';

const tones: Record<ImportState, Tone> = {
  staged: 'info',
  checked: 'warn',
  working: 'info',
  applied: 'good',
  undone: 'quiet',
};

export const ImportStateBadge = ({ state }: { state: ImportState }) => (
  <StateBadge label={intakeWords.states[state]} tone={tones[state]} />
);

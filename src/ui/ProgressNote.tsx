import { Progress, Text } from '@mantine/core';
import { uiWords } from './ui-words.ts';

export type ProgressNoteProps = {
  /** What is being done: 'Reading the workbook'. */
  readonly label: string;
  readonly done?: number;
  /** Without a total the bar moves without an end. */
  readonly total?: number;
  /** Defaults to saying that the page can be left. */
  readonly note?: string;
};

const count = new Intl.NumberFormat();

/** Long work: how far it is, and that nobody needs to wait for it. */
export const ProgressNote = ({ label, done, total, note = uiWords.mayLeave }: ProgressNoteProps) => {
  const isKnown = done !== undefined && total !== undefined && total > 0;
  return (
    <div>
      <Text fw={600} aria-live="polite">
        {label}
        {isKnown && ` · ${uiWords.shareDone(count.format(done), count.format(total))}`}
      </Text>
      <Progress aria-label={label} value={isKnown ? (done / total) * 100 : 100} animated={!isKnown} my="xs" size="lg" />
      <Text size="sm" c="dimmed">
        {note}
      </Text>
    </div>
  );
};

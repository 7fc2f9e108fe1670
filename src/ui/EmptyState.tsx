import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

export type EmptyStateProps = {
  /** What belongs here, in one sentence. */
  readonly sentence: string;
  /** The one act that starts it. */
  readonly action?: ReactNode;
};

export const EmptyState = ({ sentence, action }: EmptyStateProps) => (
  <div className={classes.empty}>
    <Text className={classes.sentence}>{sentence}</Text>
    {action}
  </div>
);

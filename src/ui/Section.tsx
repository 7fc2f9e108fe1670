import { Group, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

export type SectionProps = {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** On a sheet of its own, raised from the ground. */
  readonly raised?: boolean;
  readonly children: ReactNode;
};

/** One part of a page under an h2. */
export const Section = ({ title, lead, actions, raised, children }: SectionProps) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.section} data-raised={raised || undefined}>
      <div className={classes.head}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {actions && <Group gap="xs">{actions}</Group>}
      </div>
      {lead && (
        <Text c="dimmed" size="sm" component="div" className={classes.lead}>
          {lead}
        </Text>
      )}
      {children}
    </section>
  );
};

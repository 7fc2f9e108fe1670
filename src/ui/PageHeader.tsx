import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page-header.module.css';

export type PageHeaderProps = {
  readonly title: string;
  /** One line under the title: what this page is about. */
  readonly lead?: ReactNode;
  /** A small line above the title: where this belongs, usually a link one step up. */
  readonly above?: ReactNode;
  /** Badges beside the title. */
  readonly beside?: ReactNode;
  /** The page's acts, the main one last. */
  readonly actions?: ReactNode;
};

/** The head of a page: its one h1, its acts, and the title of the browser's tab. */
export const PageHeader = ({ title, lead, above, beside, actions }: PageHeaderProps) => (
  <header className={classes.header}>
    <title>{`${title} · Entente`}</title>
    <div className={classes.words}>
      {above && (
        <Text size="sm" c="dimmed" component="div">
          {above}
        </Text>
      )}
      <Group gap="sm" align="center">
        <Title order={1} className={classes.title}>
          {title}
        </Title>
        {beside}
      </Group>
      {lead && (
        <Text c="dimmed" component="div" className={classes.lead}>
          {lead}
        </Text>
      )}
    </div>
    {actions && (
      <Group gap="sm" className={classes.actions}>
        {actions}
      </Group>
    )}
  </header>
);

import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './lone-page.module.css';

export type LonePageProps = {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly wide?: boolean;
  readonly children?: ReactNode;
};

/** A page by itself, for those who come from a mail or are not signed in: one sheet, one thing to do. */
export const LonePage = ({ title, lead, wide, children }: LonePageProps) => (
  <main className={classes.page} data-wide={wide || undefined}>
    <title>{`${title} · Entente`}</title>
    <p className={classes.brand}>
      <img src="/entente.svg" alt="" width="28" height="28" />
      Entente
    </p>
    <div className={classes.sheet}>
      <Title order={1}>{title}</Title>
      {lead && (
        <Text c="dimmed" component="div" mt="xs">
          {lead}
        </Text>
      )}
      {children && <div className={classes.body}>{children}</div>}
    </div>
  </main>
);

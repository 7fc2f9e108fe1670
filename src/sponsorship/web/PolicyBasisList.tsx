import { Text } from '@mantine/core';
import { policyBasis } from '#sponsorship/domain/sponsorship-policy-basis.ts';
import { Section } from '#ui/Section.tsx';
import classes from './policy-form.module.css';
import { sponsorshipWords } from './sponsorship-words.ts';

const { policy: words } = sponsorshipWords;

/** Where each default comes from: a published figure, practice, or our own judgement, and which of these it is. */
export const PolicyBasisList = () => (
  <Section title={words.basisTitle}>
    <details>
      <summary>{words.basisLead}</summary>
      <dl className={classes.basis}>
        {Object.entries(policyBasis).map(([path, basis]) => (
          <div key={path}>
            <Text component="dt" size="sm" fw={600}>
              {words.setting(path)}
            </Text>
            <Text component="dd" size="sm" m={0}>
              {basis}
            </Text>
          </div>
        ))}
      </dl>
    </details>
  </Section>
);

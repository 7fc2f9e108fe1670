import { Text } from '@mantine/core';
import type { FilteredCandidate } from '#sponsorship/domain/ranking.ts';
import { TextLink } from '#ui/links.tsx';
import { Section } from '#ui/Section.tsx';
import { sponsorshipWords } from './sponsorship-words.ts';
import classes from './filtered-list.module.css';

const { filtered: words } = sponsorshipWords;

/** Who is kept out by a rule, each with every reason: never a low score, always a sentence. */
export const FilteredList = ({ filtered }: { filtered: readonly FilteredCandidate[] }) => {
  if (filtered.length === 0) return null;
  return (
    <Section title={words.title} raised>
      <details className={classes.details}>
        <summary>{words.lead(filtered.length)}</summary>
        <ul className={classes.list}>
          {filtered.map(({ id, name, refusals }) => (
            <li key={id}>
              <TextLink size="sm" to="/people/$personId" params={{ personId: id }}>
                {name}
              </TextLink>
              {refusals.map(({ rule, message }) => (
                <Text key={rule} size="sm">
                  {message}
                </Text>
              ))}
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
};

import { Text } from '@mantine/core';
import type { PersonView } from '#people/people-contract.ts';
import { TextLink } from '#ui/links.tsx';
import { Section } from '#ui/Section.tsx';
import { peopleWords } from './people-words.ts';
import classes from './reporting-line.module.css';

const { person: words, list } = peopleWords;

/** The line above a person, from the top down to them, and how many report to them. */
export const ReportingLineCard = ({ person }: { readonly person: PersonView }) => (
  <Section title={words.lineTitle}>
    {person.line.length === 0 && <Text c="dimmed">{words.noLine}</Text>}
    {person.line.length > 0 && (
      <ol className={classes.line}>
        {person.line.toReversed().map(({ id, name, title }) => (
          <li key={id}>
            <TextLink to="/people/$personId" params={{ personId: id }}>
              {name}
            </TextLink>
            <Text component="span" size="sm" c="dimmed">
              {title ?? list.noPost}
            </Text>
          </li>
        ))}
        <li aria-current="true">
          <strong>{person.name}</strong>
        </li>
      </ol>
    )}
    <Text size="sm" mt="xs">
      {person.directReports > 0 ? (
        <TextLink to="/people/chart" search={{ person: person.id }}>
          {words.direct(person.directReports)}
        </TextLink>
      ) : (
        words.noDirect
      )}
    </Text>
  </Section>
);

import { Text, Title } from '@mantine/core';
import { Fragment } from 'react';
import type { PlaceInChart } from '#people/chart-contract.ts';
import { Face } from '#ui/Face.tsx';
import { ButtonLink, TextLink } from '#ui/links.tsx';
import { peopleWords } from './people-words.ts';
import classes from './reporting-chart.module.css';

const { chart: words } = peopleWords;

/** The person in focus: the line above them, how many stand beside and below, and the way to their page. */
export const FocusPersonCard = ({ place }: { readonly place: PlaceInChart }) => {
  const { focus, path, colleagues } = place;
  const { directReports, everyoneBelow } = focus;
  const beside = colleagues.items.length;
  return (
    <section className={classes.focus} aria-label={focus.name}>
      <div className={classes.who}>
        <Face name={focus.name} size={44} />
        <div>
          <Title order={2} size="h3">
            {focus.name}
          </Title>
          <Text size="sm">{focus.title ?? words.noPost}</Text>
        </div>
      </div>
      <Text size="sm" c="dimmed" mt="xs" className={classes.wide}>
        {[focus.level === null ? null : peopleWords.level(focus.level), focus.area, focus.organisation.name]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Text size="sm" mt="xs" className={classes.wide}>
        {path.length === 0 ? (
          words.atTop
        ) : (
          <>
            <span className="visually-hidden">{words.above}: </span>
            {path.map(({ id, name }, index) => (
              <Fragment key={id}>
                {index > 0 && ' › '}
                <TextLink to="/people/chart" search={(old) => ({ ...old, person: id })}>
                  {name}
                </TextLink>
              </Fragment>
            ))}
          </>
        )}
      </Text>
      <Text size="sm" mt="xs" className={classes.wide}>
        {directReports > 0 ? words.counts(directReports, everyoneBelow) : words.noReports}
        {path.length > 0 &&
          ` · ${words.colleagues(colleagues.next ? `${beside}+` : beside === 0 ? peopleWords.none.toLowerCase() : String(beside))}`}
      </Text>
      <ButtonLink
        to="/people/$personId"
        params={{ personId: focus.id }}
        variant="default"
        mt="md"
        size="sm"
        className={classes.page}
      >
        {words.page}
      </ButtonLink>
    </section>
  );
};

import { Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { dayOf, yearsBetween } from '#kernel/date-only.ts';
import { type OrganisationView, readOrganisation } from '#people/organisation-contract.ts';
import { reading } from '#ui/asking.ts';
import { DialogButton } from '#ui/DialogButton.tsx';
import { dateInWords } from '#ui/DateText.tsx';
import { ButtonLink, TextLink } from '#ui/links.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { Section } from '#ui/Section.tsx';
import { StateBadge } from '#ui/StateBadge.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';
import { peopleWords } from './people-words.ts';
import classes from './post-timeline.module.css';

const { organisations: words } = peopleWords;

export type OrganisationPageProps = {
  /** What capabilities further down know about the organisation, such as its alliances; set in by the app. */
  readonly beside?: (organisation: OrganisationView) => ReactNode;
};

export const OrganisationPage = ({ beside }: OrganisationPageProps) => {
  const { organisationId } = useParams({ from: '/organisations/$organisationId' });
  const { data: organisation, error } = useQuery(reading(readOrganisation, { params: { organisationId } }));
  const above = <TextLink to="/organisations">{words.title}</TextLink>;
  if (error) {
    return (
      <>
        <PageHeader title={words.title} above={above} />
        <RefusalNotice error={error} />
      </>
    );
  }
  if (!organisation)
    return <PageHeader title={words.title} above={above} lead={<Skeleton height="1.2em" width="16rem" />} />;
  return (
    <>
      <PageHeader
        title={organisation.name}
        above={above}
        beside={<StateBadge label={peopleWords.organisationKinds[organisation.kind]} />}
        actions={
          organisation.may.edit === true && (
            <DialogButton label={words.edit}>
              {(close) => <OrganisationForm organisation={organisation} onDone={close} />}
            </DialogButton>
          )
        }
      />
      <Section title={words.facts}>
        <dl className={classes.facts}>
          <dt>{words.founderLed}</dt>
          <dd>{founderLedInWords(organisation)}</dd>
          <dt>{words.country}</dt>
          <dd>{organisation.country ?? words.unknown}</dd>
          <dt>{words.externalId}</dt>
          <dd>{organisation.externalId ?? words.unknown}</dd>
          <dt>{words.itsPeople}</dt>
          <dd>{organisation.persons.toLocaleString()}</dd>
          <dt>{words.itsAreas}</dt>
          <dd>{organisation.areas.toLocaleString()}</dd>
        </dl>
        <Group gap="sm" mt="md">
          <ButtonLink to="/people" search={{ organisation: organisationId }} variant="default">
            {words.showPeople}
          </ButtonLink>
          <ButtonLink to="/people/chart" search={{ organisation: organisationId }} variant="default">
            {words.showChart}
          </ButtonLink>
          <ButtonLink to="/areas" search={{ organisation: organisationId }} variant="default">
            {words.showAreas}
          </ButtonLink>
        </Group>
      </Section>
      {beside?.(organisation)}
    </>
  );
};

const founderLedInWords = ({ isFounderLed, founderLedSince }: OrganisationView): string =>
  isFounderLed && founderLedSince
    ? words.founderLedFor(
        peopleWords.years(yearsBetween(founderLedSince, dayOf(new Date()))),
        dateInWords(founderLedSince),
      )
    : words.notFounderLed;

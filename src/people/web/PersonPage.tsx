import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type PersonView, readPerson } from '#people/people-contract.ts';
import { reading } from '#ui/asking.ts';
import { dateInWords } from '#ui/DateText.tsx';
import { DialogButton } from '#ui/DialogButton.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { ButtonLink, TextLink } from '#ui/links.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { Section } from '#ui/Section.tsx';
import { StateBadge } from '#ui/StateBadge.tsx';
import { AnnouncedMoveList } from './AnnouncedMoveList.tsx';
import { DecisionRightList } from './DecisionRightList.tsx';
import { PersonalDataCard } from './PersonalDataCard.tsx';
import { PersonForm } from './PersonForm.tsx';
import { PositionForm } from './PositionForm.tsx';
import { PostTimeline } from './PostTimeline.tsx';
import { peopleWords } from './people-words.ts';
import { ReportingLineCard } from './ReportingLineCard.tsx';

const { person: words, form: formWords, post: postWords, list: listWords } = peopleWords;

export type PersonPageProps = {
  /** What capabilities further down know about the person, such as their sponsorships; set in by the app. */
  readonly beside?: (person: PersonView) => ReactNode;
};

export const PersonPage = ({ beside }: PersonPageProps) => {
  const { personId } = useParams({ from: '/people/$personId' });
  const { data: person, error } = useQuery(reading(readPerson, { params: { personId } }));
  if (error) {
    return (
      <>
        <PageHeader title={listWords.title} above={<TextLink to="/people">{listWords.title}</TextLink>} />
        <RefusalNotice error={error} />
      </>
    );
  }
  if (!person) return <PageHeader title={listWords.title} lead={<Skeleton height="1.2em" width="20rem" />} />;
  const { today } = person;
  const post = person.positions.find(({ from, to }) => from <= today && (to === null || today < to));
  const mayEdit = person.may.edit === true;
  return (
    <>
      <PageHeader
        title={person.name}
        above={
          <TextLink to="/organisations/$organisationId" params={{ organisationId: person.organisation.id }}>
            {person.organisation.name}
          </TextLink>
        }
        beside={person.erased && <StateBadge label={words.erased} />}
        lead={
          person.erased
            ? words.erasedOn(dateInWords(person.erased.at), person.erased.reason)
            : [post?.title ?? listWords.noPost, person.mail].filter(Boolean).join(' · ')
        }
        actions={
          <>
            {post && (
              <ButtonLink to="/people/chart" search={{ person: person.id }} variant="default">
                {words.inChart}
              </ButtonLink>
            )}
            {mayEdit && (
              <DialogButton label={formWords.edit} heading={formWords.editHeading}>
                {(close) => <PersonForm person={person} onDone={close} />}
              </DialogButton>
            )}
          </>
        }
      />
      {beside?.(person)}
      <Section
        title={words.postsTitle}
        actions={
          mayEdit && (
            <DialogButton label={postWords.add}>
              {(close) => <PositionForm person={person} onDone={close} />}
            </DialogButton>
          )
        }
      >
        {person.positions.length > 0 ? <PostTimeline person={person} /> : <EmptyState sentence={words.noPosts} />}
      </Section>
      <ReportingLineCard person={person} />
      <DecisionRightList person={person} />
      <AnnouncedMoveList person={person} />
      <PersonalDataCard person={person} />
      {typeof person.may.edit === 'string' && !person.erased && (
        <Text c="dimmed" size="sm">
          {person.may.edit}
        </Text>
      )}
    </>
  );
};

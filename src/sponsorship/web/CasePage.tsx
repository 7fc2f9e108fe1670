import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { showCase } from '#sponsorship/sponsorship-contract.ts';
import { reading } from '#ui/asking.ts';
import { dateInWords } from '#ui/DateText.tsx';
import { TextLink } from '#ui/links.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { Section } from '#ui/Section.tsx';
import { CandidateList } from './CandidateList.tsx';
import { FilteredList } from './FilteredList.tsx';
import { sponsorshipWords } from './sponsorship-words.ts';
import { VerdictCard } from './VerdictCard.tsx';

const { case: words, nominationStates, selection } = sponsorshipWords;

/** Why somebody was asked: facts, ranking and reason, as they were kept that day. */
export const CasePage = () => {
  const { caseId } = useParams({ from: '/cases/$caseId' });
  const { data, error } = useQuery(reading(showCase, { params: { caseId } }));
  const [opened, setOpened] = useState<readonly string[]>([]);
  if (!data) {
    return (
      <>
        <PageHeader title="…" />
        <RefusalNotice error={error} />
        {!error && <Skeleton height={360} />}
      </>
    );
  }
  const { alliance, person, decidedAt, decidedBy, reason, policyVersion, ranking, nomination } = data;
  const toggle = (id: string) => setOpened(opened.includes(id) ? opened.filter((one) => one !== id) : [...opened, id]);
  return (
    <>
      <PageHeader
        title={words.title(person.name)}
        lead={words.lead(alliance.name, dateInWords(decidedAt), decidedBy)}
        above={
          <TextLink to="/alliances/$allianceId" params={{ allianceId: alliance.id }}>
            {selection.back}
          </TextLink>
        }
      />
      <Section title={words.reason} raised>
        <Text style={{ whiteSpace: 'pre-line' }}>{reason}</Text>
        {nomination && (
          <Text size="sm" c="dimmed" mt="xs">
            {words.outcome}: {nominationStates[nomination.state]}
            {nomination.ended ? `, ${dateInWords(nomination.ended.at)}` : ''}
            {nomination.ended?.remark ? ` — ${nomination.ended.remark}` : ''}
          </Text>
        )}
      </Section>
      <VerdictCard result={ranking} />
      <Section title={words.ranking} lead={words.asOfThatDay(policyVersion)}>
        <CandidateList result={ranking} opened={opened} onOpen={toggle} />
      </Section>
      <FilteredList filtered={ranking.filtered} />
    </>
  );
};

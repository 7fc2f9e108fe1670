import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { showPolicy } from '#sponsorship/sponsorship-policy-contract.ts';
import { reading } from '#ui/asking.ts';
import { dateInWords } from '#ui/DateText.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { Section } from '#ui/Section.tsx';
import { PolicyBasisList } from './PolicyBasisList.tsx';
import { PolicyForm } from './PolicyForm.tsx';
import { sponsorshipWords } from './sponsorship-words.ts';

const { policy: words } = sponsorshipWords;

/** The company's sponsorship policy: what is in force, what a change would alter, and every version before. */
export const PolicyPage = () => {
  const { data, error } = useQuery(reading(showPolicy));
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <RefusalNotice error={error} />
      {!data && !error && <Skeleton height={480} />}
      {data && (
        <>
          <Text size="sm" c="dimmed" mb="md">
            {data.current.version === 0
              ? words.defaults
              : words.current(
                  data.current.version,
                  data.current.savedBy ?? '',
                  dateInWords(data.current.savedAt ?? ''),
                )}
          </Text>
          <PolicyForm key={data.current.version} policy={data} />
          <PolicyBasisList />
          {data.versions.length > 0 && (
            <Section title={words.versions}>
              <ol reversed style={{ paddingInlineStart: '1.5rem' }}>
                {data.versions.map(({ version, savedBy, savedAt, reason }) => (
                  <li key={version} value={version}>
                    <Text size="sm">
                      {reason}
                      <Text size="sm" c="dimmed" component="span">
                        {` · ${savedBy ?? ''}, ${savedAt ? dateInWords(savedAt) : ''}`}
                      </Text>
                    </Text>
                  </li>
                ))}
              </ol>
            </Section>
          )}
        </>
      )}
    </>
  );
};

import { NativeSelect, Skeleton, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { readPlaceInChart } from '#people/chart-contract.ts';
import { listOrganisations } from '#people/organisation-contract.ts';
import { reading } from '#ui/asking.ts';
import { FilterBar } from '#ui/FilterBar.tsx';
import { TextLink } from '#ui/links.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { PickField } from '#ui/PickField.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { FocusPersonCard } from './FocusPersonCard.tsx';
import { pickOnePerson } from './people-picks.ts';
import { peopleWords } from './people-words.ts';
import { ReportingChart } from './ReportingChart.tsx';
import classes from './reporting-chart.module.css';

const { chart: words } = peopleWords;

export const OrganisationChartPage = () => {
  const { person, organisation } = useSearch({ from: '/people/chart' });
  const navigate = useNavigate({ from: '/people/chart' });
  const { data, error } = useQuery({
    ...reading(readPlaceInChart, { params: { personId: person ?? '' }, query: { limit: 200 } }),
    enabled: person !== undefined,
    placeholderData: keepPreviousData,
  });
  const place = person === undefined ? undefined : data;
  const organisations = useQuery(reading(listOrganisations, { query: { limit: 200 } })).data?.items ?? [];
  const focusOn = (personId: string | undefined) =>
    void navigate({ search: (old) => ({ ...old, person: personId }), resetScroll: false });
  // whoever is in focus is shown where their line begins, which may be another company than theirs
  const ofFocus = (place?.path[0] ?? place?.focus)?.organisation.id;
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        above={<TextLink to="/people">{peopleWords.list.title}</TextLink>}
      />
      <FilterBar
        label={words.title}
        search={
          <PickField
            label={words.find}
            placeholder={words.findHint}
            lookUp={pickOnePerson}
            value={null}
            onChange={(pick) => pick && focusOn(pick.id)}
          />
        }
      >
        <NativeSelect
          label={words.organisation}
          value={ofFocus ?? organisation ?? organisations.find(({ kind }) => kind === 'own')?.id ?? ''}
          onChange={(event) =>
            void navigate({ search: { organisation: event.currentTarget.value || undefined }, replace: true })
          }
          data={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </FilterBar>
      <RefusalNotice error={error} />
      <div className={classes.layout}>
        {place && <FocusPersonCard place={place} />}
        <div>
          {/* whose line to open is known with the place: until then the layout is held */}
          {person !== undefined && !place && !error ? (
            Array.from({ length: 8 }, (_, row) => <Skeleton key={row} height="1.75rem" my="0.5rem" />)
          ) : (
            <ReportingChart
              key={ofFocus ?? organisation ?? 'own'}
              organisationId={ofFocus ?? organisation}
              place={place}
              onChoose={focusOn}
            />
          )}
          <Text size="sm" c="dimmed" mt="md" className={classes.wide} data-no-print>
            {words.keys}
          </Text>
        </div>
      </div>
    </>
  );
};

import { NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { listOrganisations, type OrganisationItem, organisationKinds } from '#people/organisation-contract.ts';
import { usePages } from '#ui/asking.ts';
import { type Column, DataTable } from '#ui/DataTable.tsx';
import { DialogButton } from '#ui/DialogButton.tsx';
import { dateInWords } from '#ui/DateText.tsx';
import { DownloadMenu } from '#ui/DownloadMenu.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { FilterBar } from '#ui/FilterBar.tsx';
import { TextLink } from '#ui/links.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';
import type { OrganisationsSearch } from './people-search.ts';
import { exportOf } from './people-hooks.ts';
import { peopleWords } from './people-words.ts';

const { organisations: words } = peopleWords;

export const OrganisationListPage = () => {
  const search = useSearch({ from: '/organisations' });
  const navigate = useNavigate({ from: '/organisations' });
  const change = (changes: OrganisationsSearch) =>
    void navigate({ search: (old) => ({ ...old, ...changes }), replace: true });
  const { rows, first, error, isStale, more } = usePages(listOrganisations, { query: search });
  const { q, kind, founderLed, sort } = search;
  const count = [kind, founderLed].filter((one) => one !== undefined).length;
  const add = (
    <DialogButton label={words.add} variant="filled">
      {(close) => (
        <OrganisationForm
          onDone={(organisationId) => {
            close();
            void navigate({ to: '/organisations/$organisationId', params: { organisationId } });
          }}
        />
      )}
    </DialogButton>
  );
  const mayCreate = first?.may.create === true;
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={
          <>
            {first?.may.export === true && (
              <DownloadMenu label={peopleWords.downloadAll} hrefOf={exportOf('organisations')} />
            )}
            {mayCreate && add}
          </>
        }
      />
      <RefusalNotice error={error} />
      <FilterBar
        label={words.title}
        search={<SearchField label={words.search} value={q} onChange={(text) => change({ q: text })} />}
        count={count}
        onClear={() => change({ kind: undefined, founderLed: undefined })}
      >
        <NativeSelect
          label={words.kind}
          value={kind ?? ''}
          onChange={(event) =>
            change({ kind: (event.currentTarget.value || undefined) as OrganisationsSearch['kind'] })
          }
          data={[
            { value: '', label: peopleWords.all },
            ...organisationKinds.map((one) => ({ value: one, label: peopleWords.organisationKinds[one] })),
          ]}
        />
        <NativeSelect
          label={words.founderLed}
          value={founderLed ?? ''}
          onChange={(event) => change({ founderLed: event.currentTarget.value === 'true' ? 'true' : undefined })}
          data={[
            { value: '', label: peopleWords.all },
            { value: 'true', label: words.founderLedOnly },
          ]}
        />
      </FilterBar>
      {!error && (
        <DataTable
          caption={words.caption}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          sort={sort ?? 'name'}
          onSort={(next) => change({ sort: next as OrganisationsSearch['sort'] })}
          more={more}
          isStale={isStale}
          empty={
            count > 0 || q ? (
              <EmptyState sentence={words.nothing} />
            ) : (
              <EmptyState sentence={words.empty} action={mayCreate && add} />
            )
          }
        />
      )}
    </>
  );
};

const columns: readonly Column<OrganisationItem>[] = [
  {
    key: 'name',
    label: words.name,
    sort: 'name',
    cell: ({ id, name }) => (
      <TextLink to="/organisations/$organisationId" params={{ organisationId: id }}>
        {name}
      </TextLink>
    ),
  },
  { key: 'kind', label: words.kind, cell: ({ kind }) => peopleWords.organisationKinds[kind] },
  {
    key: 'founderLed',
    label: words.founderLed,
    cell: ({ isFounderLed, founderLedSince }) =>
      isFounderLed && founderLedSince ? words.founderLedSince(dateInWords(founderLedSince)) : '',
  },
  { key: 'country', label: words.country, cell: ({ country }) => country ?? '' },
  { key: 'persons', label: words.persons, align: 'end', cell: ({ persons }) => persons.toLocaleString() },
];

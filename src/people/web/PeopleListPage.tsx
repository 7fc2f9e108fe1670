import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { listAreas } from '#people/area-contract.ts';
import { listOrganisations } from '#people/organisation-contract.ts';
import { listPersons, type PersonItem } from '#people/people-contract.ts';
import { reading, usePages } from '#ui/asking.ts';
import { type Column, DataTable } from '#ui/DataTable.tsx';
import { DateText } from '#ui/DateText.tsx';
import { DownloadMenu } from '#ui/DownloadMenu.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { FilterBar } from '#ui/FilterBar.tsx';
import { ButtonLink, TextLink } from '#ui/links.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { inTreeOrder } from './area-order.ts';
import type { PeopleSearch } from './people-search.ts';
import { exportOf } from './people-hooks.ts';
import { peopleWords } from './people-words.ts';

const { list: words } = peopleWords;

export const PeopleListPage = () => {
  const search = useSearch({ from: '/people' });
  const navigate = useNavigate({ from: '/people' });
  const change = (changes: PeopleSearch) => void navigate({ search: (old) => ({ ...old, ...changes }), replace: true });
  const { q, organisation, area, level, sort } = search;
  const { rows, first, error, isStale, more } = usePages(listPersons, {
    query: { q, organisationId: organisation, areaId: area, level, sort },
  });
  const count = [organisation, area, level].filter((one) => one !== undefined).length;
  const mayCreate = first?.may.create === true;
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={
          <>
            {first?.may.export === true && (
              <DownloadMenu label={peopleWords.downloadAll} hrefOf={exportOf('persons')} />
            )}
            <ButtonLink to="/people/chart" variant="default">
              {words.chart}
            </ButtonLink>
            {mayCreate && <ButtonLink to="/people/new">{words.newPerson}</ButtonLink>}
          </>
        }
      />
      <RefusalNotice error={error} />
      <FilterBar
        label={words.title}
        search={<SearchField label={words.search} value={q} onChange={(text) => change({ q: text })} />}
        count={count}
        onClear={() => change({ organisation: undefined, area: undefined, level: undefined })}
      >
        <OrganisationFilter value={organisation} onChange={(id) => change({ organisation: id, area: undefined })} />
        <AreaFilter organisation={organisation} value={area} onChange={(id) => change({ area: id })} />
        <NativeSelect
          label={words.level}
          value={level ?? ''}
          onChange={(event) => change({ level: Number(event.currentTarget.value) || undefined })}
          data={[
            { value: '', label: peopleWords.all },
            ...Object.entries(peopleWords.levels).map(([value, label]) => ({ value, label: `${value} ${label}` })),
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
          onSort={(next) => change({ sort: next as PeopleSearch['sort'] })}
          more={more}
          isStale={isStale}
          empty={
            count > 0 || q ? (
              <EmptyState sentence={words.nothing} />
            ) : (
              <EmptyState
                sentence={words.empty}
                action={mayCreate && <ButtonLink to="/import">{words.bringIn}</ButtonLink>}
              />
            )
          }
        />
      )}
    </>
  );
};

const columns: readonly Column<PersonItem>[] = [
  {
    key: 'name',
    label: words.name,
    sort: 'name',
    cell: ({ id, name }) => (
      <TextLink to="/people/$personId" params={{ personId: id }}>
        {name}
      </TextLink>
    ),
  },
  { key: 'post', label: words.post, cell: ({ post }) => post?.title ?? words.noPost },
  {
    key: 'level',
    label: words.level,
    sort: 'level',
    cell: ({ post }) => (post ? <span title={peopleWords.level(post.level)}>{post.level}</span> : ''),
    width: '6rem',
  },
  { key: 'area', label: words.area, cell: ({ post }) => post?.area?.name ?? '' },
  {
    key: 'organisation',
    label: words.organisation,
    cell: ({ organisation }) => (
      <TextLink to="/organisations/$organisationId" params={{ organisationId: organisation.id }}>
        {organisation.name}
      </TextLink>
    ),
  },
  { key: 'since', label: words.since, cell: ({ post }) => <DateText at={post?.from} />, wideOnly: true },
];

type FilterProps = { readonly value: string | undefined; readonly onChange: (id: string | undefined) => void };

const OrganisationFilter = ({ value, onChange }: FilterProps) => {
  const { data } = useQuery(reading(listOrganisations, { query: { limit: 200 } }));
  return (
    <NativeSelect
      label={words.organisation}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      data={[
        { value: '', label: peopleWords.all },
        ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
};

/** Areas of the organisation that is chosen, else of our own. */
const AreaFilter = ({ organisation, value, onChange }: FilterProps & { readonly organisation: string | undefined }) => {
  const { data } = useQuery(reading(listAreas, { query: { organisationId: organisation } }));
  return (
    <NativeSelect
      label={words.area}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      data={[
        { value: '', label: peopleWords.all },
        ...inTreeOrder(data?.areas ?? []).map(({ id, name, depth }) => ({
          value: id,
          label: `${'\u2003'.repeat(depth)}${name}`,
        })),
      ]}
    />
  );
};

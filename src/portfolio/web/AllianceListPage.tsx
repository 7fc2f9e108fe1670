import { Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { AllianceSort } from '#portfolio/domain/alliance-view.ts';
import { exportAlliances, listAlliances } from '#portfolio/portfolio-contract.ts';
import { addressOf } from '#ui/ask.ts';
import { usePages } from '#ui/asking.ts';
import { DataTable } from '#ui/DataTable.tsx';
import { DownloadMenu } from '#ui/DownloadMenu.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { FilterBar } from '#ui/FilterBar.tsx';
import { ButtonLink } from '#ui/links.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { AllianceFilterForm } from './AllianceFilterForm.tsx';
import { AttentionList } from './AttentionList.tsx';
import { allianceColumns } from './alliance-columns.tsx';
import { type AllianceSearch, filterCount } from './alliance-search.ts';
import { portfolioWords as words } from './portfolio-words.ts';

/** Where the head of alliances lands: what needs attention, then every alliance with the pair who stand behind it. */
export const AllianceListPage = () => {
  const search = useSearch({ from: '/alliances' });
  const navigate = useNavigate({ from: '/alliances' });
  const { rows, first, error, isStale, more } = usePages(listAlliances, { query: search });
  const change = (part: AllianceSearch) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true, resetScroll: false });
  const count = filterCount(search);
  const isWhole = count === 0 && search.q === undefined;
  const mayRegister = first?.may.register;
  return (
    <>
      <PageHeader
        title={words.title}
        actions={mayRegister === true && <ButtonLink to="/alliances/new">{words.register}</ButtonLink>}
      />
      <AttentionList />
      <FilterBar
        label={words.filterLabel}
        search={
          <SearchField
            label={words.search}
            placeholder={words.searchHint}
            value={search.q}
            onChange={(q) => change({ q })}
          />
        }
        count={count}
        onClear={() => void navigate({ search: ({ sort }) => ({ sort }), replace: true, resetScroll: false })}
        end={<DownloadMenu hrefOf={(format) => addressOf(exportAlliances, { query: { ...search, format } })} />}
      >
        <AllianceFilterForm search={search} onChange={change} rows={rows ?? []} />
      </FilterBar>
      <RefusalNotice error={error} />
      {!error && (
        <DataTable
          caption={words.tableCaption}
          columns={allianceColumns}
          rows={rows}
          rowKey={({ id }) => id}
          sort={search.sort ?? 'phase'}
          onSort={(sort) => change({ sort: sort as AllianceSort })}
          more={more}
          isStale={isStale}
          empty={isWhole ? <EmptyRegister mayRegister={mayRegister === true} /> : <EmptyView />}
        />
      )}
    </>
  );
};

const EmptyRegister = ({ mayRegister }: { readonly mayRegister: boolean }) =>
  mayRegister ? (
    <EmptyState sentence={words.emptyRegister} action={<ButtonLink to="/import">{words.bringIn}</ButtonLink>} />
  ) : (
    <Text c="dimmed">{words.emptyReach}</Text>
  );

const EmptyView = () => (
  <EmptyState
    sentence={words.emptyView}
    action={
      <ButtonLink variant="default" to="/alliances">
        {words.showAll}
      </ButtonLink>
    }
  />
);

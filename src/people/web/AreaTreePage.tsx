import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { dayOf } from '#kernel/date-only.ts';
import { type AreaItem, listAreas } from '#people/area-contract.ts';
import { listOrganisations } from '#people/organisation-contract.ts';
import { reading } from '#ui/asking.ts';
import { type Column, DataTable } from '#ui/DataTable.tsx';
import { DialogButton } from '#ui/DialogButton.tsx';
import { DownloadMenu } from '#ui/DownloadMenu.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { FilterBar } from '#ui/FilterBar.tsx';
import { ButtonLink, TextLink } from '#ui/links.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { AreaForm, MoveAreaForm } from './AreaForm.tsx';
import { AreaResultForm } from './AreaResultForm.tsx';
import { type AreaInTree, inTreeOrder } from './area-order.ts';
import classes from './area-tree.module.css';
import { exportOf } from './people-hooks.ts';
import { peopleWords } from './people-words.ts';

const { areas: words } = peopleWords;

/** How many of the newest years have a column. */
const yearsShown = 3;

export const AreaTreePage = () => {
  const { organisation: organisationId } = useSearch({ from: '/areas' });
  const navigate = useNavigate({ from: '/areas' });
  const { data, error } = useQuery(reading(listAreas, { query: { organisationId } }));
  const organisations = useQuery(reading(listOrganisations, { query: { limit: 200 } })).data?.items ?? [];
  const organisation = data?.organisation;
  const mayEdit = data?.may.edit === true;
  const add = organisation && mayEdit && (
    <DialogButton label={words.add} variant="filled">
      {(close) => <AreaForm organisationId={organisation.id} onDone={close} />}
    </DialogButton>
  );
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={
          <>
            {data?.may.export === true && <DownloadMenu label={peopleWords.downloadAll} hrefOf={exportOf('areas')} />}
            {add}
          </>
        }
      />
      <RefusalNotice error={error} />
      {organisations.length > 0 && (
        <FilterBar label={words.title}>
          <NativeSelect
            label={words.organisation}
            value={organisation?.id ?? ''}
            onChange={(event) =>
              void navigate({ search: { organisation: event.currentTarget.value || undefined }, replace: true })
            }
            data={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FilterBar>
      )}
      {!error && (
        <DataTable
          caption={words.caption(organisation?.name ?? '')}
          columns={columnsOf(data?.areas ?? [], mayEdit)}
          rows={data && inTreeOrder(data.areas)}
          rowKey={({ id }) => id}
          empty={
            organisation ? (
              <EmptyState sentence={words.empty} action={add} />
            ) : (
              <EmptyState
                sentence={words.noOrganisation}
                action={<ButtonLink to="/organisations">{peopleWords.organisations.title}</ButtonLink>}
              />
            )
          }
        />
      )}
    </>
  );
};

const columnsOf = (areas: readonly AreaItem[], mayEdit: boolean): Column<AreaInTree>[] => {
  const years = [...new Set(areas.flatMap(({ results }) => results.map(({ year }) => year)))]
    .toSorted((one, other) => other - one)
    .slice(0, yearsShown);
  return [
    { key: 'name', label: words.name, cell: (area) => <AreaName area={area} /> },
    { key: 'kind', label: words.kind, cell: ({ kind }) => peopleWords.areaKinds[kind], wideOnly: true },
    { key: 'heads', label: words.heads, cell: ({ heads }) => <Heads heads={heads} /> },
    ...years.map((year) => ({
      key: String(year),
      label: String(year),
      align: 'end' as const,
      cell: ({ results }: AreaInTree) => <MoneyText money={results.find((result) => result.year === year)} compact />,
    })),
    {
      key: 'acts',
      label: peopleWords.change,
      align: 'end',
      cell: (area) => <Acts area={area} areas={areas} mayEdit={mayEdit} />,
    },
  ];
};

const AreaName = ({ area: { id, name, depth, parentName } }: { readonly area: AreaInTree }) => (
  <span style={{ display: 'block', paddingLeft: `${depth * 1.25}rem` }}>
    <TextLink to="/people" search={{ area: id }}>
      {name}
    </TextLink>
    {parentName && <span className="visually-hidden"> {words.under(parentName)}</span>}
  </span>
);

const Heads = ({ heads }: { readonly heads: AreaItem['heads'] }) => {
  const [first, ...others] = heads;
  if (!first) return <span style={{ color: 'var(--mantine-color-dimmed)' }}>{words.nobody}</span>;
  return (
    <>
      <TextLink to="/people/$personId" params={{ personId: first.id }} title={first.title}>
        {first.name}
      </TextLink>
      {others.length > 0 && <span style={{ color: 'var(--mantine-color-dimmed)' }}> +{others.length}</span>}
    </>
  );
};

type ActsProps = { readonly area: AreaInTree; readonly areas: readonly AreaItem[]; readonly mayEdit: boolean };

const Acts = ({ area, areas, mayEdit }: ActsProps) => {
  const lastYear = Number(dayOf(new Date()).slice(0, 4)) - 1;
  const small = { size: 'compact-sm', variant: 'subtle' } as const;
  const named = (label: string) => `${label}: ${area.name}`;
  return (
    <div className={classes.acts} data-no-print>
      <DialogButton
        {...small}
        label={words.result}
        heading={words.resultOf(area.name)}
        aria-label={named(words.result)}
      >
        {() => <AreaResultForm area={area} year={lastYear} mayEdit={mayEdit} />}
      </DialogButton>
      {mayEdit && (
        <>
          <DialogButton
            {...small}
            label={words.addUnder}
            heading={named(words.addUnder)}
            aria-label={named(words.addUnder)}
          >
            {(close) => <AreaForm organisationId={area.organisationId} parentId={area.id} onDone={close} />}
          </DialogButton>
          <DialogButton {...small} label={words.edit} heading={named(words.edit)} aria-label={named(words.edit)}>
            {(close) => <AreaForm organisationId={area.organisationId} area={area} onDone={close} />}
          </DialogButton>
          <DialogButton {...small} label={words.move} heading={named(words.move)} aria-label={named(words.move)}>
            {(close) => <MoveAreaForm area={area} areas={areas} onDone={close} />}
          </DialogButton>
        </>
      )}
    </div>
  );
};

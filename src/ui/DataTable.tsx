import { Button, NativeSelect, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './data-table.module.css';
import { isDescending, nextSort, sortName } from './sorting.ts';
import { uiWords } from './ui-words.ts';

export type Column<Row> = {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** The sort's name in the query; a column without one cannot be sorted by. */
  readonly sort?: string;
  /** Numbers stand at the end of their cell. */
  readonly align?: 'end';
  /** A CSS width at full width, such as '12rem'. */
  readonly width?: string;
  /** On a card: its heading, without a label. The first column is one unless another says so. */
  readonly isHeading?: boolean;
  /** Left out on a card, where room is short. */
  readonly wideOnly?: boolean;
};

export type DataTableProps<Row> = {
  /** What the table lists, for those who do not see it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  /** Undefined while loading: skeleton rows hold the layout. */
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
  readonly more?: { readonly has: boolean; readonly isLoading: boolean; readonly load: () => void };
  /** Shown in place of the table when there is no row: an EmptyState. */
  readonly empty?: ReactNode;
  /** True while the rows of a new filter are on their way. */
  readonly isStale?: boolean;
  readonly skeletonRows?: number;
};

/** A real table where there is room for one, and a stack of cards on a phone: the same cells, moved by the style sheet. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { caption, columns, rows, rowKey, sort, onSort, more, empty, isStale, skeletonRows = 8 } = props;
  if (rows?.length === 0 && empty) return <>{empty}</>;
  const heading = columns.find(({ isHeading }) => isHeading) ?? columns[0];
  const body = rows
    ? rows.map((row) => ({ key: rowKey(row), cell: (column: Column<Row>) => column.cell(row) }))
    : Array.from({ length: skeletonRows }, (_, index) => ({
        key: `skeleton-${index}`,
        cell: () => <Skeleton height="0.9em" my="0.35em" width={`${55 + ((index * 17) % 40)}%`} />,
      }));
  return (
    <div className={classes.frame} aria-busy={!rows || isStale || undefined} data-stale={isStale || undefined}>
      {onSort && <SortChoice columns={columns} sort={sort} onSort={onSort} />}
      {/* The roles are written out because a style sheet that lays a table out as blocks takes them away. */}
      <table role="table" className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {body.map(({ key, cell }) => (
            <tr role="row" key={key}>
              {columns.map((column) => (
                <td
                  role="cell"
                  key={column.key}
                  data-align={column.align}
                  data-heading={column === heading || undefined}
                  data-wide-only={column.wideOnly || undefined}
                >
                  <span className={classes.label} aria-hidden="true">
                    {column.label}
                  </span>
                  <div className={classes.value}>{cell(column)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more?.has && (
        <Button variant="default" loading={more.isLoading} onClick={more.load} className={classes.more} data-no-print>
          {uiWords.more}
        </Button>
      )}
    </div>
  );
};

type HeadCellProps<Row> = Pick<DataTableProps<Row>, 'sort' | 'onSort'> & { readonly column: Column<Row> };

const HeadCell = <Row,>({ column, sort, onSort }: HeadCellProps<Row>) => {
  const isSorted = column.sort !== undefined && sortName(sort) === column.sort;
  const direction = isSorted ? (isDescending(sort) ? 'descending' : 'ascending') : undefined;
  return (
    <th role="columnheader" scope="col" aria-sort={direction} data-align={column.align} style={{ width: column.width }}>
      {column.sort && onSort ? (
        <button type="button" className={classes.sort} onClick={() => onSort(nextSort(sort, column.sort ?? ''))}>
          {column.label}
          <span aria-hidden="true" className={classes.arrow}>
            {direction === 'descending' ? '↓' : '↑'}
          </span>
        </button>
      ) : (
        column.label
      )}
    </th>
  );
};

type SortChoiceProps<Row> = { readonly columns: readonly Column<Row>[]; sort?: string; onSort: (sort: string) => void };

/** On a phone the head of the table is gone: the same choice as one field. */
const SortChoice = <Row,>({ columns, sort, onSort }: SortChoiceProps<Row>) => (
  <NativeSelect
    className={classes.choice}
    label={uiWords.sortBy}
    value={sort ?? ''}
    onChange={(event) => onSort(event.currentTarget.value)}
    data={columns.flatMap(({ label, sort: name }) =>
      name === undefined
        ? []
        : [
            { value: name, label: uiWords.ascending(label) },
            { value: `-${name}`, label: uiWords.descending(label) },
          ],
    )}
  />
);

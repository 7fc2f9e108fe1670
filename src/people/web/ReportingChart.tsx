import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import { listReports, listTopOfChart, type PersonInChart, type PlaceInChart } from '#people/chart-contract.ts';
import { usePages } from '#ui/asking.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { peopleWords } from './people-words.ts';
import classes from './reporting-chart.module.css';
import { onTreeKey } from './tree-keys.ts';

const { chart: words } = peopleWords;

export type ReportingChartProps = {
  readonly organisationId: string | undefined;
  /** Where the person in focus stands; undefined while nobody is. */
  readonly place: PlaceInChart | undefined;
  readonly onChoose: (personId: string) => void;
};

/** What every item needs to know; `open` and `active` hold keys: the ids from the top down, joined. */
type Tree = {
  readonly open: ReadonlySet<string>;
  readonly active: string | undefined;
  readonly focusId: string | undefined;
  /** From the top down to the person in focus. */
  readonly path: readonly PersonInChart[];
  readonly toggle: (key: string) => void;
  readonly activate: (key: string) => void;
  readonly choose: (personId: string) => void;
};

const keyOf = (above: string, id: string): string => (above ? `${above}/${id}` : id);

/** The reporting lines as a tree that is read from the server one level at a time, however large the company. */
export const ReportingChart = ({ organisationId, place, onChoose }: ReportingChartProps) => {
  const { rows, first, error, more } = usePages(listTopOfChart, { query: { organisationId } });
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string>();
  const path = place ? [...place.path, place.focus] : [];
  const focusKey = path.reduce((above, { id }) => keyOf(above, id), '');
  useEffect(() => {
    if (!focusKey) return;
    const parts = focusKey.split('/');
    setOpen((old) => new Set([...old, ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))]));
    setActive(focusKey);
  }, [focusKey]);
  const onlyTop = rows?.length === 1 ? rows[0]?.id : undefined;
  useEffect(() => {
    if (onlyTop) setOpen((old) => new Set([...old, onlyTop]));
  }, [onlyTop]);
  const toggle = (key: string): void =>
    setOpen((old) => new Set(old.has(key) ? [...old].filter((other) => other !== key) : [...old, key]));
  if (error) return <RefusalNotice error={error} />;
  if (rows?.length === 0 && path.length === 0) {
    return <EmptyState sentence={first?.organisation ? words.empty : words.noOrganisation} />;
  }
  const top = withPath(rows, path[0]);
  const tree = {
    open,
    active: active ?? top?.[0]?.id,
    focusId: place?.focus.id,
    path,
    toggle,
    activate: setActive,
    choose: onChoose,
  };
  return (
    <ul
      role="tree"
      aria-label={words.tree(first?.organisation?.name ?? '')}
      aria-busy={!rows}
      className={classes.tree}
      onKeyDown={(event) => onTreeKey(event, { toggle })}
    >
      <Items people={top} above="" tree={tree} more={more} moreLabel={words.moreAtTop} />
    </ul>
  );
};

/** A page of a long level may not yet hold the one on the way to the person in focus: they are shown all the same. */
const withPath = (
  people: readonly PersonInChart[] | undefined,
  onPath: PersonInChart | undefined,
): readonly PersonInChart[] | undefined =>
  onPath && people && !people.some(({ id }) => id === onPath.id) ? [...people, onPath] : people;

type ItemsProps = {
  readonly people: readonly PersonInChart[] | undefined;
  readonly above: string;
  readonly tree: Tree;
  readonly more: { readonly has: boolean; readonly isLoading: boolean; readonly load: () => void };
  readonly moreLabel: string;
};

const Items = ({ people, above, tree, more, moreLabel }: ItemsProps) => {
  const moreKey = keyOf(above, 'more');
  return (
    <>
      {people?.map((person) => (
        <Item key={person.id} person={person} above={above} tree={tree} />
      ))}
      {(!people || more.has) && (
        <TreeItem itemKey={moreKey} tree={tree} onAct={people ? more.load : undefined}>
          <span className={classes.toggle} />
          <span className={classes.quiet}>{people && !more.isLoading ? moreLabel : words.loading}</span>
        </TreeItem>
      )}
    </>
  );
};

type ItemProps = { readonly person: PersonInChart; readonly above: string; readonly tree: Tree };

const Item = ({ person, above, tree }: ItemProps) => {
  const { id, name, title, directReports, everyoneBelow } = person;
  const key = keyOf(above, id);
  const isOpen = directReports > 0 ? tree.open.has(key) : undefined;
  return (
    <>
      <TreeItem
        itemKey={key}
        tree={tree}
        name={name}
        isOpen={isOpen}
        isSelected={id === tree.focusId}
        onAct={() => tree.choose(id)}
      >
        <span
          className={classes.toggle}
          title={isOpen === undefined ? undefined : isOpen ? words.close(name) : words.open(name)}
          onClick={(event) => {
            event.stopPropagation();
            if (isOpen !== undefined) tree.toggle(key);
          }}
        >
          {isOpen !== undefined && (
            <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
              <path d="M3 1l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.6" />
            </svg>
          )}
        </span>
        <span className={classes.words}>
          <span className={classes.name}>{name}</span>{' '}
          <span className={classes.quiet}>{[title ?? words.noPost, person.area].filter(Boolean).join(' · ')}</span>
        </span>{' '}
        {directReports > 0 && <span className={classes.count}>{words.counts(directReports, everyoneBelow)}</span>}
      </TreeItem>
      {isOpen && <Reports person={person} above={key} tree={tree} />}
    </>
  );
};

type TreeItemProps = {
  readonly itemKey: string;
  readonly tree: Tree;
  readonly name?: string;
  /** Undefined where there is nothing to open. */
  readonly isOpen?: boolean | undefined;
  readonly isSelected?: boolean;
  readonly onAct?: (() => void) | undefined;
  readonly children: ReactNode;
};

/** One line of the tree. Lines of every depth are siblings, each with its level: so a line's name is just what it shows. */
const TreeItem = ({ itemKey, tree, name, isOpen, isSelected, onAct, children }: TreeItemProps) => {
  const level = itemKey.split('/').length;
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  return (
    <li
      ref={line}
      role="treeitem"
      aria-level={level}
      aria-expanded={isOpen}
      aria-selected={isSelected}
      data-key={itemKey}
      data-name={name}
      tabIndex={tree.active === itemKey ? 0 : -1}
      className={classes.item}
      style={{ '--depth': level - 1 } as CSSProperties}
      onFocus={() => tree.activate(itemKey)}
    >
      <div className={classes.row} data-act onClick={onAct}>
        {children}
      </div>
    </li>
  );
};

const Reports = ({ person, above, tree }: ItemProps) => {
  const { rows, more } = usePages(listReports, { params: { personId: person.id } });
  const depth = above.split('/').length;
  const isOnPath =
    tree.path
      .slice(0, depth)
      .map(({ id }) => id)
      .join('/') === above;
  return (
    <Items
      people={withPath(rows, isOnPath ? tree.path[depth] : undefined)}
      above={above}
      tree={tree}
      more={more}
      moreLabel={words.moreUnder(person.name)}
    />
  );
};

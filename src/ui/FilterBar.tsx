import { Button } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import classes from './filter-bar.module.css';
import { uiWords } from './ui-words.ts';

export type FilterBarProps = {
  /** What is filtered, for those who do not see it. */
  readonly label: string;
  /** The search field, always in sight. */
  readonly search?: ReactNode;
  /** The other fields: behind one button on a phone. */
  readonly children?: ReactNode;
  /** How many filters are set; from one on, they can be cleared at once. */
  readonly count?: number;
  readonly onClear?: () => void;
  /** What stands at the end: a DownloadMenu, for one. */
  readonly end?: ReactNode;
};

export const FilterBar = ({ label, search, children, count = 0, onClear, end }: FilterBarProps) => {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not yet known to every screen reader
    <div role="search" aria-label={label} className={classes.bar}>
      {search && <div className={classes.search}>{search}</div>}
      {children && (
        <>
          <Button
            variant="default"
            className={classes.toggle}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setIsOpen(!isOpen)}
          >
            {uiWords.filters(count)}
          </Button>
          <div id={id} className={classes.fields} data-open={isOpen || undefined}>
            {children}
          </div>
        </>
      )}
      {count > 0 && onClear && (
        <Button variant="subtle" onClick={onClear}>
          {uiWords.clearFilters}
        </Button>
      )}
      {end && <div className={classes.end}>{end}</div>}
    </div>
  );
};

import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import classes from './shell.module.css';
import { shellWords } from './shell-words.ts';

const Finder = lazy(async () => ({ default: (await import('./Finder.tsx')).Finder }));

/** Opens the finder by a click or by ctrl-K; the finder itself is loaded at the first use. */
export const SearchButton = () => {
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const open = () => {
    setWasOpen(true);
    setIsOpen(true);
  };
  useHotkeys([['mod+K', open]], []);
  return (
    <>
      <button
        type="button"
        className={classes.search}
        onClick={open}
        aria-haspopup="dialog"
        title={shellWords.searchHint}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="m10.5 10.5 4 4" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
        </svg>
        <span className={classes.searchWord}>{shellWords.search}</span>
        <kbd className={classes.keys} aria-hidden="true">
          {shellWords.searchKeys}
        </kbd>
      </button>
      {wasOpen && (
        <Suspense fallback={null}>
          <Finder isOpen={isOpen} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
};

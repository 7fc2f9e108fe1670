import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { refusalsIn } from '#ui/ask.ts';
import { Dialog } from '#ui/Dialog.tsx';
import classes from './finder.module.css';
import { type Find, findOnRecord, fittingActs } from './finder-lists.ts';
import { shellWords } from './shell-words.ts';

const { finder: words } = shellWords;

/** Finds any alliance, person or act: type, move with the arrows, open with Enter. */
export const Finder = ({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) => (
  <Dialog isOpen={isOpen} onClose={onClose} bare size="lg" yOffset="10vh" title={words.title}>
    <FinderList onClose={onClose} />
  </Dialog>
);

const useFinds = (text: string) => {
  const [asked] = useDebouncedValue(text, 150);
  const found = useQuery({
    queryKey: ['find', asked],
    queryFn: ({ signal }) => findOnRecord(asked, signal),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  });
  const onRecord = text ? (found.data ?? []) : [];
  const groups = [...onRecord, fittingActs(text)].filter(({ finds }) => finds.length > 0);
  return { groups, isSearching: found.isFetching || asked !== text, error: found.error };
};

const FinderList = ({ onClose }: { onClose: () => void }) => {
  const router = useRouter();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { groups, isSearching, error } = useFinds(typed.trim());
  const all = groups.flatMap(({ finds }) => finds);
  const chosen = all[Math.min(at, all.length - 1)];
  const open = (find: Find | undefined) => {
    if (!find) return;
    onClose();
    void router.navigate({ href: find.href });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
    const to = moves[event.key];
    if (event.key === 'Enter') open(chosen);
    else if (to !== undefined) setAt(Math.max(0, Math.min(to, all.length - 1)));
    else return;
    event.preventDefault();
  };
  const optionId = (find: Find): string => `${listId}-${find.key}`;
  return (
    <div className={classes.finder}>
      <input
        className={classes.input}
        type="text"
        role="combobox"
        aria-label={words.title}
        aria-expanded={all.length > 0}
        aria-controls={listId}
        aria-activedescendant={chosen && optionId(chosen)}
        aria-autocomplete="list"
        placeholder={words.placeholder}
        data-autofocus
        autoComplete="off"
        value={typed}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
      />
      <div id={listId} role="listbox" aria-label={words.results} className={classes.list}>
        {groups.map(({ label, finds }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
          <div key={label} role="group" aria-label={label}>
            <div className={classes.group} aria-hidden="true">
              {label}
            </div>
            {finds.map((find) => (
              <div
                key={find.key}
                id={optionId(find)}
                role="option"
                tabIndex={-1}
                aria-selected={find === chosen}
                className={classes.find}
                ref={find === chosen ? intoView : undefined}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => open(find)}
              >
                {find.label}
                {find.hint && <span className={classes.hint}>{find.hint}</span>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className={classes.note} role="status">
        {error
          ? refusalsIn(error)[0]?.message
          : all.length > 0
            ? words.keys
            : isSearching
              ? words.searching
              : words.nothing(typed.trim())}
      </p>
    </div>
  );
};

const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

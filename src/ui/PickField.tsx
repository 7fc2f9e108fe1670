import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FocusEventHandler, type ReactNode, useState } from 'react';
import { uiWords } from './ui-words.ts';

/** One thing that can be picked; `hint` tells it from others of the same name. */
export type Pick = { readonly id: string; readonly name: string; readonly hint?: string | null };

export type PickFieldProps = {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly placeholder?: string;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly onFocus?: FocusEventHandler<HTMLInputElement>;
  readonly onBlur?: FocusEventHandler<HTMLInputElement>;
  readonly value?: Pick | null;
  readonly onChange: (pick: Pick | null) => void;
  /** Looks up what fits the typed text, best first; `key` names the look-up for the cache. */
  readonly lookUp: { readonly key: string; readonly find: (text: string) => Promise<readonly Pick[]> };
};

const pauseInMilliseconds = 200;

/** Picks one of many by typing a part of its name; the server looks. */
export const PickField = ({ value = null, onChange, lookUp, ...field }: PickFieldProps) => {
  const [text, setText] = useState(value?.name ?? '');
  const [asked] = useDebouncedValue(text === value?.name ? '' : text, pauseInMilliseconds);
  const found = useQuery({
    queryKey: ['pick', lookUp.key, asked],
    queryFn: () => lookUp.find(asked),
    placeholderData: keepPreviousData,
  });
  const others = (found.data ?? []).filter(({ id }) => id !== value?.id);
  const picks = value ? [value, ...others] : others;
  return (
    <Select
      clearable
      {...field}
      searchable
      openOnFocus={false}
      searchValue={text}
      onSearchChange={setText}
      data={picks.map(({ id, name }) => ({ value: id, label: name }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(picks.find((pick) => pick.id === id) ?? null)}
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const hint = picks.find(({ id }) => id === option.value)?.hint;
        return (
          <span>
            {option.label}
            {hint && <span style={{ display: 'block', fontSize: '0.8125rem', opacity: 0.75 }}>{hint}</span>}
          </span>
        );
      }}
      nothingFoundMessage={found.isFetching ? uiWords.loading : uiWords.nothingFound}
      clearButtonProps={{ 'aria-label': uiWords.clear }}
    />
  );
};

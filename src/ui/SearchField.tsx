import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

export type SearchFieldProps = {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string | undefined;
  /** Called a moment after the typing has stopped; with undefined when the field is empty. */
  readonly onChange: (text: string | undefined) => void;
};

const pauseInMilliseconds = 250;

export const SearchField = ({ label, placeholder, value = '', onChange }: SearchFieldProps) => {
  const [text, setText] = useState(value);
  const told = useRef(value);
  const tell = useRef(onChange);
  tell.current = onChange;
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    if (text === told.current) return;
    const timer = setTimeout(() => {
      told.current = text;
      tell.current(text.trim() || undefined);
    }, pauseInMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <TextInput
      type="search"
      label={label}
      placeholder={placeholder}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
};

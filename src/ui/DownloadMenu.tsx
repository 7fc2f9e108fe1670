import { Button } from '@mantine/core';
import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import classes from './download-menu.module.css';
import { uiWords } from './ui-words.ts';

export type DownloadFormat = 'csv' | 'xlsx';

export type DownloadMenuProps = {
  readonly label?: string;
  /** Where a format is to be had: the export's address with the list's own filters. */
  readonly hrefOf: (format: DownloadFormat) => string;
};

const formats = ['csv', 'xlsx'] as const;

export const DownloadMenu = ({ label = uiWords.download, hrefOf }: DownloadMenuProps) => {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const closeOnLeaving = (event: FocusEvent<HTMLDivElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setIsOpen(false);
  };
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    setIsOpen(false);
    button.current?.focus();
  };
  return (
    <div className={classes.menu} onBlur={closeOnLeaving} onKeyDown={closeOnEscape} data-no-print>
      <Button
        ref={button}
        variant="default"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {label}
      </Button>
      <ul id={id} className={classes.formats} hidden={!isOpen}>
        {formats.map((format) => (
          <li key={format}>
            <a href={hrefOf(format)} download className={classes.format} onClick={() => setIsOpen(false)}>
              {uiWords.formats[format]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};

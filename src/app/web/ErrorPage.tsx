import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { refusalsIn } from '#ui/ask.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { shellWords } from './shell-words.ts';

/** What is shown when a page itself fails: a sentence and a way on, never a stack of calls. */
export const ErrorPage = ({ error, reset }: ErrorComponentProps) => (
  <>
    <PageHeader title={shellWords.errorTitle} />
    <EmptyState
      sentence={refusalsIn(error)
        .map(({ message }) => message)
        .join(' ')}
      action={
        <Button
          onClick={() => {
            reset();
            window.location.reload();
          }}
        >
          {shellWords.loadAgain}
        </Button>
      }
    />
  </>
);

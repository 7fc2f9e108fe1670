import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '#ui/EmptyState.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { shellWords } from './shell-words.ts';

export const MissingPage = () => (
  <>
    <PageHeader title={shellWords.missingTitle} />
    <EmptyState
      sentence={shellWords.missingSentence}
      action={
        <Button component={Link} to="/alliances">
          {shellWords.toAlliances}
        </Button>
      }
    />
  </>
);

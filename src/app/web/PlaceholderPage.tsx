import { EmptyState } from '#ui/EmptyState.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { shellWords } from './shell-words.ts';

export const PlaceholderPage = () => (
  <>
    <PageHeader title={shellWords.placeholderTitle} />
    <EmptyState sentence={shellWords.placeholderSentence} />
  </>
);

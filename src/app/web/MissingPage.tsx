import { ButtonLink } from '#ui/links.tsx';

import { EmptyState } from '#ui/EmptyState.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { shellWords } from './shell-words.ts';

export const MissingPage = () => (
  <>
    <PageHeader title={shellWords.missingTitle} />
    <EmptyState
      sentence={shellWords.missingSentence}
      action={<ButtonLink to="/alliances">{shellWords.toAlliances}</ButtonLink>}
    />
  </>
);

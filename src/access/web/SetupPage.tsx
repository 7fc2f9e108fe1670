import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { checkSetup } from '#access/access-contract.ts';
import { reading } from '#ui/asking.ts';
import { LonePage } from '#ui/LonePage.tsx';
import { ButtonLink } from '#ui/links.tsx';
import { accessWords } from './access-words.ts';
import { SetupForm } from './SetupForm.tsx';

const { setup: words } = accessWords;

/** The first page of all, behind the link that a new server prints in its terminal. */
export const SetupPage = () => {
  const { token } = useParams({ from: '/setup/$token' });
  const check = useQuery({ ...reading(checkSetup, { params: { token } }), staleTime: Infinity });
  if (check.error) {
    return (
      <LonePage title={words.closedTitle} lead={check.error.message}>
        <ButtonLink to="/sign-in" variant="default">
          {words.toSignIn}
        </ButtonLink>
      </LonePage>
    );
  }
  return (
    <LonePage title={words.title} lead={words.lead} wide>
      {check.data ? <SetupForm token={token} /> : <Skeleton height="22rem" />}
    </LonePage>
  );
};

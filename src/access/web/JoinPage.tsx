import { Button, PasswordInput, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { acceptInvitation, readInvitation } from '#access/access-contract.ts';
import type { ReplyOf } from '#kernel/endpoint.ts';
import { reading } from '#ui/asking.ts';
import { LonePage } from '#ui/LonePage.tsx';
import { ButtonLink } from '#ui/links.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { useStartAfresh } from './access-hooks.ts';
import { accessWords } from './access-words.ts';

const { join: words, fields, setup, roles } = accessWords;

type Invitation = ReplyOf<typeof readInvitation>;

/** Where the link of an invitation leads. */
export const JoinPage = () => {
  const { token } = useParams({ from: '/join/$token' });
  const { data: invitation, error } = useQuery({
    ...reading(readInvitation, { params: { token } }),
    staleTime: Infinity,
  });
  if (error) {
    return (
      <LonePage title={words.closedTitle} lead={error.message}>
        <ButtonLink to="/sign-in" variant="default">
          {setup.toSignIn}
        </ButtonLink>
      </LonePage>
    );
  }
  if (!invitation) {
    return (
      <LonePage title={words.act}>
        <Skeleton height="14rem" />
      </LonePage>
    );
  }
  return (
    <LonePage
      title={words.title(invitation.workspaceName)}
      lead={words.lead(invitation.invitedBy, roles[invitation.role])}
    >
      <JoinForm token={token} invitation={invitation} />
    </LonePage>
  );
};

const JoinForm = ({ token, invitation }: { token: string; invitation: Invitation }) => {
  const startAfresh = useStartAfresh();
  const form = useForm({ mode: 'controlled', initialValues: { name: invitation.name, password: '' } });
  const { onSubmit, isSending, refusals } = useSendForm(form, acceptInvitation, {
    asked: (body) => ({ params: { token }, body }),
    onDone: () => startAfresh('/alliances'),
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Text>{words.as(invitation.mail)}</Text>
        <input type="hidden" name="username" autoComplete="username" value={invitation.mail} readOnly />
        <TextInput label={fields.yourName} autoComplete="name" {...form.getInputProps('name')} />
        <PasswordInput
          label={fields.password}
          description={invitation.hasAccount ? words.hasAccount : fields.passwordHint}
          autoComplete={invitation.hasAccount ? 'current-password' : 'new-password'}
          {...form.getInputProps('password')}
        />
        <RefusalNotice refusals={refusals} />
        <Button type="submit" loading={isSending}>
          {words.act}
        </Button>
      </Stack>
    </form>
  );
};

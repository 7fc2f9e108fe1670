import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ask } from '#ui/ask.ts';
import { LonePage } from '#ui/LonePage.tsx';
import { TextLink } from '#ui/links.tsx';
import { notifyDone } from '#ui/notices.ts';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { inOurWords } from './access-hooks.ts';
import { accessWords } from './access-words.ts';
import { resetPassword } from './identity-requests.ts';

const { forgotten: words, fields } = accessWords;

export const ResetPage = () => {
  const { token } = useParams({ from: '/reset/$token' });
  const navigate = useNavigate();
  const [newPassword, setNewPassword] = useState('');
  const act = useMutation({
    mutationFn: () =>
      ask(resetPassword, { body: { newPassword, token } }).catch((error: unknown) => {
        throw inOurWords(error, { message: words.resetExpired });
      }),
    onSuccess: () => {
      notifyDone(words.resetDone);
      return navigate({ to: '/sign-in' });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate();
  };
  return (
    <LonePage title={words.title}>
      <form onSubmit={submit}>
        <Stack>
          <PasswordInput
            label={fields.newPassword}
            description={fields.passwordHint}
            autoComplete="new-password"
            required
            minLength={12}
            maxLength={128}
            withAsterisk={false}
            value={newPassword}
            onChange={(event) => setNewPassword(event.currentTarget.value)}
          />
          <RefusalNotice error={act.error} />
          <Button type="submit" loading={act.isPending}>
            {words.resetAct}
          </Button>
          <TextLink to="/forgotten" size="sm">
            {words.another}
          </TextLink>
        </Stack>
      </form>
    </LonePage>
  );
};

import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '#ui/ask.ts';
import { notifyDone } from '#ui/notices.ts';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { inOurWords } from './access-hooks.ts';
import { accessWords } from './access-words.ts';
import { changePassword } from './identity-requests.ts';
import classes from './settings-page.module.css';

const { settings: words, fields } = accessWords;

export const PasswordForm = ({ mail }: { mail: string | undefined }) => {
  const [currentPassword, setCurrentPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const act = useMutation({
    mutationFn: () =>
      ask(changePassword, { body: { currentPassword, newPassword, revokeOtherSessions: true } }).catch(
        (error: unknown) => {
          throw inOurWords(error, { message: words.passwordWrong });
        },
      ),
    onSuccess: () => {
      setCurrentPassword('');
      setNewPassword('');
      notifyDone(words.passwordChanged);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <Stack>
        <input type="hidden" name="username" autoComplete="username" value={mail ?? ''} readOnly />
        <PasswordInput
          label={fields.currentPassword}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={currentPassword}
          onChange={(event) => setCurrentPassword(event.currentTarget.value)}
        />
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
        <Button type="submit" variant="default" loading={act.isPending} style={{ alignSelf: 'flex-start' }}>
          {words.changePassword}
        </Button>
      </Stack>
    </form>
  );
};

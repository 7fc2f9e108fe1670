import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ask } from '#ui/ask.ts';
import { LonePage } from '#ui/LonePage.tsx';
import { TextLink } from '#ui/links.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { inOurWords, safePlace, useGround, useStartAfresh } from './access-hooks.ts';
import { accessWords } from './access-words.ts';
import { signIn } from './identity-requests.ts';

const { signIn: words, fields } = accessWords;

export const SignInPage = () => {
  const { next } = useSearch({ from: '/sign-in' });
  const ground = useGround();
  const startAfresh = useStartAfresh();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const act = useMutation({
    mutationFn: () =>
      ask(signIn, { body: { email: email.trim(), password } }).catch((error: unknown) => {
        throw inOurWords(error, { message: words.wrong });
      }),
    onSuccess: () => startAfresh(safePlace(next)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate();
  };
  if (ground && !ground.isSetUp) return <LonePage title={words.notSetUpTitle} lead={words.notSetUp} />;
  return (
    <LonePage title={words.title}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={fields.mail}
            type="email"
            name="email"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={fields.password}
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <RefusalNotice error={act.error} />
          <Button type="submit" loading={act.isPending}>
            {words.act}
          </Button>
          <TextLink to="/forgotten" size="sm">
            {words.forgotten}
          </TextLink>
        </Stack>
      </form>
    </LonePage>
  );
};

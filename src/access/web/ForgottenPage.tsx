import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ask } from '#ui/ask.ts';
import { LonePage } from '#ui/LonePage.tsx';
import { TextLink } from '#ui/links.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { inOurWords, useGround } from './access-hooks.ts';
import { accessWords } from './access-words.ts';
import { requestPasswordReset } from './identity-requests.ts';

const { forgotten: words, fields, signIn: signInWords } = accessWords;

/** Says the same whether the mail has a seat or not, so that nobody can find out who has one. */
export const ForgottenPage = () => {
  const ground = useGround();
  const [email, setEmail] = useState('');
  const act = useMutation({
    mutationFn: () =>
      ask(requestPasswordReset, { body: { email: email.trim() } }).catch((error: unknown) => {
        throw inOurWords(error, { message: signInWords.tooMany });
      }),
  });
  const back = (
    <TextLink to="/sign-in" size="sm">
      {words.back}
    </TextLink>
  );
  if (act.isSuccess) {
    return (
      <LonePage title={words.sentTitle} lead={words.sent(email.trim())}>
        {ground?.mailGoesToOutbox && <Text mb="md">{words.sentToOutbox}</Text>}
        {back}
      </LonePage>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate();
  };
  return (
    <LonePage title={words.title} lead={words.lead}>
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
          <RefusalNotice error={act.error} />
          <Button type="submit" loading={act.isPending}>
            {words.act}
          </Button>
          {back}
        </Stack>
      </form>
    </LonePage>
  );
};

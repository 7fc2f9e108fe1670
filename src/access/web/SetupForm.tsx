import { Button, Group, PasswordInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { setUp } from '#access/access-contract.ts';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { useStartAfresh } from './access-hooks.ts';
import { accessWords } from './access-words.ts';
import classes from './setup-form.module.css';

const { setup: words, fields } = accessWords;

type Start = 'empty' | 'demo';
const initialValues = {
  workspaceName: '',
  currency: 'EUR',
  ownerName: '',
  mail: '',
  password: '',
  start: 'demo' as Start,
};

export const SetupForm = ({ token }: { token: string }) => {
  const startAfresh = useStartAfresh();
  const form = useForm({ mode: 'controlled', initialValues });
  const { onSubmit, isSending, refusals } = useSendForm(form, setUp, {
    asked: (values) => ({ params: { token }, body: { ...values, currency: values.currency.trim().toUpperCase() } }),
    onDone: () => startAfresh('/alliances'),
  });
  const starting = form.values.start;
  const choices: readonly { start: Start; label: string; says: string }[] = [
    { start: 'demo', label: words.demo, says: words.demoSays },
    { start: 'empty', label: words.empty, says: words.emptySays },
  ];
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Group align="flex-start" grow preventGrowOverflow={false}>
          <TextInput
            label={fields.workspaceName}
            description={fields.workspaceHint}
            autoComplete="organization"
            miw="14rem"
            flex="3 1 14rem"
            {...form.getInputProps('workspaceName')}
          />
          <TextInput
            label={fields.currency}
            description={fields.currencyHint}
            maxLength={3}
            miw="11rem"
            flex="1 1 11rem"
            {...form.getInputProps('currency')}
          />
        </Group>
        <TextInput label={fields.yourName} autoComplete="name" {...form.getInputProps('ownerName')} />
        <TextInput label={fields.yourMail} type="email" autoComplete="username" {...form.getInputProps('mail')} />
        <PasswordInput
          label={fields.password}
          description={fields.passwordHint}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <RefusalNotice refusals={refusals} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg" mt="sm">
          {choices.map(({ start, label, says }) => (
            <div key={start} className={classes.choice}>
              <Button
                type="submit"
                variant={start === 'demo' ? 'filled' : 'default'}
                loading={isSending && starting === start}
                disabled={isSending && starting !== start}
                onClick={() => form.setFieldValue('start', start)}
                aria-describedby={`start-${start}`}
              >
                {label}
              </Button>
              <Text size="sm" c="dimmed" id={`start-${start}`}>
                {says}
              </Text>
            </div>
          ))}
        </SimpleGrid>
      </Stack>
    </form>
  );
};

import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { renameWorkspace } from '#access/access-contract.ts';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { accessWords } from './access-words.ts';
import classes from './settings-page.module.css';

const { settings: words, fields } = accessWords;

type WorkspaceFormProps = {
  readonly workspace: { readonly name: string; readonly currency: string };
  readonly mayChange: boolean;
};

export const WorkspaceForm = ({ workspace, mayChange }: WorkspaceFormProps) => {
  const { name, currency } = workspace;
  const form = useForm({ mode: 'controlled', initialValues: { name, currency } });
  const { onSubmit, isSending, refusals } = useSendForm(form, renameWorkspace, {
    asked: (values) => ({ body: { ...values, currency: values.currency.trim().toUpperCase() } }),
    done: words.saved,
  });
  return (
    <form onSubmit={onSubmit} noValidate className={classes.form}>
      <Stack align="stretch">
        <TextInput label={fields.name} readOnly={!mayChange} {...form.getInputProps('name')} />
        <TextInput
          label={fields.currency}
          description={fields.currencyHint}
          maxLength={3}
          readOnly={!mayChange}
          {...form.getInputProps('currency')}
        />
        <RefusalNotice refusals={refusals} />
        {mayChange ? (
          <Button type="submit" loading={isSending} style={{ alignSelf: 'flex-start' }}>
            {words.save}
          </Button>
        ) : (
          <Text size="sm" c="dimmed">
            {words.notYours}
          </Text>
        )}
      </Stack>
    </form>
  );
};

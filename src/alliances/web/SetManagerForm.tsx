import { Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { FormEvent } from 'react';
import { type AllianceView, setAllianceManager } from '#alliances/alliances-contract.ts';
import { addDays } from '#kernel/date-only.ts';
import { type Pick, PickField } from '#ui/PickField.tsx';
import { FormFoot } from '#ui/FormFoot.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { alliancesWords } from './alliances-words.ts';
import { pickManager } from './pick-party.ts';

const { manager: words } = alliancesWords;

export type SetManagerFormProps = {
  readonly alliance: AllianceView;
  readonly side: 'ours' | 'theirs';
  readonly onDone: () => void;
};

export const SetManagerForm = ({ alliance, side, onDone }: SetManagerFormProps) => {
  const form = useForm({
    mode: 'controlled',
    initialValues: { personId: null as Pick | null, from: alliance.today, to: '' },
  });
  const { onSubmit, isSending, refusals } = useSendForm(form, setAllianceManager, {
    asked: ({ personId, from, to }) => ({
      params: { allianceId: alliance.id },
      body: { side, personId: personId?.id ?? '', from, to: to ? addDays(to, 1) : null },
    }),
    done: words.done,
    onDone,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    if (form.getValues().personId) return onSubmit(event);
    event.preventDefault();
    form.setErrors({ personId: words.pickPerson });
  };
  const lookUp = pickManager(
    side,
    alliance.partners.map(({ id }) => id),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <PickField label={words.person} lookUp={lookUp} {...form.getInputProps('personId')} />
        <TextInput type="date" label={words.from} {...form.getInputProps('from')} />
        <TextInput type="date" label={words.to} description={words.toHint} {...form.getInputProps('to')} />
        <Text size="sm" c="dimmed">
          {words.handover}
        </Text>
        <FormFoot label={words.send} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

import { Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { nameCounterpart } from '#sponsorship/sponsorship-contract.ts';
import { type Pick, PickField } from '#ui/PickField.tsx';
import { FormFoot } from '#ui/FormFoot.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { pickCounterpart } from './pick-executive.ts';
import { sponsorshipWords } from './sponsorship-words.ts';
import { today } from './today.ts';

const { counterpart: words } = sponsorshipWords;

type NameCounterpartFormProps = {
  readonly allianceId: string;
  readonly partnerIds: readonly string[];
  readonly onDone: () => void;
};

/** Puts the partner's executive sponsor on record. */
export const NameCounterpartForm = ({ allianceId, partnerIds, onDone }: NameCounterpartFormProps) => {
  const form = useForm({ mode: 'controlled', initialValues: { personId: null as Pick | null, from: today() } });
  const { onSubmit, isSending, refusals } = useSendForm(form, nameCounterpart, {
    asked: ({ personId, from }) => ({ params: { allianceId }, body: { personId: personId?.id ?? '', from } }),
    done: words.saved,
    onDone,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <PickField
          label={words.person}
          description={words.personHint}
          lookUp={pickCounterpart(partnerIds)}
          {...form.getInputProps('personId')}
        />
        <TextInput type="date" label={words.from} {...form.getInputProps('from')} />
        <FormFoot label={words.save} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

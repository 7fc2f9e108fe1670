import { Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { recordVeto } from '#sponsorship/sponsorship-candidates-contract.ts';
import { FormFoot } from '#ui/FormFoot.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { sponsorshipWords } from './sponsorship-words.ts';

const { veto: words } = sponsorshipWords;

type VetoFormProps = { readonly allianceId: string; readonly personId: string; readonly onDone: () => void };

/** The partner does not want somebody: a stated reason that keeps them off the list. */
export const VetoForm = ({ allianceId, personId, onDone }: VetoFormProps) => {
  const form = useForm({ mode: 'controlled', initialValues: { reason: '', source: '' } });
  const { onSubmit, isSending, refusals } = useSendForm(form, recordVeto, {
    asked: (body) => ({ params: { allianceId, personId }, body }),
    done: words.saved,
    onDone,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Textarea label={words.reason} autosize minRows={2} {...form.getInputProps('reason')} />
        <TextInput label={words.source} {...form.getInputProps('source')} />
        <FormFoot label={words.save} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

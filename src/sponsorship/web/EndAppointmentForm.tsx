import { Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { endAppointment } from '#sponsorship/sponsorship-contract.ts';
import { FormFoot } from '#ui/FormFoot.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { sponsorshipWords } from './sponsorship-words.ts';
import { today } from './today.ts';

const { end: words } = sponsorshipWords;

export const EndAppointmentForm = ({ appointmentId, onDone }: { appointmentId: string; onDone: () => void }) => {
  const form = useForm({ mode: 'controlled', initialValues: { on: today(), reason: '' } });
  const { onSubmit, isSending, refusals } = useSendForm(form, endAppointment, {
    asked: (body) => ({ params: { appointmentId }, body }),
    done: words.saved,
    onDone,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <TextInput type="date" label={words.on} {...form.getInputProps('on')} />
        <Textarea label={words.reason} autosize minRows={2} {...form.getInputProps('reason')} />
        <FormFoot label={words.save} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

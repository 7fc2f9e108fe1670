import { Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { withdrawNomination } from '#sponsorship/sponsorship-contract.ts';
import { FormFoot } from '#ui/FormFoot.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { sponsorshipWords } from './sponsorship-words.ts';

const { withdraw: words, card } = sponsorshipWords;

export const WithdrawNominationForm = ({ nominationId, onDone }: { nominationId: string; onDone: () => void }) => {
  const form = useForm({ mode: 'controlled', initialValues: { reason: '' } });
  const { onSubmit, isSending, refusals } = useSendForm(form, withdrawNomination, {
    asked: (body) => ({ params: { nominationId }, body }),
    done: card.withdrawn,
    onDone,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Textarea label={words.reason} autosize minRows={2} data-autofocus {...form.getInputProps('reason')} />
        <FormFoot label={words.save} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

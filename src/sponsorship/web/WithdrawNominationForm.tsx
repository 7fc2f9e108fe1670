import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { withdrawNomination } from '#sponsorship/sponsorship-contract.ts';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
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
        <RefusalNotice refusals={refusals} />
        <Group justify="flex-end">
          <Button type="submit" loading={isSending}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

import { SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type AnswerChoice, answerNomination } from '#sponsorship/sponsorship-contract.ts';
import { FormFoot } from '#ui/FormFoot.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { sponsorshipWords } from './sponsorship-words.ts';

const { answer: words } = sponsorshipWords;
const choices: readonly AnswerChoice[] = ['accept', 'talkFirst', 'decline'];

/** The nominee's answer, or their assistant's on their behalf, from within Entente. */
export const AnswerNominationForm = ({ nominationId, onDone }: { nominationId: string; onDone: () => void }) => {
  const form = useForm({ mode: 'controlled', initialValues: { choice: 'accept' as AnswerChoice, remark: '' } });
  const { onSubmit, isSending, refusals } = useSendForm(form, answerNomination, {
    asked: (body) => ({ params: { nominationId }, body }),
    done: ({ standing }) => standing,
    onDone,
  });
  const chosen = form.getValues().choice;
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <SegmentedControl
          fullWidth
          aria-label={words.choose}
          data={choices.map((value) => ({ value, label: words[value] }))}
          {...form.getInputProps('choice')}
        />
        <Text size="sm">{words.chosen[chosen]}</Text>
        <Textarea
          label={words.remark}
          description={words.remarkHint}
          autosize
          minRows={2}
          {...form.getInputProps('remark')}
        />
        <FormFoot label={words.confirm[chosen]} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

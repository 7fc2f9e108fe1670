import { Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { endPosition } from '#people/position-contract.ts';
import { FormFoot } from '#ui/FormFoot.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { peopleWords } from './people-words.ts';

const { post: words } = peopleWords;

export type EndPositionFormProps = { readonly positionId: string; readonly today: string; readonly onDone: () => void };

export const EndPositionForm = ({ positionId, today, onDone }: EndPositionFormProps) => {
  const form = useForm({ mode: 'controlled', initialValues: { on: today } });
  const { onSubmit, isSending, refusals } = useSendForm(form, endPosition, {
    asked: (values) => ({ params: { positionId }, body: values }),
    done: words.ended,
    onDone,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <TextInput type="date" label={words.endOn} data-autofocus {...form.getInputProps('on')} />
        <FormFoot label={peopleWords.save} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

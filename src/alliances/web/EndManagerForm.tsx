import { Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type AllianceView, endAllianceManager, type ManagerTermView } from '#alliances/alliances-contract.ts';
import { addDays } from '#kernel/date-only.ts';
import { FormFoot } from '#ui/FormFoot.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { alliancesWords } from './alliances-words.ts';

const { manager: words } = alliancesWords;

export type EndManagerFormProps = {
  readonly alliance: AllianceView;
  readonly term: ManagerTermView;
  readonly onDone: () => void;
};

export const EndManagerForm = ({ alliance, term, onDone }: EndManagerFormProps) => {
  const form = useForm({ mode: 'controlled', initialValues: { on: alliance.today } });
  const { onSubmit, isSending, refusals } = useSendForm(form, endAllianceManager, {
    asked: ({ on }) => ({ params: { allianceId: alliance.id, termId: term.id }, body: { on: addDays(on, 1) } }),
    done: words.ended,
    onDone,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <TextInput type="date" label={words.on} {...form.getInputProps('on')} />
        <FormFoot label={words.end} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

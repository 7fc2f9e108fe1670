import { Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { z } from 'zod';
import { changeSeat, endSeat, type memberSchema } from '#access/access-contract.ts';
import { type Pick, PickField } from '#ui/PickField.tsx';
import { FormFoot } from '#ui/FormFoot.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { accessWords } from './access-words.ts';
import { pickPerson } from './pick-person.ts';
import { RoleSelect } from './RoleSelect.tsx';

const { members: words, fields } = accessWords;

export type Member = z.output<typeof memberSchema>;
type SeatFormProps = { readonly member: Member; readonly onDone: () => void };

export const ChangeSeatForm = ({ member, onDone }: SeatFormProps) => {
  const { seatId, role, personId, personName } = member;
  const person: Pick | null = personId ? { id: personId, name: personName ?? '' } : null;
  const form = useForm({ mode: 'controlled', initialValues: { role, personId: person } });
  const { onSubmit, isSending, refusals } = useSendForm(form, changeSeat, {
    asked: (values) => ({ params: { seatId }, body: { role: values.role, personId: values.personId?.id ?? null } }),
    done: words.changed,
    onDone,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <RoleSelect {...form.getInputProps('role')} />
        <PickField
          label={fields.person}
          description={fields.personHint}
          lookUp={pickPerson}
          {...form.getInputProps('personId')}
        />
        <FormFoot label={words.save} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

export const EndSeatForm = ({ member, onDone }: SeatFormProps) => {
  const form = useForm({ mode: 'controlled', initialValues: { reason: '' } });
  const { onSubmit, isSending, refusals } = useSendForm(form, endSeat, {
    asked: (body) => ({ params: { seatId: member.seatId }, body }),
    done: words.ended,
    onDone,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Text>{words.endSays(member.name)}</Text>
        <TextInput label={fields.reason} data-autofocus {...form.getInputProps('reason')} />
        <FormFoot label={words.endAct} color="red" isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

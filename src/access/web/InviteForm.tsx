import { Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { inviteMember, type roles } from '#access/access-contract.ts';
import { type Pick, PickField } from '#ui/PickField.tsx';
import { FormFoot } from '#ui/FormFoot.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { accessWords } from './access-words.ts';
import { pickPerson } from './pick-person.ts';
import { RoleSelect } from './RoleSelect.tsx';

const { members: words, fields } = accessWords;

const initialValues = {
  name: '',
  mail: '',
  role: 'allianceManager' as (typeof roles)[number],
  personId: null as Pick | null,
};

export const InviteForm = ({ onDone }: { onDone: () => void }) => {
  const form = useForm({ mode: 'controlled', initialValues });
  const { onSubmit, isSending, refusals } = useSendForm(form, inviteMember, {
    asked: ({ personId, ...values }) => ({ body: { ...values, personId: personId?.id ?? null } }),
    done: () => words.invited(form.getValues().name),
    onDone,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <TextInput label={fields.name} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
        <TextInput label={fields.mail} type="email" autoComplete="off" {...form.getInputProps('mail')} />
        <RoleSelect {...form.getInputProps('role')} />
        <PickField
          label={fields.person}
          description={fields.personHint}
          lookUp={pickPerson}
          {...form.getInputProps('personId')}
        />
        <FormFoot label={words.sendInvitation} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

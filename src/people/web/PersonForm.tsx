import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { dayOf } from '#kernel/date-only.ts';
import { createPerson, editPerson, type PersonView } from '#people/people-contract.ts';
import { type Pick, PickField } from '#ui/PickField.tsx';
import { FormFoot } from '#ui/FormFoot.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { PositionFields } from './PositionFields.tsx';
import { pickOrganisation } from './people-picks.ts';
import { peopleWords } from './people-words.ts';
import { newPosition, positionBody } from './position-values.ts';
import { useOwnOrganisation } from './people-hooks.ts';

const { form: words } = peopleWords;

export type PersonFormProps = {
  /** The person to edit; without one, a person is entered with the post they hold. */
  readonly person?: PersonView;
  readonly onDone: (personId: string) => void;
};

export const PersonForm = ({ person, onDone }: PersonFormProps) => {
  const own = useOwnOrganisation();
  const form = useForm({
    mode: 'controlled',
    initialValues: {
      name: person?.name ?? '',
      mail: person?.mail ?? '',
      organisationId: (person?.organisation ?? null) as Pick | null,
      externalId: person?.externalId ?? '',
      withPost: person === undefined,
      position: newPosition(null, dayOf(new Date())),
    },
  });
  const { values } = form;
  const { setFieldValue } = form;
  const isOrganisationOpen = !person && values.organisationId === null && !form.isTouched('organisationId');
  useEffect(() => {
    if (!own || !isOrganisationOpen) return;
    setFieldValue('organisationId', own);
    setFieldValue('position.organisationId', own);
  }, [own, isOrganisationOpen, setFieldValue]);
  const body = () => ({
    name: values.name,
    mail: values.mail || null,
    organisationId: values.organisationId?.id ?? '',
    externalId: values.externalId || null,
  });
  const creating = useSendForm(form, createPerson, {
    asked: () => ({ body: { ...body(), position: values.withPost ? positionBody(values.position) : null } }),
    done: ({ name }) => words.created(name),
    onDone: ({ id }) => onDone(id),
  });
  const editing = useSendForm(form, editPerson, {
    asked: () => ({ params: { personId: person?.id ?? '' }, body: body() }),
    done: ({ name }) => words.saved(name),
    onDone: ({ id }) => onDone(id),
  });
  const { onSubmit, isSending, refusals } = person ? editing : creating;
  return (
    <form onSubmit={onSubmit} noValidate style={{ maxWidth: '40rem' }}>
      <Stack>
        <TextInput label={words.name} required autoComplete="off" data-autofocus {...form.getInputProps('name')} />
        <TextInput
          label={words.mail}
          description={words.mailHint}
          type="email"
          autoComplete="off"
          {...form.getInputProps('mail')}
        />
        <PickField
          label={words.organisation}
          required
          lookUp={pickOrganisation}
          {...form.getInputProps('organisationId')}
        />
        <TextInput
          label={words.externalId}
          description={words.externalIdHint}
          autoComplete="off"
          {...form.getInputProps('externalId')}
        />
        {!person && <Checkbox label={words.withPost} {...form.getInputProps('withPost', { type: 'checkbox' })} />}
        {!person && values.withPost && (
          <PositionFields values={values.position} field={(name) => form.getInputProps(`position.${name}`)} />
        )}
        <FormFoot label={person ? peopleWords.save : words.create} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

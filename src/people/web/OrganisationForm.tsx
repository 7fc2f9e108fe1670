import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  createOrganisation,
  editOrganisation,
  type OrganisationItem,
  organisationKinds,
} from '#people/organisation-contract.ts';
import { FormFoot } from '#ui/FormFoot.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { peopleWords } from './people-words.ts';

const { organisations: words } = peopleWords;

export type OrganisationFormProps = {
  /** The organisation to edit; without one, a new one is entered. */
  readonly organisation?: OrganisationItem;
  readonly onDone: (organisationId: string) => void;
};

export const OrganisationForm = ({ organisation, onDone }: OrganisationFormProps) => {
  const form = useForm({
    mode: 'controlled',
    initialValues: {
      name: organisation?.name ?? '',
      kind: organisation?.kind ?? ('partner' as const),
      country: organisation?.country ?? '',
      isFounderLed: organisation?.isFounderLed ?? false,
      founderLedSince: organisation?.founderLedSince ?? '',
      externalId: organisation?.externalId ?? '',
    },
  });
  const body = ({ founderLedSince, country, externalId, ...values }: typeof form.values) => ({
    ...values,
    founderLedSince: founderLedSince || null,
    country: country || null,
    externalId: externalId || null,
  });
  const creating = useSendForm(form, createOrganisation, {
    asked: (values) => ({ body: body(values) }),
    done: ({ name }) => words.added(name),
    onDone: ({ id }) => onDone(id),
  });
  const editing = useSendForm(form, editOrganisation, {
    asked: (values) => ({ params: { organisationId: organisation?.id ?? '' }, body: body(values) }),
    done: ({ name }) => words.saved(name),
    onDone: ({ id }) => onDone(id),
  });
  const { onSubmit, isSending, refusals } = organisation ? editing : creating;
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <TextInput label={words.name} required autoComplete="off" data-autofocus {...form.getInputProps('name')} />
        <NativeSelect
          label={words.kind}
          data={organisationKinds.map((kind) => ({ value: kind, label: peopleWords.organisationKinds[kind] }))}
          {...form.getInputProps('kind')}
        />
        <TextInput label={words.country} autoComplete="off" {...form.getInputProps('country')} />
        <Checkbox
          label={words.isFounderLed}
          description={words.isFounderLedHint}
          {...form.getInputProps('isFounderLed', { type: 'checkbox' })}
        />
        {form.values.isFounderLed && (
          <TextInput type="date" label={words.since} required {...form.getInputProps('founderLedSince')} />
        )}
        <TextInput label={words.externalId} autoComplete="off" {...form.getInputProps('externalId')} />
        <FormFoot label={peopleWords.save} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

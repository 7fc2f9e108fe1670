import { Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { nominateSponsor } from '#sponsorship/sponsorship-contract.ts';
import { type Pick, PickField } from '#ui/PickField.tsx';
import { FormFoot } from '#ui/FormFoot.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { pickExecutive } from './pick-executive.ts';
import { sponsorshipWords } from './sponsorship-words.ts';

const { nominate: words } = sponsorshipWords;

export type NominateFormProps = {
  readonly allianceId: string;
  readonly personId: string;
  /** The one ranked first, when this is somebody else. */
  readonly firstName: string | null;
  readonly term: { readonly from: string; readonly to: string };
  readonly onDone: () => void;
};

/** Asks one executive. Nothing blocks a choice against the ranking but a missing reason. */
export const NominateForm = ({ allianceId, personId, firstName, term, onDone }: NominateFormProps) => {
  const form = useForm({
    mode: 'controlled',
    initialValues: {
      reason: '',
      reasonAgainstRanking: '',
      termFrom: term.from,
      termTo: term.to,
      deputyPersonId: null as Pick | null,
    },
  });
  const { onSubmit, isSending, refusals } = useSendForm(form, nominateSponsor, {
    asked: ({ deputyPersonId, reasonAgainstRanking, ...values }) => ({
      params: { allianceId },
      body: {
        ...values,
        personId,
        ...(firstName ? { reasonAgainstRanking } : {}),
        deputyPersonId: deputyPersonId?.id ?? null,
      },
    }),
    done: ({ mailedTo }) => words.sent(mailedTo),
    onDone,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Text size="sm">{words.what}</Text>
        <Textarea
          label={words.reason}
          description={words.reasonHint}
          autosize
          minRows={3}
          data-autofocus
          {...form.getInputProps('reason')}
        />
        {firstName && (
          <Textarea
            label={words.reasonAgainst}
            description={words.reasonAgainstHint(firstName)}
            autosize
            minRows={2}
            {...form.getInputProps('reasonAgainstRanking')}
          />
        )}
        <Group grow preventGrowOverflow={false}>
          <TextInput type="date" label={words.from} {...form.getInputProps('termFrom')} />
          <TextInput type="date" label={words.to} {...form.getInputProps('termTo')} />
        </Group>
        <PickField label={words.deputy} lookUp={pickExecutive} {...form.getInputProps('deputyPersonId')} />
        <FormFoot label={words.send} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

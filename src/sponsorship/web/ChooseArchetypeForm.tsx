import { NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { chooseArchetype } from '#sponsorship/sponsorship-policy-contract.ts';
import type { ProfileName } from '#sponsorship/domain/sponsorship-policy.ts';
import { FormFoot } from '#ui/FormFoot.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { sponsorshipWords } from './sponsorship-words.ts';

const { override: words, profiles, profilesMeaning } = sponsorshipWords;

type ChooseArchetypeFormProps = {
  readonly allianceId: string;
  readonly present: ProfileName | null;
  readonly onDone: () => void;
};

/** One alliance's own archetype, with the reason why it differs from the company's. */
export const ChooseArchetypeForm = ({ allianceId, present, onDone }: ChooseArchetypeFormProps) => {
  const form = useForm({ mode: 'controlled', initialValues: { archetype: present ?? '', reason: '' } });
  const { onSubmit, isSending, refusals } = useSendForm(form, chooseArchetype, {
    asked: ({ archetype, reason }) => ({
      params: { allianceId },
      body: { archetype: archetype === '' ? null : (archetype as ProfileName), reason },
    }),
    done: words.saved,
    onDone,
  });
  const chosen = form.getValues().archetype;
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <NativeSelect
          label={words.archetype}
          data={[
            { value: '', label: words.company },
            ...Object.entries(profiles).map(([value, label]) => ({ value, label })),
          ]}
          {...form.getInputProps('archetype')}
        />
        {chosen !== '' && <Text size="sm">{profilesMeaning[chosen as ProfileName]}</Text>}
        <Textarea label={words.reason} autosize minRows={2} {...form.getInputProps('reason')} />
        <FormFoot label={words.save} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

import { Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { rateStake } from '#sponsorship/sponsorship-candidates-contract.ts';
import { FormFoot } from '#ui/FormFoot.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { sponsorshipWords } from './sponsorship-words.ts';

const { rate: words } = sponsorshipWords;

type RateStakeFormProps = { readonly allianceId: string; readonly personId: string; readonly onDone: () => void };

/** An anchored rating with its source: how far the alliance's result is in somebody's own objectives. */
export const RateStakeForm = ({ allianceId, personId, onDone }: RateStakeFormProps) => {
  const form = useForm({ mode: 'controlled', initialValues: { rating: '50', source: '' } });
  const { onSubmit, isSending, refusals } = useSendForm(form, rateStake, {
    asked: ({ rating, source }) => ({
      params: { allianceId, personId },
      body: { rating: Number(rating) as 0 | 25 | 50 | 75 | 100, source },
    }),
    done: words.saved,
    onDone,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Radio.Group label={words.question} {...form.getInputProps('rating')}>
          <Stack gap="xs" mt="xs">
            {Object.entries(words.scale).map(([value, label]) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput label={words.source} description={words.sourceHint} {...form.getInputProps('source')} />
        <FormFoot label={words.save} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

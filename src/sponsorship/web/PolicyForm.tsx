import { Button, Fieldset, Group, NumberInput, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { ReplyOf } from '#kernel/endpoint.ts';
import type { SponsorshipPolicy } from '#sponsorship/domain/sponsorship-policy.ts';
import {
  type PolicyPreview,
  previewPolicy,
  savePolicy,
  type showPolicy,
} from '#sponsorship/sponsorship-policy-contract.ts';
import { useAct } from '#ui/asking.ts';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import classes from './policy-form.module.css';
import { PolicyPreviewCard } from './PolicyPreviewCard.tsx';
import { PolicyRuleFields } from './PolicyRuleFields.tsx';
import { PolicyWeightFields } from './PolicyWeightFields.tsx';
import { sponsorshipWords } from './sponsorship-words.ts';

const { policy: words } = sponsorshipWords;

export type PolicyValues = { readonly settings: SponsorshipPolicy; readonly reason: string };

/** Changes the policy: what it would alter is shown before it can be saved as a new version. */
export const PolicyForm = ({ policy }: { policy: ReplyOf<typeof showPolicy> }) => {
  const { current, may } = policy;
  const form = useForm<PolicyValues>({ mode: 'controlled', initialValues: { settings: current.settings, reason: '' } });
  const [preview, setPreview] = useState<PolicyPreview | null>(null);
  const look = useAct(previewPolicy, { onDone: setPreview });
  const { onSubmit, isSending, refusals } = useSendForm(form as never, savePolicy, {
    asked: ({ settings, reason }: PolicyValues) => ({
      body: { settings: settings as never, reason, basedOn: current.version },
    }),
    done: ({ version }) => words.saved(version),
  });
  const mayEdit = may.edit === true;
  const isChanged = form.isDirty('settings');
  form.watch('settings', () => setPreview(null));
  return (
    <form onSubmit={onSubmit} noValidate>
      <Fieldset disabled={!mayEdit} variant="unstyled">
        <PolicyWeightFields form={form} />
        <PolicyRuleFields form={form} />
        <Fieldset legend={words.clocks} className={classes.group}>
          <div className={classes.fields}>
            <NumberInput label={words.term} min={0.25} max={50} {...form.getInputProps('settings.termYears')} />
            <NumberInput
              label={words.horizon}
              min={0.25}
              max={50}
              {...form.getInputProps('settings.usualHorizonYears')}
            />
            <NumberInput
              label={words.expiry}
              min={1}
              max={365}
              {...form.getInputProps('settings.nominationExpiryDays')}
            />
            <NumberInput
              label={words.reminder}
              min={1}
              max={364}
              {...form.getInputProps('settings.nominationReminderDays')}
            />
            <NumberInput
              label={words.warning}
              min={0}
              max={60}
              {...form.getInputProps('settings.changeWarningMonths')}
            />
          </div>
        </Fieldset>
      </Fieldset>
      <Text size="sm" c="dimmed" my="md">
        {typeof may.edit === 'string' ? may.edit : words.basis}
      </Text>
      {mayEdit && (
        <>
          <Button
            variant="default"
            disabled={!isChanged}
            loading={look.isPending}
            onClick={() => look.mutate({ body: { settings: form.getValues().settings as never } })}
          >
            {words.preview}
          </Button>
          {preview && <PolicyPreviewCard preview={preview} />}
          <Textarea mt="md" label={words.reason} autosize minRows={2} maw={640} {...form.getInputProps('reason')} />
          <RefusalNotice refusals={refusals} />
          <Group mt="md">
            <Button type="submit" loading={isSending} disabled={!preview}>
              {words.save}
            </Button>
            {!preview && (
              <Text size="sm" c="dimmed">
                {words.previewFirst}
              </Text>
            )}
          </Group>
        </>
      )}
    </form>
  );
};

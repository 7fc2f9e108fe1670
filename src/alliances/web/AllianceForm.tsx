import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { tiers } from '#alliances/domain/alliance.ts';
import { phases } from '#alliances/domain/alliance-phase.ts';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { Section } from '#ui/Section.tsx';
import type { FormOf, useSendForm } from '#ui/use-send-form.ts';
import { AllianceLinesForm } from './AllianceLinesForm.tsx';
import classes from './alliance-form.module.css';
import { type AllianceFormValues, gapsIn, withoutEmptyLines } from './alliance-form-values.ts';
import { alliancesWords } from './alliances-words.ts';
import { PartnersForm } from './PartnersForm.tsx';

const { form: words, phases: phaseNames, tiers: tierNames } = alliancesWords;

export type AllianceFormProps = {
  readonly form: FormOf<AllianceFormValues>;
  readonly sending: ReturnType<typeof useSendForm>;
  /** The phase is chosen once, on registering; later it moves, with a reason. */
  readonly isNew: boolean;
  readonly submit: string;
  readonly cancel: ReactNode;
};

/** All that is written down about an alliance; what the server refuses comes back beside its field. */
export const AllianceForm = ({ form, sending, isNew, submit, cancel }: AllianceFormProps) => {
  const { onSubmit, isSending, refusals } = sending;
  const submitTidied = (event: FormEvent<HTMLFormElement>) => {
    const values = withoutEmptyLines(form.getValues());
    const gaps = gapsIn(values);
    form.setValues(values);
    if (Object.keys(gaps).length === 0) return onSubmit(event);
    event.preventDefault();
    form.setErrors(gaps);
    form.getInputNode(Object.keys(gaps)[0] ?? '')?.focus();
  };
  return (
    <form onSubmit={submitTidied} noValidate className={classes.form}>
      <RefusalNotice refusals={refusals} />
      <Section title={words.what}>
        <div className={classes.fields}>
          <TextInput className={classes.wide} label={words.name} {...form.getInputProps('name')} />
          <PartnersForm form={form} />
          <Textarea
            className={classes.wide}
            label={words.purpose}
            description={words.purposeHint}
            autosize
            minRows={2}
            {...form.getInputProps('purpose')}
          />
          <TextInput type="date" label={words.startsOn} {...form.getInputProps('startsOn')} />
          <TextInput type="date" label={words.endsOn} {...form.getInputProps('endsOn')} />
          <NativeSelect
            label={words.tier}
            description={words.tierHint}
            data={tiers.map((tier) => ({ value: tier, label: tierNames[tier] }))}
            {...form.getInputProps('tier')}
          />
          {isNew && (
            <NativeSelect
              label={words.phase}
              description={words.phaseHint}
              data={phases.map((phase) => ({ value: phase, label: phaseNames[phase] }))}
              {...form.getInputProps('phase')}
            />
          )}
          <TextInput
            label={words.externalId}
            description={words.externalIdHint}
            {...form.getInputProps('externalId')}
          />
        </div>
      </Section>
      <AllianceLinesForm form={form} />
      <Group justify="flex-end" className={classes.end}>
        {cancel}
        <Button type="submit" loading={isSending}>
          {submit}
        </Button>
      </Group>
    </form>
  );
};

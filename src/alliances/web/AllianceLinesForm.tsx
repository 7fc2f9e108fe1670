import { Autocomplete, Button, CloseButton, NumberInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { PickField } from '#ui/PickField.tsx';
import { Section } from '#ui/Section.tsx';
import type { FormOf } from '#ui/use-send-form.ts';
import classes from './alliance-form.module.css';
import type { AllianceFormValues } from './alliance-form-values.ts';
import { useDecisionWords } from './alliances-hooks.ts';
import { alliancesWords } from './alliances-words.ts';
import { pickArea } from './pick-party.ts';

const { form: words } = alliancesWords;

type LinesProps = { readonly form: FormOf<AllianceFormValues> };

/** The parts of which an alliance has any number: values, decisions, objectives. */
export const AllianceLinesForm = ({ form }: LinesProps) => (
  <>
    <Section title={words.worth} lead={words.worthLead}>
      <TextInput
        className={classes.currency}
        label={words.currency}
        maxLength={3}
        {...form.getInputProps('currency')}
      />
      {form.values.values.map((line, place) => (
        <Line
          key={lineKey(line.areaId?.id, place)}
          remove={words.removeValue(place + 1)}
          onRemove={() => form.removeListItem('values', place)}
        >
          <PickField
            label={words.area(place + 1)}
            lookUp={pickArea}
            {...form.getInputProps(`values.${place}.areaId`)}
          />
          <Amount label={words.amount} {...form.getInputProps(`values.${place}.amount`)} />
        </Line>
      ))}
      <Add label={words.addValue} onAdd={() => form.insertListItem('values', { areaId: null, amount: '' })} />
    </Section>
    <DecisionLines form={form} />
    <Section title={words.objectives} lead={words.objectivesLead}>
      {form.values.objectives.map(({ id }, place) => (
        <Line
          key={lineKey(id, place)}
          remove={words.removeObjective(place + 1)}
          onRemove={() => form.removeListItem('objectives', place)}
        >
          <TextInput label={words.objective(place + 1)} {...form.getInputProps(`objectives.${place}.sentence`)} />
        </Line>
      ))}
      <Add label={words.addObjective} onAdd={() => form.insertListItem('objectives', { id: null, sentence: '' })} />
    </Section>
  </>
);

const DecisionLines = ({ form }: LinesProps) => {
  const known = useDecisionWords();
  return (
    <Section title={words.decisions} lead={words.decisionsLead}>
      {form.values.decisions.map((_, place) => (
        <Line
          key={lineKey(null, place)}
          remove={words.removeDecision(place + 1)}
          onRemove={() => form.removeListItem('decisions', place)}
        >
          <Autocomplete
            label={words.decision(place + 1)}
            data={known}
            {...form.getInputProps(`decisions.${place}.decision`)}
          />
          <Amount label={words.decisionAmount} {...form.getInputProps(`decisions.${place}.amount`)} />
        </Line>
      ))}
      <Add label={words.addDecision} onAdd={() => form.insertListItem('decisions', { decision: '', amount: '' })} />
    </Section>
  );
};

/** A line is known by what was picked on it, else by its place. */
const lineKey = (id: string | null | undefined, place: number): string => `${id ?? 'line'}-${place}`;

type LineProps = { readonly remove: string; readonly onRemove: () => void; readonly children: ReactNode };

const Line = ({ remove, onRemove, children }: LineProps) => (
  <div className={classes.line}>
    {children}
    <CloseButton aria-label={remove} onClick={onRemove} />
  </div>
);

const Add = ({ label, onAdd }: { readonly label: string; readonly onAdd: () => void }) => (
  <div>
    <Button variant="default" size="xs" onClick={onAdd}>
      {label}
    </Button>
  </div>
);

const Amount = (props: Record<string, unknown> & { readonly label: string }) => (
  <NumberInput className={classes.amount} thousandSeparator=" " hideControls {...props} />
);

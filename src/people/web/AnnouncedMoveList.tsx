import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { PersonView } from '#people/people-contract.ts';
import { announceMove, removeAnnouncedMove } from '#people/position-contract.ts';
import { useAct } from '#ui/asking.ts';
import { dateInWords } from '#ui/DateText.tsx';
import { DialogButton } from '#ui/DialogButton.tsx';
import { FormFoot } from '#ui/FormFoot.tsx';
import { Section } from '#ui/Section.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { peopleWords } from './people-words.ts';
import { typedNumber } from './position-values.ts';
import classes from './reporting-line.module.css';

const { person: words } = peopleWords;

export const AnnouncedMoveList = ({ person }: { readonly person: PersonView }) => {
  const remove = useAct(removeAnnouncedMove, { done: words.removed });
  const mayEdit = person.may.edit === true;
  return (
    <Section
      title={words.movesTitle}
      lead={words.movesLead}
      actions={
        mayEdit && (
          <DialogButton label={words.addMove}>
            {(close) => <AnnouncedMoveForm personId={person.id} onDone={close} />}
          </DialogButton>
        )
      }
    >
      {person.announcedMoves.length === 0 && <Text c="dimmed">{words.noMoves}</Text>}
      <ul className={classes.line}>
        {person.announcedMoves.map(({ id, on, probability, source }) => (
          <li key={id}>
            <span>{words.move(dateInWords(on), Math.round(probability * 100))}</span>
            <span style={{ color: 'var(--mantine-color-dimmed)' }}>{source}</span>
            {mayEdit && (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={words.removeMove(dateInWords(on))}
                onClick={() => remove.mutate({ params: { moveId: id } })}
              >
                {words.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};

const initialValues = { on: '', probability: '100', source: '' };

const AnnouncedMoveForm = ({ personId, onDone }: { readonly personId: string; readonly onDone: () => void }) => {
  const form = useForm({ mode: 'controlled', initialValues });
  const { onSubmit, isSending, refusals } = useSendForm(form, announceMove, {
    asked: ({ on, probability, source }) => ({
      params: { personId },
      body: { on, probability: typedNumber(probability) / 100, source },
    }),
    done: words.moveSaved,
    onDone,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <TextInput type="date" label={words.moveOn} required data-autofocus {...form.getInputProps('on')} />
        <TextInput label={words.moveChance} inputMode="decimal" required {...form.getInputProps('probability')} />
        <TextInput
          label={words.moveSource}
          description={words.moveSourceHint}
          required
          {...form.getInputProps('source')}
        />
        <FormFoot label={peopleWords.save} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { PersonView } from '#people/people-contract.ts';
import { removeDecisionRight, setDecisionRight } from '#people/position-contract.ts';
import { useAct } from '#ui/asking.ts';
import { DataTable } from '#ui/DataTable.tsx';
import { DialogButton } from '#ui/DialogButton.tsx';
import { moneyInWords } from '#ui/MoneyText.tsx';
import { FormFoot } from '#ui/FormFoot.tsx';
import { Section } from '#ui/Section.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { peopleWords } from './people-words.ts';
import { typedNumber } from './position-values.ts';

const { person: words, post: postWords } = peopleWords;

export const DecisionRightList = ({ person }: { readonly person: PersonView }) => {
  const remove = useAct(removeDecisionRight, { done: words.removed });
  const mayEdit = person.may.edit === true;
  return (
    <Section
      title={words.rightsTitle}
      lead={words.rightsLead}
      actions={
        mayEdit && (
          <DialogButton label={words.addRight}>
            {(close) => <DecisionRightForm personId={person.id} onDone={close} />}
          </DialogButton>
        )
      }
    >
      <DataTable
        caption={words.rightsTitle}
        rows={person.decisionRights}
        rowKey={({ id }) => id}
        empty={<Text c="dimmed">{words.noRights}</Text>}
        columns={[
          { key: 'decision', label: words.right, cell: ({ decision }) => decision },
          { key: 'upTo', label: words.upTo, cell: ({ upTo }) => (upTo ? moneyInWords(upTo) : words.withoutLimit) },
          { key: 'source', label: words.source, cell: ({ source }) => source },
          ...(mayEdit
            ? [
                {
                  key: 'acts',
                  label: peopleWords.change,
                  align: 'end' as const,
                  cell: ({ id, decision }: PersonView['decisionRights'][number]) => (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={words.removeRight(decision)}
                      loading={remove.isPending && remove.variables?.params.rightId === id}
                      onClick={() => remove.mutate({ params: { rightId: id } })}
                    >
                      {words.remove}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
};

const initialValues = { decision: '', upTo: '', currency: 'EUR', source: '' };

const DecisionRightForm = ({ personId, onDone }: { readonly personId: string; readonly onDone: () => void }) => {
  const form = useForm({ mode: 'controlled', initialValues });
  const { onSubmit, isSending, refusals } = useSendForm(form, setDecisionRight, {
    asked: ({ decision, upTo, currency, source }) => ({
      params: { personId },
      body: {
        decision,
        source,
        upTo: upTo.trim() ? { amount: typedNumber(upTo), currency: currency.toUpperCase() } : null,
      },
    }),
    done: words.rightSaved,
    onDone,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <TextInput
          label={words.right}
          description={words.rightHint}
          required
          data-autofocus
          {...form.getInputProps('decision')}
        />
        <Group grow align="flex-start">
          <TextInput
            label={words.upTo}
            description={words.limitHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            inputMode="decimal"
            {...form.getInputProps('upTo')}
          />
          <TextInput label={postWords.currency} maxLength={3} {...form.getInputProps('currency')} />
        </Group>
        <TextInput label={words.rightSource} {...form.getInputProps('source')} />
        <FormFoot label={peopleWords.save} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type AreaItem, removeAreaResult, setAreaResult } from '#people/area-contract.ts';
import { useAct } from '#ui/asking.ts';
import { moneyInWords } from '#ui/MoneyText.tsx';
import { FormFoot } from '#ui/FormFoot.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { peopleWords } from './people-words.ts';
import { typedNumber } from './position-values.ts';
import classes from './reporting-line.module.css';

const { areas: words, person: personWords } = peopleWords;

export type AreaResultFormProps = { readonly area: AreaItem; readonly year: number; readonly mayEdit: boolean };

/** An area's results year by year, and one to set. */
export const AreaResultForm = ({ area, year, mayEdit }: AreaResultFormProps) => {
  const form = useForm({
    mode: 'controlled',
    initialValues: { year: String(year), amount: '', currency: area.results[0]?.currency ?? 'EUR' },
  });
  const remove = useAct(removeAreaResult, { done: personWords.removed });
  const { onSubmit, isSending, refusals } = useSendForm(form, setAreaResult, {
    asked: (values) => ({
      params: { areaId: area.id, year: Number(values.year) },
      body: { amount: typedNumber(values.amount || 'none'), currency: values.currency.toUpperCase() },
    }),
    done: (result) => words.resultSaved(result.year),
    onDone: () => form.setFieldValue('amount', ''),
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        {area.results.length === 0 && <Text c="dimmed">{words.noResults}</Text>}
        <ul className={classes.line}>
          {area.results.map((result) => (
            <li key={result.year}>
              <strong>{result.year}</strong>
              <span>{moneyInWords(result)}</span>
              {mayEdit && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={words.removeResult(result.year)}
                  onClick={() => remove.mutate({ params: { areaId: area.id, year: result.year } })}
                >
                  {personWords.remove}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {mayEdit && (
          <>
            <TextInput label={words.year} inputMode="numeric" required {...form.getInputProps('year')} />
            <Group grow align="flex-start">
              <TextInput
                label={words.amount}
                inputMode="decimal"
                required
                data-autofocus
                {...form.getInputProps('amount')}
              />
              <TextInput label={words.currency} maxLength={3} {...form.getInputProps('currency')} />
            </Group>
            <FormFoot label={peopleWords.save} isSending={isSending} refusals={refusals} />
          </>
        )}
      </Stack>
    </form>
  );
};

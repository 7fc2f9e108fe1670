import { Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { PersonView } from '#people/people-contract.ts';
import { addPosition, correctPosition, type PositionView } from '#people/position-contract.ts';
import { FormFoot } from '#ui/FormFoot.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { PositionFields } from './PositionFields.tsx';
import { peopleWords } from './people-words.ts';
import { newPosition, positionBody, valuesOf } from './position-values.ts';

const { post: words } = peopleWords;

export type PositionFormProps = {
  readonly person: PersonView;
  /** The post to correct; without one, a new post is recorded. */
  readonly position?: PositionView;
  readonly onDone: () => void;
};

export const PositionForm = ({ person, position, onDone }: PositionFormProps) => {
  const initialValues = position ? valuesOf(position) : newPosition(person.organisation, person.today);
  const form = useForm({ mode: 'controlled', initialValues });
  const adding = useSendForm(form, addPosition, {
    asked: (values) => ({ params: { personId: person.id }, body: positionBody(values) }),
    done: words.added,
    onDone,
  });
  const correcting = useSendForm(form, correctPosition, {
    asked: (values) => ({ params: { positionId: position?.id ?? '' }, body: positionBody(values) }),
    done: words.corrected,
    onDone,
  });
  const { onSubmit, isSending, refusals } = position ? correcting : adding;
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <PositionFields values={form.values} field={(name) => form.getInputProps(name)} />
        <FormFoot label={peopleWords.save} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

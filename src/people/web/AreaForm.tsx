import { NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type AreaItem, areaKinds, createArea, editArea, moveArea } from '#people/area-contract.ts';
import { FormFoot } from '#ui/FormFoot.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { inTreeOrder, withAllBelow } from './area-order.ts';
import { peopleWords } from './people-words.ts';

const { areas: words } = peopleWords;

export type AreaFormProps = {
  readonly organisationId: string;
  /** The area to rename; without one, a new one is entered. */
  readonly area?: AreaItem;
  /** Under which area a new one goes. */
  readonly parentId?: string;
  readonly onDone: () => void;
};

export const AreaForm = ({ organisationId, area, parentId, onDone }: AreaFormProps) => {
  const form = useForm({
    mode: 'controlled',
    initialValues: { name: area?.name ?? '', kind: area?.kind ?? ('productLine' as const) },
  });
  const creating = useSendForm(form, createArea, {
    asked: (values) => ({ body: { ...values, organisationId, parentId: parentId ?? null } }),
    done: ({ name }) => words.added(name),
    onDone,
  });
  const editing = useSendForm(form, editArea, {
    asked: (values) => ({
      params: { areaId: area?.id ?? '' },
      body: { ...values, externalId: area?.externalId ?? null },
    }),
    done: ({ name }) => words.saved(name),
    onDone,
  });
  const { onSubmit, isSending, refusals } = area ? editing : creating;
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <TextInput label={words.name} required autoComplete="off" data-autofocus {...form.getInputProps('name')} />
        <NativeSelect
          label={words.kind}
          data={areaKinds.map((kind) => ({ value: kind, label: peopleWords.areaKinds[kind] }))}
          {...form.getInputProps('kind')}
        />
        <FormFoot label={peopleWords.save} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

export type MoveAreaFormProps = {
  readonly area: AreaItem;
  readonly areas: readonly AreaItem[];
  readonly onDone: () => void;
};

export const MoveAreaForm = ({ area, areas, onDone }: MoveAreaFormProps) => {
  const form = useForm({ mode: 'controlled', initialValues: { parentId: area.parentId ?? '' } });
  const { onSubmit, isSending, refusals } = useSendForm(form, moveArea, {
    asked: ({ parentId }) => ({ params: { areaId: area.id }, body: { parentId: parentId || null } }),
    done: ({ name }) => words.moved(name),
    onDone,
  });
  const itself = withAllBelow(areas, area.id);
  const places = inTreeOrder(areas).filter(({ id }) => !itself.has(id));
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <NativeSelect
          label={words.parent}
          description={words.moveHint}
          data-autofocus
          data={[
            { value: '', label: words.top },
            ...places.map(({ id, name, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${name}` })),
          ]}
          {...form.getInputProps('parentId')}
        />
        <FormFoot label={words.move} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

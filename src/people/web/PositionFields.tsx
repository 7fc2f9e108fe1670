import { Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { PickField } from '#ui/PickField.tsx';
import type { FormOf } from '#ui/use-send-form.ts';
import { pickAreaOf, pickOnePerson, pickOrganisation } from './people-picks.ts';
import { peopleWords } from './people-words.ts';
import type { PositionValues } from './position-values.ts';

const { post: words } = peopleWords;

type InputProps = ReturnType<FormOf<Record<string, unknown>>['getInputProps']>;

export type PositionFieldsProps = {
  readonly values: PositionValues;
  /** The form's own getInputProps for one field of the post. */
  readonly field: (name: keyof PositionValues) => InputProps;
};

/** The fields of one post, for entering a person and for a post by itself. */
export const PositionFields = ({ values, field }: PositionFieldsProps) => (
  <>
    <TextInput label={words.title} required {...field('title')} />
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <NativeSelect
        label={words.level}
        data={Object.entries(peopleWords.levels).map(([value, label]) => ({ value, label: `${value} ${label}` }))}
        {...field('level')}
      />
      <NativeSelect
        label={words.function}
        description={words.functionHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={Object.entries(peopleWords.functions).map(([value, label]) => ({ value, label }))}
        {...field('function')}
      />
    </SimpleGrid>
    <PickField label={words.organisation} required lookUp={pickOrganisation} {...field('organisationId')} />
    <PickField label={words.area} lookUp={pickAreaOf(values.organisationId?.id)} {...field('areaId')} />
    <PickField label={words.reportsTo} lookUp={pickOnePerson} {...field('reportsTo')} />
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <TextInput type="date" label={words.from} required {...field('from')} />
      <TextInput
        type="date"
        label={words.to}
        description={words.toHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...field('to')}
      />
    </SimpleGrid>
    <Group grow align="flex-start">
      <TextInput label={words.budget} inputMode="decimal" {...field('budget')} />
      <TextInput label={words.currency} maxLength={3} {...field('currency')} />
    </Group>
  </>
);

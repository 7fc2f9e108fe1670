import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplyOf } from '#kernel/endpoint.ts';
import { type ImportColumn, type ImportSheet, listImportFields, mapSheet } from '#app/server/intake/intake-contract.ts';
import { importKinds } from '#app/server/intake/import-fields.ts';
import { reading, useAct } from '#ui/asking.ts';
import { type Column, DataTable } from '#ui/DataTable.tsx';
import { Section } from '#ui/Section.tsx';
import { intakeWords } from './intake-words.ts';

const { sheet: words, kinds } = intakeWords;
const inDigits = new Intl.NumberFormat();

type Fields = ReplyOf<typeof listImportFields>;
type Kind = ImportSheet['kind'];
type SheetMappingFormProps = { readonly importId: string; readonly sheet: ImportSheet; readonly mayMap: boolean };

/** One sheet: what it holds, and what each of its columns means. Each choice is kept at once. */
export const SheetMappingForm = ({ importId, sheet, mayMap }: SheetMappingFormProps) => {
  const { data: fields } = useQuery(reading(listImportFields));
  const map = useAct(mapSheet);
  const { kind, headerRow, constants, dayFirst } = sheet;
  const meanings = sheet.columns.map(({ field }) => field);
  const send = (change: {
    kind?: Kind;
    columns?: (string | null)[];
    constants?: Record<string, string>;
    dayFirst?: boolean | null;
  }) =>
    map.mutate({
      params: { importId, number: sheet.number },
      body: { kind, headerRow, columns: meanings, constants, dayFirst, ...change },
    });
  const known = kind && fields ? fields[kind] : [];
  const title = `${sheet.name} · ${words.rows(inDigits.format(sheet.rowCount))}`;
  return (
    <Section title={title} raised>
      <Group gap="lg" align="end" mb="md">
        <NativeSelect
          label={words.holds}
          value={kind ?? ''}
          disabled={!mayMap}
          data={[
            { value: '', label: words.leaveOut },
            ...importKinds.map((value) => ({ value, label: kinds[value] ?? value })),
          ]}
          onChange={(event) => send({ kind: (event.currentTarget.value || null) as Kind, columns: undefined })}
        />
        {kind && (
          <NativeSelect
            label={words.days}
            value={String(dayFirst)}
            disabled={!mayMap}
            data={Object.entries(words.dayFirst).map(([value, label]) => ({ value, label }))}
            onChange={(event) => send({ dayFirst: JSON.parse(event.currentTarget.value) })}
          />
        )}
      </Group>
      {kind && (
        <DataTable
          caption={title}
          columns={columnsFor(known ?? [], mayMap, (index, field) =>
            send({ columns: meanings.map((old, place) => (place === index ? field : old === field ? null : old)) }),
          )}
          rows={sheet.columns.map((column, index) => ({ ...column, index }))}
          rowKey={({ letters }) => letters}
        />
      )}
      {kind && sheet.lacking.length > 0 && (
        <Lacking
          sheet={sheet}
          fields={known ?? []}
          onGive={(given) => send({ constants: { ...constants, ...given } })}
        />
      )}
    </Section>
  );
};

type PlacedColumn = ImportColumn & { readonly index: number };

const columnsFor = (
  fields: NonNullable<Fields[keyof Fields]>,
  mayMap: boolean,
  onChoose: (index: number, field: string | null) => void,
): Column<PlacedColumn>[] => [
  { key: 'column', label: words.column, cell: ({ letters, header }) => `${letters} ${header}`, width: '30%' },
  {
    key: 'sample',
    label: words.sample,
    cell: ({ samples, note }) => (
      <>
        {samples.slice(0, 2).join(' · ')}
        {note && (
          <Text size="xs" c="dimmed">
            {note}
          </Text>
        )}
      </>
    ),
  },
  {
    key: 'meaning',
    label: words.meaning,
    width: '16rem',
    cell: ({ index, header, field }) => (
      <NativeSelect
        aria-label={`${words.meaning}: ${header}`}
        size="xs"
        value={field ?? ''}
        disabled={!mayMap}
        data={[{ value: '', label: words.ignore }, ...fields.map(({ key, header: label }) => ({ value: key, label }))]}
        onChange={(event) => onChoose(index, event.currentTarget.value || null)}
      />
    ),
  },
];

type LackingProps = {
  readonly sheet: ImportSheet;
  readonly fields: NonNullable<Fields[keyof Fields]>;
  readonly onGive: (given: Record<string, string>) => void;
};

/** Fields without which nothing can come in: one value for all rows will do. */
const Lacking = ({ sheet, fields, onGive }: LackingProps) => {
  const [given, setGiven] = useState<Record<string, string>>({});
  const nameOf = (key: string): string => fields.find((field) => field.key === key)?.header ?? key;
  return (
    <>
      <Text c="brick" size="sm" mt="md">
        {words.lacking(sheet.lacking.map(nameOf).join(', '))}
      </Text>
      <Group align="end" mt="xs">
        {sheet.lacking.map((key) => (
          <TextInput
            key={key}
            label={words.forAll(nameOf(key))}
            value={given[key] ?? ''}
            onChange={(event) => setGiven({ ...given, [key]: event.currentTarget.value })}
          />
        ))}
        <Button variant="default" onClick={() => onGive(given)}>
          {words.save}
        </Button>
      </Group>
    </>
  );
};

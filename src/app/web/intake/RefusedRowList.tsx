import { type ImportRefusal, listImportRefusals } from '#app/server/intake/intake-contract.ts';
import { usePages } from '#ui/asking.ts';
import { type Column, DataTable } from '#ui/DataTable.tsx';
import { intakeWords } from './intake-words.ts';

const { refusals: words } = intakeWords;

const columns: Column<ImportRefusal>[] = [
  {
    key: 'cell',
    label: words.cell,
    cell: ({ sheet, cell, header }) => `${sheet} ${cell} ${header}`.trim(),
    width: '14rem',
  },
  { key: 'value', label: words.value, cell: ({ value }) => value, width: '14rem' },
  { key: 'reason', label: words.reason, cell: ({ message }) => message },
];

/** What is refused, each with its cell and the reason. */
export const RefusedRowList = ({ importId }: { importId: string }) => {
  const { rows, more, isStale } = usePages(listImportRefusals, { params: { importId } });
  return (
    <DataTable
      caption={words.title}
      columns={columns}
      rows={rows}
      rowKey={({ number }) => String(number)}
      more={more}
      isStale={isStale}
      skeletonRows={3}
    />
  );
};

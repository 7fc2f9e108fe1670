import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { type ImportChange, type ImportPageReply, listImportChanges } from '#app/server/intake/intake-contract.ts';
import { usePages } from '#ui/asking.ts';
import { type Column, DataTable } from '#ui/DataTable.tsx';
import { intakeWords } from './intake-words.ts';

const { changes: words } = intakeWords;
const inDigits = new Intl.NumberFormat();
const hidden = ['workspace_id', 'id', 'created_at', 'recorded_at', 'registered_at', 'source', 'visibility'];

/** What the import writes: how many of each kind, and record by record for whoever wants to look. */
export const ChangeList = ({ importId, changes }: { importId: string; changes: ImportPageReply['changes'] }) => {
  const [isOpen, setIsOpen] = useState(false);
  if (changes.length === 0) return null;
  return (
    <>
      <ul>
        {changes.map(({ what, inserted, updated, removed }) => (
          <li key={what}>
            <Text size="sm">
              <strong>{what}</strong>
              {`: ${words.lead(inDigits.format(inserted), inDigits.format(updated), inDigits.format(removed))}`}
            </Text>
          </li>
        ))}
      </ul>
      {isOpen ? (
        <Changes importId={importId} />
      ) : (
        <Button variant="default" size="compact-sm" onClick={() => setIsOpen(true)}>
          {words.show}
        </Button>
      )}
    </>
  );
};

const Changes = ({ importId }: { importId: string }) => {
  const { rows, more, isStale } = usePages(listImportChanges, { params: { importId } });
  return (
    <DataTable
      caption={words.title}
      columns={columns}
      rows={rows}
      rowKey={({ number }) => String(number)}
      more={more}
      isStale={isStale}
    />
  );
};

const valueInWords = (value: unknown): string =>
  value === null || value === undefined ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value);

/** Only what differs; ids and stamps tell a reader nothing. */
const difference = ({ before, after }: ImportChange): string =>
  Object.entries(after ?? before ?? {})
    .filter(([name, value]) => !hidden.includes(name) && !name.endsWith('_id') && value !== null)
    .filter(([name, value]) => !before || !after || valueInWords(before[name]) !== valueInWords(value))
    .map(([name, value]) =>
      before && after
        ? `${name.replaceAll('_', ' ')}: ${valueInWords(before[name])} → ${valueInWords(value)}`
        : `${name.replaceAll('_', ' ')}: ${valueInWords(value)}`,
    )
    .join(', ');

const columns: Column<ImportChange>[] = [
  { key: 'what', label: words.what, cell: ({ what, label }) => `${what} ${label}` },
  { key: 'action', label: words.action, cell: ({ action }) => words.actions[action], width: '7rem' },
  { key: 'row', label: words.from, cell: ({ row }) => row ?? '', align: 'end', width: '5rem' },
  { key: 'difference', label: words.difference, cell: difference },
];

import { Button, FileButton, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { exportTable, type ImportItem, listImports, uploadImport } from '#app/server/intake/intake-contract.ts';
import { addressOf, isRefused, type Refused, refused as refusedAs, sendFile } from '#ui/ask.ts';
import { usePages } from '#ui/asking.ts';
import { type Column, DataTable } from '#ui/DataTable.tsx';
import { DateText } from '#ui/DateText.tsx';
import { DownloadMenu } from '#ui/DownloadMenu.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { TextLink } from '#ui/links.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { ProgressNote } from '#ui/ProgressNote.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { Section } from '#ui/Section.tsx';
import { countsInWords } from './counts-in-words.ts';
import { ImportStateBadge } from './ImportStateBadge.tsx';
import classes from './import-page.module.css';
import { intakeWords } from './intake-words.ts';

const { list: listWords } = intakeWords;

/** Said before anything is sent; the server stops at the same size. */
const mostBytes = 50 * 1024 * 1024;
const kinds = ['all', 'organisations', 'areas', 'persons', 'alliances'] as const;

/** Bringing in what people have: a file to drop, the imports so far, and the exports that come in again. */
export const ImportPage = () => {
  const { rows, more, error, isStale, first } = usePages(listImports);
  const may = first?.may.upload;
  return (
    <>
      <PageHeader title={intakeWords.title} lead={intakeWords.lead} />
      <RefusalNotice error={error} />
      {typeof may === 'string' ? <Text c="dimmed">{may}</Text> : <DropFile />}
      <Section title={listWords.title}>
        <DataTable
          caption={listWords.title}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          more={more}
          isStale={isStale}
          empty={<EmptyState sentence={listWords.empty} />}
        />
      </Section>
      <Section title={intakeWords.exports} lead={intakeWords.exportsLead}>
        <Group gap="xs">
          {kinds.map((kind) => (
            <DownloadMenu
              key={kind}
              label={intakeWords.kinds[kind]}
              hrefOf={(format) => addressOf(exportTable, { params: { kind }, query: { format } })}
            />
          ))}
        </Group>
      </Section>
    </>
  );
};

const columns: Column<ImportItem>[] = [
  {
    key: 'file',
    label: listWords.file,
    cell: ({ id, fileName }) => (
      <TextLink to="/import/$importId" params={{ importId: id }}>
        {fileName}
      </TextLink>
    ),
  },
  { key: 'state', label: listWords.state, cell: ({ state }) => <ImportStateBadge state={state} /> },
  { key: 'counts', label: listWords.counts, cell: ({ counts }) => (counts ? countsInWords(counts) : '') },
  { key: 'when', label: listWords.when, cell: ({ uploadedAt }) => <DateText at={uploadedAt} withTime /> },
  { key: 'who', label: listWords.who, cell: ({ uploadedBy }) => uploadedBy },
];

const DropFile = () => {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [isOver, setIsOver] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const send = async (file: File | null | undefined) => {
    if (!file) return;
    if (file.size > mostBytes) {
      setRefused(refusedAs(0, [{ rule: 'FILE', message: intakeWords.tooLarge }]));
      return;
    }
    setRefused(null);
    setIsSending(true);
    try {
      const { id } = await sendFile(uploadImport, file, { query: { fileName: file.name } });
      await client.invalidateQueries();
      await navigate({ to: '/import/$importId', params: { importId: id } });
    } catch (error) {
      if (!isRefused(error)) throw error;
      setRefused(error);
    } finally {
      setIsSending(false);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void send(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside does the same
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      {isSending ? (
        <ProgressNote label={intakeWords.sending} note="" />
      ) : (
        <>
          <Text>{intakeWords.drop}</Text>
          <FileButton onChange={(file) => void send(file)} accept=".csv,.txt,.tsv,.xlsx">
            {(props) => (
              <Button {...props} mt="sm">
                {intakeWords.choose}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed" mt="sm">
            {intakeWords.limits}
          </Text>
        </>
      )}
      <RefusalNotice error={refused} />
    </div>
  );
};

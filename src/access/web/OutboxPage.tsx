import { useNavigate, useSearch } from '@tanstack/react-router';
import type { z } from 'zod';
import { listOutbox, type mailSchema } from '#access/access-contract.ts';
import { usePages } from '#ui/asking.ts';
import { DataTable } from '#ui/DataTable.tsx';
import { DateText } from '#ui/DateText.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { TextLink } from '#ui/links.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { StateBadge, type Tone } from '#ui/StateBadge.tsx';
import { accessWords } from './access-words.ts';
import { OutboxMail } from './OutboxMail.tsx';

const { outbox: words } = accessWords;

type Mail = z.output<typeof mailSchema>;

const tones: Record<Mail['delivery'], Tone> = { waiting: 'info', sent: 'good', failed: 'bad' };

/** Where mails are to be read while no mail server is set. */
export const OutboxPage = () => {
  const { mail } = useSearch({ from: '/outbox' });
  const navigate = useNavigate({ from: '/outbox' });
  const { rows, more, error } = usePages(listOutbox);
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <RefusalNotice error={error} />
      {mail && <OutboxMail mailId={mail} onClose={() => void navigate({ search: {} })} />}
      {!error && (
        <DataTable
          caption={words.caption}
          rows={rows}
          rowKey={({ id }) => id}
          more={more}
          empty={<EmptyState sentence={words.empty} />}
          columns={[
            {
              key: 'subject',
              label: words.columns.subject,
              cell: ({ id, subject }) => (
                <TextLink from="/outbox" to="/outbox" search={{ mail: id }}>
                  {subject}
                </TextLink>
              ),
            },
            { key: 'to', label: words.columns.to, cell: ({ toName, toMail }) => `${toName} <${toMail}>` },
            { key: 'at', label: words.columns.at, cell: ({ createdAt }) => <DateText at={createdAt} withTime /> },
            {
              key: 'delivery',
              label: words.columns.delivery,
              cell: ({ delivery, answer }) => (
                <StateBadge label={words.delivery[delivery]} tone={tones[delivery]} title={answer} />
              ),
            },
          ]}
        />
      )}
    </>
  );
};

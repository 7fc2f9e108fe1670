import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { readOutboxMail } from '#access/access-contract.ts';
import { reading } from '#ui/asking.ts';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { Section } from '#ui/Section.tsx';
import { accessWords } from './access-words.ts';
import classes from './outbox-mail.module.css';

const { outbox: words } = accessWords;

/** One mail as its reader sees it. Its frame runs no script and reaches nothing here; its links open beside this page. */
export const OutboxMail = ({ mailId, onClose }: { mailId: string; onClose: () => void }) => {
  const { data: mail, error } = useQuery(reading(readOutboxMail, { params: { mailId } }));
  return (
    <Section
      title={mail?.subject ?? words.mailTitle}
      raised
      lead={mail && `${mail.toName} <${mail.toMail}>`}
      actions={
        <Button variant="default" size="xs" onClick={onClose}>
          {words.close}
        </Button>
      }
    >
      <RefusalNotice error={error} />
      {mail ? (
        <>
          <iframe
            className={classes.mail}
            title={words.frameTitle(mail.subject)}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            srcDoc={`<base target="_blank">${mail.html}`}
          />
          <details className={classes.text}>
            <summary>{words.asText}</summary>
            <pre>{mail.text}</pre>
          </details>
        </>
      ) : (
        !error && <Skeleton className={classes.mail} />
      )}
    </Section>
  );
};

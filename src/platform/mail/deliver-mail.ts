import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import { accept, type Decision } from '#kernel/decision.ts';
import { type Context, type Services, visitAsSystem } from '#platform/context.ts';
import type { JobHandler } from '#platform/jobs/jobs.ts';

export type MailSettings = {
  /** smtp:// or smtps:// with user and password; none: mails stay in the outbox folder. */
  readonly smtpUrl: string | null;
  readonly from: string;
};

type Parcel = { readonly id: string; readonly message: SendMailOptions; readonly isToInvented: boolean };

const loadParcel = async (context: Context, mailId: string, from: string): Promise<Parcel | null> => {
  const mail = await context.db.selectFrom('mails').selectAll().where('id', '=', mailId).executeTakeFirst();
  const sent = await context.db
    .selectFrom('mail_deliveries')
    .select('id')
    .where('mail_id', '=', mailId)
    .where('outcome', '=', 'sent')
    .executeTakeFirst();
  if (!mail || sent) return null;
  const workspace = await context.db
    .selectFrom('workspaces')
    .select('is_demo')
    .where('id', '=', context.workspaceId)
    .executeTakeFirst();
  const message = {
    from,
    to: { name: mail.to_name, address: mail.to_mail },
    subject: mail.subject,
    text: mail.body_text,
    html: mail.body_html,
    messageId: `<${mail.id}@entente>`,
    date: mail.created_at,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
  return { id: mail.id, message, isToInvented: (workspace?.is_demo ?? false) && mail.to_mail.endsWith('.example') };
};

const recordTry = (context: Context, mailId: string, outcome: 'sent' | 'failed', answer: string) =>
  context.db
    .insertInto('mail_deliveries')
    .values({
      workspace_id: context.workspaceId,
      id: context.newId(),
      mail_id: mailId,
      tried_at: context.now,
      outcome,
      answer: answer.slice(0, 500),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** Puts a mail into the outbox folder as a file that any mail program opens. */
const keepInOutbox = async (folder: string, { id, message }: Parcel): Promise<string> => {
  const written = await nodemailer.createTransport({ streamTransport: true, buffer: true }).sendMail(message);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${id}.eml`);
  await writeFile(file, written.message as Buffer, { mode: 0o600 });
  return `kept in the outbox as ${id}.eml`;
};

/**
 * The job behind every mail. It is tried again with back-off until the mail server takes it; every try is on record.
 * SMTP cannot promise more than 'at least once': a server that dies between taking a mail and saying so gets it twice,
 * under the same Message-ID.
 */
export const mailDelivery = (services: () => Services, settings: MailSettings): JobHandler => {
  const smtp = settings.smtpUrl
    ? nodemailer.createTransport(settings.smtpUrl, {
        connectionTimeout: 15_000,
        greetingTimeout: 15_000,
        socketTimeout: 30_000,
      } as never)
    : null;
  return async ({ workspaceId, mailId }) => {
    const visit = visitAsSystem(services(), workspaceId, 'Mail delivery');
    const done = <T>(value: T): Decision<T> => accept(value);
    const found = await visit.inWorkspace(async (context) =>
      done(await loadParcel(context, String(mailId), settings.from)),
    );
    if (!found.ok || !found.value) return;
    const parcel = found.value;
    let outcome: 'sent' | 'failed' = 'sent';
    let answer: string;
    try {
      // The people of a demo are invented: nothing is ever sent to them.
      answer =
        smtp && !parcel.isToInvented
          ? (await smtp.sendMail(parcel.message)).response
          : await keepInOutbox(join(services().dataFolder, 'outbox'), parcel);
    } catch (error) {
      outcome = 'failed';
      answer = (error as Error).message;
    }
    await visit.inWorkspace(async (context) => done(await recordTry(context, parcel.id, outcome, answer)));
    if (outcome === 'failed') throw new Error(`Mail ${parcel.id} was not taken: ${answer}`);
  };
};

import { accept, forbidden, missing } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import { maySeeOutbox } from '#access/domain/access-policy.ts';

const pageSize = 50;

const mailsOf = ({ db, actor }: Context) => {
  const mails = db
    .selectFrom('mails as m')
    .select(['m.id', 'm.purpose', 'm.to_name', 'm.to_mail', 'm.subject', 'm.body_text', 'm.body_html', 'm.created_at'])
    .select(({ selectFrom }) => [
      selectFrom('mail_deliveries as d')
        .select('d.outcome')
        .whereRef('d.mail_id', '=', 'm.id')
        .orderBy('d.tried_at', 'desc')
        .limit(1)
        .as('outcome'),
      selectFrom('mail_deliveries as d')
        .select('d.answer')
        .whereRef('d.mail_id', '=', 'm.id')
        .orderBy('d.tried_at', 'desc')
        .limit(1)
        .as('answer'),
    ]);
  // A link to choose a new password is for its receiver; the owner, who runs the server, can read the files anyway.
  return actor.isOwner ? mails : mails.where('m.purpose', '<>', 'passwordReset');
};

type MailRow = Awaited<ReturnType<ReturnType<typeof mailsOf>['execute']>>[number];

const shown = (row: MailRow) => ({
  id: row.id,
  purpose: row.purpose,
  toName: row.to_name,
  toMail: row.to_mail,
  subject: row.subject,
  createdAt: row.created_at.toISOString(),
  delivery: (row.outcome ?? 'waiting') as 'waiting' | 'sent' | 'failed',
  answer: row.answer ?? '',
});

export const listOutboxOf = async (context: Context, mailGoesToOutbox: boolean, after: string | undefined) => {
  const against = maySeeOutbox(context.actor, mailGoesToOutbox);
  if (against.length > 0) return forbidden(...against);
  const [at = '', id = ''] = after ? Buffer.from(after, 'base64url').toString().split('|') : [];
  const open = mailsOf(context)
    .orderBy('m.created_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(pageSize + 1);
  const query = Number.isNaN(Date.parse(at))
    ? open
    : open.where(({ eb, refTuple, tuple }) => eb(refTuple('m.created_at', 'm.id'), '<', tuple(new Date(at), id)));
  const rows = await query.execute();
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  const next =
    rows.length > pageSize && last
      ? Buffer.from(`${last.created_at.toISOString()}|${last.id}`).toString('base64url')
      : null;
  return accept({ items: items.map(shown), next });
};

export const readMailOf = async (context: Context, mailGoesToOutbox: boolean, mailId: string) => {
  const against = maySeeOutbox(context.actor, mailGoesToOutbox);
  if (against.length > 0) return forbidden(...against);
  const row = await mailsOf(context).where('m.id', '=', mailId).executeTakeFirst();
  return row ? accept({ ...shown(row), text: row.body_text, html: row.body_html }) : missing('mail');
};

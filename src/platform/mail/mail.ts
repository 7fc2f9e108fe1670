import type { Context } from '#platform/context.ts';

export type Letter = {
  /** What the mail is about, such as 'nomination': shown in the outbox. */
  readonly purpose: string;
  readonly to: { readonly mail: string; readonly name: string; readonly personId: string | null };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

export const sendMailJob = 'mail.send';

/** Writes a mail in the caller's transaction; a job delivers it once that has committed. */
export const writeMail = async (context: Context, letter: Letter): Promise<string> => {
  const id = context.newId();
  await context.db
    .insertInto('mails')
    .values({
      workspace_id: context.workspaceId,
      id,
      purpose: letter.purpose,
      to_mail: letter.to.mail,
      to_name: letter.to.name,
      to_person_id: letter.to.personId,
      subject: letter.subject,
      body_text: letter.text,
      body_html: letter.html,
      created_at: context.now,
    })
    .execute();
  await context.enqueue(sendMailJob, { mailId: id });
  return id;
};

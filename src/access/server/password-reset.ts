import { html } from 'hono/html';
import { accept } from '#kernel/decision.ts';
import { type Services, visitAsSystem } from '#platform/context.ts';
import { inTransaction } from '#platform/db/database.ts';
import { writeMail } from '#platform/mail/mail.ts';

/** Mails a link to choose a new password; nothing happens for somebody without a seat. */
export const sendPasswordReset = async (
  services: Services,
  userId: string,
  mail: string,
  token: string,
): Promise<void> => {
  const seat = await inTransaction(services.database, { as: 'owner' }, ({ queries }) =>
    queries
      .selectFrom('seats')
      .select(['workspace_id', 'name', 'person_id'])
      .where('user_id', '=', userId)
      .executeTakeFirst(),
  );
  if (!seat) return;
  const link = `${services.baseUrl}/reset/${encodeURIComponent(token)}`;
  await visitAsSystem(services, seat.workspace_id, 'Sign-in').inWorkspace(async (context) => {
    await writeMail(context, {
      purpose: 'passwordReset',
      to: { mail, name: seat.name, personId: seat.person_id },
      subject: 'Choose a new password for Entente',
      text: `Hello ${seat.name},\n\nsomebody, most likely you, asked to choose a new password for Entente:\n${link}\n\nThe link is good for one hour. If it was not you, do nothing: your password stays.\n`,
      html: String(
        await html`<p>Hello ${seat.name},</p><p>somebody, most likely you, asked to choose a new password for Entente:</p><p><a href="${link}">Choose a new password</a></p><p>The link is good for one hour. If it was not you, do nothing: your password stays.</p>`,
      ),
    });
    return accept(null);
  });
};

import { html } from 'hono/html';
import type { Role } from '#kernel/actor.ts';
import { accept, forbidden, refuse } from '#kernel/decision.ts';
import type { Context } from '#platform/context.ts';
import { writeMail } from '#platform/mail/mail.ts';
import { mayAdminister } from '#access/domain/access-policy.ts';
import { invitationDays } from '#access/domain/invitation.ts';
import { seatsInForce } from './access-store.ts';

export type InviteInput = {
  readonly name: string;
  readonly mail: string;
  readonly role: Exclude<Role, 'system'>;
  readonly personId: string | null;
};

export const roleInWords: Record<InviteInput['role'], string> = {
  headOfAlliances: 'head of alliances',
  allianceManager: 'alliance manager',
  executiveSponsor: 'executive sponsor',
  assistant: 'assistant',
  auditor: 'auditor',
};

/** ACC-8: an alliance manager, a sponsor and an assistant see what their person sees, so a person has to be named. */
const needsPerson: readonly string[] = ['allianceManager', 'executiveSponsor', 'assistant'];

export const refusalsOfSeat = async (context: Context, role: string, personId: string | null) => {
  if (personId === null) {
    return needsPerson.includes(role)
      ? [
          {
            rule: 'ACC-8',
            field: 'personId',
            message:
              'Say which person this seat belongs to (for an assistant: whom they assist): it decides which alliances they see.',
          },
        ]
      : [];
  }
  const person = await context.db.selectFrom('persons').select('id').where('id', '=', personId).executeTakeFirst();
  return person
    ? []
    : [{ rule: 'ACC-8', field: 'personId', message: 'This person is not in the directory. Choose another one.' }];
};

export const invite = async (context: Context, input: InviteInput) => {
  const against = mayAdminister(context.actor);
  if (against.length > 0) return forbidden(...against);
  const refusals: { rule: string; message: string; field?: string }[] = await refusalsOfSeat(
    context,
    input.role,
    input.personId,
  );
  const seated = await seatsInForce(context.db)
    .select('s.id')
    .where('s.mail', '=', input.mail.toLowerCase())
    .executeTakeFirst();
  if (seated)
    refusals.push({ rule: 'ACC-9', field: 'mail', message: 'Somebody with this mail address is a member already.' });
  if (refusals.length > 0) return refuse(...refusals);

  const id = context.newId();
  const expiresAt = new Date(context.now.getTime() + invitationDays * 86_400_000);
  await context.db
    .insertInto('invitations')
    .values({
      workspace_id: context.workspaceId,
      id,
      mail: input.mail.toLowerCase(),
      name: input.name,
      role: input.role,
      person_id: input.personId,
      invited_at: context.now,
      invited_by: context.actor.name,
      expires_at: expiresAt,
    })
    .execute();
  const link = `${context.baseUrl}/join/${context.linkToken('join', id, expiresAt)}`;
  const role = roleInWords[input.role];
  const until = expiresAt.toISOString().slice(0, 10);
  await writeMail(context, {
    purpose: 'invitation',
    to: { mail: input.mail, name: input.name, personId: input.personId },
    subject: `${context.actor.name} invites you to Entente`,
    text: `Hello ${input.name},\n\n${context.actor.name} invites you to Entente as ${role}.\nOpen this link to choose a password and look around:\n${link}\n\nIt is good until ${until}.\n`,
    html: String(
      await html`<p>Hello ${input.name},</p><p>${context.actor.name} invites you to Entente as ${role}.</p><p><a href="${link}">Accept the invitation</a></p><p>The link is good until ${until}.</p>`,
    ),
  });
  await context.record([
    {
      type: 'access.invited',
      subjects: input.personId ? [{ kind: 'person', id: input.personId }] : [],
      detail: { name: input.name, mail: input.mail, role: input.role },
    },
  ]);
  return accept({ id });
};

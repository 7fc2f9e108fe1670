import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';

export const roles = ['headOfAlliances', 'allianceManager', 'executiveSponsor', 'assistant', 'auditor'] as const;
export const roleSchema = z.enum(roles);

const name = z.string().trim().min(1, 'Say a name.').max(200, 'Keep the name under 200 characters.');
const mail = z.email('This is not a mail address, such as ada@example.com.').max(254);
const password = z
  .string()
  .min(12, 'Use at least 12 characters; a sentence is easy to remember.')
  .max(128, 'Use at most 128 characters.');
const token = z.object({ token: z.string().min(1).max(600) });
const done = z.object({ done: z.literal(true) });

export const workspaceSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  isDemo: z.boolean(),
  currency: z.string(),
});

export const meSchema = z.object({
  /** Null for somebody signed in who has no seat (any more). */
  seat: z
    .object({
      id: z.uuid(),
      name: z.string(),
      mail: z.string(),
      role: roleSchema,
      isOwner: z.boolean(),
      personId: z.uuid().nullable(),
    })
    .nullable(),
  workspace: workspaceSchema.nullable(),
  workspaces: z.array(workspaceSchema),
  may: z.object({
    writeAlliances: z.boolean(),
    administer: z.boolean(),
    seeOutbox: z.boolean(),
  }),
});
export type Me = z.output<typeof meSchema>;

/** What the first page needs before anybody signs in. */
export const getGround = endpoint({
  method: 'get',
  path: '/api/ground',
  summary: 'Whether this server has been set up, and how it sends mail',
  reply: z.object({ isSetUp: z.boolean(), mailGoesToOutbox: z.boolean(), version: z.string() }),
});

export const checkSetup = endpoint({
  method: 'get',
  path: '/api/setup/{token}',
  summary: 'Whether a one-time set-up link is still good',
  params: token,
  reply: done,
});

export const setUp = endpoint({
  method: 'post',
  path: '/api/setup/{token}',
  summary: 'Create the workspace and its owner, empty or beside a demo',
  params: token,
  body: z.strictObject({
    workspaceName: name,
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'Use three capital letters, such as EUR.')
      .default('EUR'),
    ownerName: name,
    mail,
    password,
    start: z.enum(['empty', 'demo']),
  }),
  reply: done,
});

export const getMe = endpoint({
  method: 'get',
  path: '/api/me',
  summary: 'Who is signed in, in which seat of which workspace',
  reply: meSchema,
});

export const enterWorkspace = endpoint({
  method: 'post',
  path: '/api/me/workspace',
  summary: 'Go to another workspace in which you have a seat',
  body: z.strictObject({ workspaceId: z.uuid() }),
  reply: done,
});

export const memberSchema = z.object({
  seatId: z.uuid(),
  name: z.string(),
  mail: z.string(),
  role: roleSchema,
  isOwner: z.boolean(),
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  since: z.iso.datetime(),
});

export const invitationSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  mail: z.string(),
  role: roleSchema,
  personName: z.string().nullable(),
  invitedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  state: z.enum(['open', 'accepted', 'revoked', 'expired']),
});

export const listMembers = endpoint({
  method: 'get',
  path: '/api/members',
  summary: 'Everyone with a seat in this workspace, and the invitations',
  reply: z.object({
    members: z.array(memberSchema),
    invitations: z.array(invitationSchema),
    may: z.object({ invite: z.union([z.literal(true), z.string()]) }),
  }),
});

export const inviteMember = endpoint({
  method: 'post',
  path: '/api/invitations',
  summary: 'Invite someone by mail into a seat',
  body: z.strictObject({
    name,
    mail,
    role: roleSchema,
    /** The person this seat belongs to; for an assistant, the executive they assist. */
    personId: z.uuid().nullable().default(null),
  }),
  reply: z.object({ id: z.uuid() }),
});

export const revokeInvitation = endpoint({
  method: 'post',
  path: '/api/invitations/{invitationId}/revocation',
  summary: 'Take an invitation back',
  params: z.object({ invitationId: z.uuid() }),
  reply: done,
});

export const changeSeat = endpoint({
  method: 'put',
  path: '/api/members/{seatId}',
  summary: "Change a member's role or the person their seat belongs to",
  params: z.object({ seatId: z.uuid() }),
  body: z.strictObject({ role: roleSchema, personId: z.uuid().nullable() }),
  reply: done,
});

export const endSeat = endpoint({
  method: 'post',
  path: '/api/members/{seatId}/end',
  summary: "End a member's access at once",
  params: z.object({ seatId: z.uuid() }),
  body: z.strictObject({ reason: z.string().trim().min(1, 'Say why, in a few words.').max(500) }),
  reply: done,
});

export const readInvitation = endpoint({
  method: 'get',
  path: '/api/join/{token}',
  summary: 'What an invitation link invites to',
  params: token,
  reply: z.object({
    workspaceName: z.string(),
    name: z.string(),
    mail: z.string(),
    role: roleSchema,
    invitedBy: z.string(),
    /** Somebody with this mail has a password already: they confirm it instead of choosing one. */
    hasAccount: z.boolean(),
  }),
});

export const acceptInvitation = endpoint({
  method: 'post',
  path: '/api/join/{token}',
  summary: 'Take the seat; with a new password, or with the one you have',
  params: token,
  body: z.strictObject({ name, password }),
  reply: done,
});

export const renameWorkspace = endpoint({
  method: 'put',
  path: '/api/workspace',
  summary: 'Change the name or the currency of the workspace',
  body: z.strictObject({ name, currency: z.string().regex(/^[A-Z]{3}$/, 'Use three capital letters, such as EUR.') }),
  reply: done,
});

export const startDemo = endpoint({
  method: 'post',
  path: '/api/demo',
  summary: 'Fill a workspace with the demo cast, and go there',
  reply: done,
});

export const leaveDemo = endpoint({
  method: 'post',
  path: '/api/demo/leave',
  summary: 'Go from the demo to your own workspace; the demo stays',
  reply: done,
});

export const deleteDemo = endpoint({
  method: 'post',
  path: '/api/demo/delete',
  summary: 'Delete the demo workspace with all that is in it, and go to your own',
  reply: done,
});

export const mailSchema = z.object({
  id: z.uuid(),
  purpose: z.string(),
  toName: z.string(),
  toMail: z.string(),
  subject: z.string(),
  createdAt: z.iso.datetime(),
  delivery: z.enum(['waiting', 'sent', 'failed']),
  answer: z.string(),
});

export const listOutbox = endpoint({
  method: 'get',
  path: '/api/outbox',
  summary: 'The mails of this workspace, newest first, where no mail server is set',
  query: z.object({ after: z.string().max(300).optional() }),
  reply: z.object({ items: z.array(mailSchema), next: z.string().nullable() }),
});

export const readOutboxMail = endpoint({
  method: 'get',
  path: '/api/outbox/{mailId}',
  summary: 'One mail as it was written',
  params: z.object({ mailId: z.uuid() }),
  reply: mailSchema.extend({ text: z.string(), html: z.string() }),
});

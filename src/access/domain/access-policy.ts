import type { Actor, Role } from '#kernel/actor.ts';
import type { Refusal } from '#kernel/decision.ts';

const administrators: readonly Role[] = ['headOfAlliances', 'system'];

/** ACC-3: members and settings are in the hands of the owner and the heads of alliances. */
export const mayAdminister = (actor: Actor): Refusal[] =>
  actor.isOwner || administrators.includes(actor.role)
    ? []
    : [
        {
          rule: 'ACC-3',
          message: 'Only the owner or a head of alliances may change members and settings. Ask one of them.',
        },
      ];

/** ACC-4: the owner's own seat is changed by nobody else, and no owner locks themselves out. */
export const mayChangeSeat = (actor: Actor, seat: { readonly id: string; readonly isOwner: boolean }): Refusal[] => [
  ...mayAdminister(actor),
  ...(seat.isOwner
    ? [
        {
          rule: 'ACC-4',
          message: 'The owner keeps their seat: a workspace without an owner could not be administered.',
        },
      ]
    : []),
];

/** ACC-5: with no mail server set, mails carry links that act for others: only those who sent them may see them here. */
export const maySeeOutbox = (actor: Actor, mailGoesToOutbox: boolean): Refusal[] => [
  ...(mailGoesToOutbox
    ? []
    : [{ rule: 'ACC-5', message: 'Mails go out through your mail server; there is no outbox to look into.' }]),
  ...mayAdminister(actor),
];

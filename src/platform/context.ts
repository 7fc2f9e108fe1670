import type { Actor, Role } from '#kernel/actor.ts';
import { type Decision, forbidden } from '#kernel/decision.ts';
import type { DomainEvent } from '#kernel/event.ts';
import {
  type Database,
  inTransaction,
  type Queries,
  type SeatRow,
  type Transaction,
  type View,
} from './db/database.ts';
import { type JobOptions, type Jobs } from './jobs/jobs.ts';
import { appendToLedger } from './ledger/ledger.ts';
import { signLink } from './links/signed-link.ts';
import { newId } from './new-id.ts';

/** What follows in the same transaction from something that happened; named in app/server/reactions.ts. */
export type Reaction = (context: Context, event: DomainEvent) => Promise<void>;
export type Reactions = { readonly [eventType: string]: readonly Reaction[] };

/** All that the running server shares. */
export type Services = {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly clock: () => Date;
  readonly linkSecret: string;
  /** The address people reach this server at, without a slash at the end. */
  readonly baseUrl: string;
  readonly reactions: Reactions;
  readonly dataFolder: string;
  /** Runs one of the heavy computations of app/server/heavy-worker.ts in a worker thread. */
  readonly offLoop: (work: string, input: unknown) => Promise<unknown>;
  /** No mail server is set: mails stay here, for the head of alliances to see. */
  readonly mailGoesToOutbox: boolean;
};

/** One transaction's surroundings, handed to every use case. */
export type Context = {
  readonly db: Queries;
  readonly actor: Actor;
  readonly now: Date;
  readonly workspaceId: string;
  readonly baseUrl: string;
  newId(): string;
  /** Appends to the ledger and runs the reactions, in this transaction. */
  record(events: readonly DomainEvent[]): Promise<void>;
  /** Writes a job in this transaction: it runs if and only if the transaction commits. */
  enqueue(job: string, data: object, options?: JobOptions): Promise<void>;
  /** The token of a signed link. */
  linkToken(purpose: string, subjectId: string, expiresAt: Date): string;
};

/** Somebody's way into their workspace, for one request, job or command. */
export type Visit = {
  readonly now: Date;
  readonly services: Services;
  /** Runs a use case in one transaction; what it refuses is rolled back. */
  inWorkspace<T>(work: (context: Context) => Promise<Decision<T>>): Promise<Decision<T>>;
};

const actorOfSeat = (seat: SeatRow, userId: string): Actor => ({
  seatId: seat.seat_id,
  userId,
  name: seat.name,
  role: seat.role as Role,
  side: seat.side as Actor['side'],
  isOwner: seat.is_owner,
  personId: seat.person_id,
});

const contextFor = (
  services: Services,
  { queries, client }: Transaction,
  actor: Actor,
  workspaceId: string,
  now: Date,
): Context => {
  const context: Context = {
    db: queries,
    actor,
    now,
    workspaceId,
    baseUrl: services.baseUrl,
    newId,
    async record(events) {
      await appendToLedger(queries, workspaceId, actor, now, events);
      for (const event of events) {
        for (const react of services.reactions[event.type] ?? []) await react(context, event);
      }
    },
    enqueue: (job, data, options) => services.jobs.enqueue(client, job, { workspaceId, ...data }, options),
    linkToken: (purpose, subjectId, expiresAt) =>
      signLink(services.linkSecret, { purpose, workspaceId, subjectId, expiresAt }),
  };
  return context;
};

const run = <T>(
  services: Services,
  view: View,
  who: (seat: SeatRow | null) => { actor: Actor; workspaceId: string } | null,
  now: Date,
  work: (context: Context) => Promise<Decision<T>>,
): Promise<Decision<T>> =>
  inTransaction(
    services.database,
    view,
    async (transaction, seat) => {
      const visitor = who(seat);
      if (!visitor) {
        return forbidden({
          rule: 'ACC-1',
          message: 'You have no seat in this workspace. Ask its owner for an invitation.',
        });
      }
      return work(contextFor(services, transaction, visitor.actor, visitor.workspaceId, now));
    },
    (decision) => decision.ok,
  );

/** A signed-in person's visit: their seat, and what may be seen from it, come from the database in the same transaction. */
export const visitAsUser = (services: Services, userId: string, workspaceId: string | null): Visit => {
  const now = services.clock();
  return {
    now,
    services,
    inWorkspace: (work) =>
      run(
        services,
        { as: 'seat', userId, workspaceId },
        (seat) => (seat ? { actor: actorOfSeat(seat, userId), workspaceId: seat.seats_workspace } : null),
        now,
        work,
      ),
  };
};

export const systemActor = (name: string, personId: string | null = null): Actor => ({
  seatId: null,
  userId: null,
  name,
  role: 'system',
  side: 'ours',
  isOwner: false,
  personId,
});

/** The software's own visit: a job, a command, or an answer by signed link on behalf of `personId`. */
export const visitAsSystem = (
  services: Services,
  workspaceId: string,
  name: string,
  personId: string | null = null,
): Visit => {
  const now = services.clock();
  return {
    now,
    services,
    inWorkspace: (work) =>
      run(
        services,
        { as: 'workspace', workspaceId, personId },
        () => ({ actor: systemActor(name, personId), workspaceId }),
        now,
        work,
      ),
  };
};

import { addDays, type DateOnly, dayOf } from '#kernel/date-only.ts';
import { accept, type Decision } from '#kernel/decision.ts';
import { type Context, type Services, visitAsSystem } from '#platform/context.ts';
import { inTransaction } from '#platform/db/database.ts';
import { clockSays } from '#sponsorship/domain/nomination.ts';
import { sendAnswerLetter, sendReminderLetter } from './nomination-letters.ts';
import { holdAlliance, loadNomination, recordNominationEnd, recordReminder } from './nomination-store.ts';
import { findPolicyInForce } from './policy-queries.ts';

export const nominationClockJob = 'sponsorship.nominationClock';

const clockName = 'The nomination clock';

/** The reminder goes out in the morning of its day, UTC. */
export const remindOn = (nominatedOn: DateOnly, days: number): Date =>
  new Date(`${addDays(nominatedOn, days)}T06:00:00Z`);

/** Looks at the nomination again on the day of the reminder and when the time to answer is over. */
export const wakeNominationClock = async (
  context: Context,
  nominationId: string,
  remindAt: Date,
  expiresAt: Date,
): Promise<void> => {
  await context.enqueue(nominationClockJob, { nominationId }, { startAfter: remindAt });
  await context.enqueue(nominationClockJob, { nominationId }, { startAfter: expiresAt });
};

/** Reminds or lets lapse, whatever is due; however often it runs, each happens once (SPO-29). */
export const tickNomination = async (context: Context, nominationId: string): Promise<Decision<null>> => {
  const { db, now } = context;
  const seen = await loadNomination(db, nominationId);
  if (!seen) return accept(null);
  await holdAlliance(db, seen.alliance.id);
  const found = (await loadNomination(db, nominationId)) ?? seen;
  const { settings } = await findPolicyInForce(db);
  const remindAt = remindOn(dayOf(found.nominatedAt), settings.nominationReminderDays);
  const due = clockSays(found.nomination, now, remindAt, found.remindedAt !== null);
  if (due === 'nothing') return accept(null);
  if (due === 'remind') {
    await recordReminder(context, nominationId);
    await sendReminderLetter(context, found);
  } else {
    await recordNominationEnd(context, nominationId, 'lapsed', '');
    const after = (await loadNomination(db, nominationId)) ?? found;
    await sendAnswerLetter(context, after, '');
  }
  await context.record([
    {
      type: due === 'remind' ? 'sponsorship.reminded' : 'sponsorship.lapsed',
      subjects: [
        { kind: 'nomination', id: nominationId },
        { kind: 'alliance', id: found.alliance.id },
        { kind: 'person', id: found.nomination.personId },
      ],
      detail: { person: found.nomination.personName },
    },
  ]);
  return accept(null);
};

export const tickNominationIn = async (
  services: Services,
  workspaceId: string,
  nominationId: string,
): Promise<void> => {
  await visitAsSystem(services, workspaceId, clockName).inWorkspace((context) => tickNomination(context, nominationId));
};

/** Finds what a lost or early job left undone, in all workspaces. */
export const sweepNominations = async (services: Services): Promise<void> => {
  const waiting = await inTransaction(services.database, { as: 'owner' }, ({ queries }) =>
    queries
      .selectFrom('nominations as nomination')
      .select(['nomination.workspace_id', 'nomination.id'])
      .where((not) =>
        not.not(
          not.exists(
            not
              .selectFrom('nomination_ends as ending')
              .select('ending.nomination_id')
              .whereRef('ending.workspace_id', '=', 'nomination.workspace_id')
              .whereRef('ending.nomination_id', '=', 'nomination.id'),
          ),
        ),
      )
      .execute(),
  );
  for (const { workspace_id, id } of waiting) await tickNominationIn(services, workspace_id, id);
};

import { dayOf } from '#kernel/date-only.ts';
import type { Context } from '#platform/context.ts';
import { defaultPolicy } from '#sponsorship/domain/sponsorship-policy.ts';
import { remindOn, wakeNominationClock } from '#sponsorship/server/nomination-clock.ts';
import { sendNominationLetter, sendReminderLetter } from '#sponsorship/server/nomination-letters.ts';
import { loadNomination } from '#sponsorship/server/nomination-store.ts';
import type { ToldNomination } from './sponsorship-rows.ts';

/**
 * Nominations that still wait are real: their mail lies in the outbox with links that can be answered, and the clock runs. In a
 * demo no mail leaves the outbox, and its addresses end in '.example', which nobody can receive.
 */
export const openNominations = async (context: Context, told: readonly ToldNomination[]): Promise<void> => {
  for (const { id, asked, expires, reminded, ended } of told) {
    if (ended !== null) continue;
    const found = await loadNomination(context.db, id);
    if (!found) continue;
    await sendNominationLetter({ ...context, now: asked }, found);
    if (reminded) await sendReminderLetter({ ...context, now: reminded }, found);
    const remindAt = remindOn(dayOf(asked), defaultPolicy.nominationReminderDays);
    await wakeNominationClock(context, id, remindAt, expires);
  }
};

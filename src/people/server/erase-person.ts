import { sql } from 'kysely';
import { dayOf } from '#kernel/date-only.ts';
import { accept, type Decision, forbidden, missing } from '#kernel/decision.ts';
import { decideErasure } from '#people/domain/erasure.ts';
import { mayErasePerson } from '#people/domain/people-policy.ts';
import type { Context } from '#platform/context.ts';
import { findBonds } from './bond-store.ts';
import { eraseLedgerDetails, findNamesBorne } from './erasure-store.ts';
import { loadPerson } from './person-store.ts';
import { personalTables } from './personal-data.ts';

type Erased = { ledgerDetailsErased: number; mailsDeleted: number };

/**
 * Erases what identifies a person. Their row and the periods of their posts stay, without words; the ledger keeps its
 * entries and loses the details that concern them, which leaves its chain verifiable.
 */
export const erasePersonalData = async (context: Context, id: string, reason: string): Promise<Decision<Erased>> => {
  const { db, workspaceId, now } = context;
  const barred = mayErasePerson(context.actor);
  if (barred.length > 0) return forbidden(...barred);
  const person = await loadPerson(db, id);
  if (!person) return missing('person');
  const decision = decideErasure(await findBonds(db, id, dayOf(now), person.erased !== null), reason);
  if (!decision.ok) return decision;
  const borne = await findNamesBorne(db, id);
  await db
    .insertInto('person_erasures')
    .values({
      workspace_id: workspaceId,
      person_id: id,
      erased_at: now,
      erased_by: context.actor.seatId ?? context.actor.role,
      reason: decision.value.reason,
    })
    .execute();
  const mailsDeleted = await deleteMails(context, id, borne.mails);
  for (const personal of personalTables) await eraseRows(context, personal, id);
  await sql`delete from import_changes
             where row_key = ${id} or before ->> 'person_id' = ${id} or after ->> 'person_id' = ${id}`.execute(db);
  const { names, tellingNames, mails, codes } = borne;
  await sql`select redact_person(${id}, ${names}, ${tellingNames}, ${mails}, ${codes})`.execute(db);
  const ledgerDetailsErased = await eraseLedgerDetails(context, id, borne);
  await context.record([
    {
      type: 'person.erased',
      subjects: [{ kind: 'person', id }],
      detail: { reason: decision.value.reason, ledgerDetailsErased, mailsDeleted },
    },
  ]);
  return accept({ ledgerDetailsErased, mailsDeleted });
};

const deleteMails = async ({ db }: Context, id: string, mails: readonly string[]): Promise<number> => {
  const deleted = await db
    .deleteFrom('mails')
    .where((where) =>
      where.or([
        where('to_person_id', '=', id),
        where(sql<string>`lower(to_mail)`, '=', sql<string>`any(${mails.map((mail) => mail.toLowerCase())}::text[])`),
      ]),
    )
    .returning('id')
    .execute();
  return deleted.length;
};

const eraseRows = async (
  { db }: Context,
  { table, columns, onErasure }: (typeof personalTables)[number],
  id: string,
): Promise<void> => {
  const names = sql.join(
    columns.map((column) => sql`${sql.ref(column)} = ${id}::uuid`),
    sql` or `,
  );
  if (onErasure.act === 'remove') await sql`delete from ${sql.table(table)} where ${names}`.execute(db);
  if (onErasure.act === 'clear') {
    const values = Object.entries(onErasure.values).map(([column, value]) =>
      value === null ? sql`${sql.ref(column)} = null` : sql`${sql.ref(column)} = ${value}`,
    );
    await sql`update ${sql.table(table)} set ${sql.join(values)} where ${names}`.execute(db);
  }
};

import { z } from 'zod';
import { isDateOnly } from '#kernel/date-only.ts';

/** Fields that many requests and replies share. Only their form is checked here; what they mean is the domain's to judge. */
export const id = z.uuid('choose one from the list');
export const day = z.string().refine(isDateOnly, 'write a day as year-month-day, such as 2026-03-31');
export const shortText = z.string().trim().max(200);
export const longText = z.string().trim().max(2000);
export const externalId = shortText.nullable().default(null);
export const money = z.object({ amount: z.number('write an amount in digits'), currency: z.string().trim().max(3) });

/** True, or a sentence that says why not. */
export const permission = z.union([z.literal(true), z.string()]);

/** Where a page of a list begins and how long it is; `after` is the `next` of the page before. */
export const pageQuery = z.object({
  after: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

export const named = z.object({ id, name: z.string() });

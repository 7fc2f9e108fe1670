import { randomBytes } from 'node:crypto';
import { uuidAt } from '#kernel/id.ts';

/** A fresh UUID of version 7, which sorts by time. */
export const newId = (): string => uuidAt(Date.now(), randomBytes(10));

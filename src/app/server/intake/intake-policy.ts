import type { Actor } from '#kernel/actor.ts';
import type { Refusal } from '#kernel/decision.ts';

/** INT-17: bringing in and undoing touches the whole workspace, and so is the head of alliances' to do. */
export const mayImport = ({ role }: Actor): Refusal[] =>
  role === 'headOfAlliances' || role === 'system'
    ? []
    : [{ rule: 'INT-17', message: 'Only the head of alliances brings in workbooks. Ask them to do it.' }];

/** INT-17: whoever sees the whole workspace may look at what was brought in, and export it. */
export const maySeeImports = ({ role }: Actor): Refusal[] =>
  role === 'headOfAlliances' || role === 'auditor' || role === 'system'
    ? []
    : [{ rule: 'INT-17', message: 'Only the head of alliances and auditors see imports and whole exports.' }];

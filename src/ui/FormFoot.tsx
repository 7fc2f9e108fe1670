import { Button, Group } from '@mantine/core';
import type { Refusal } from '#kernel/decision.ts';
import { RefusalNotice } from './RefusalNotice.tsx';

export type FormFootProps = {
  /** What the button says: the act by its name. */
  readonly label: string;
  readonly isSending: boolean;
  /** What was refused and belongs to no field. */
  readonly refusals: readonly Refusal[];
  readonly color?: string;
};

/** The end of a form: what was refused as a whole, and the one button that sends. */
export const FormFoot = ({ label, isSending, refusals, color }: FormFootProps) => (
  <>
    <RefusalNotice refusals={refusals} />
    <Group justify="flex-end">
      <Button type="submit" color={color} loading={isSending}>
        {label}
      </Button>
    </Group>
  </>
);

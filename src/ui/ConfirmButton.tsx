import { Button, type ButtonProps, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { LazyDialog } from './LazyDialog.tsx';
import { RefusalNotice } from './RefusalNotice.tsx';
import { uiWords } from './ui-words.ts';

export type ConfirmButtonProps = ButtonProps & {
  readonly label: string;
  /** The question's heading; the button's label unless given. */
  readonly heading?: string;
  /** What will happen, in a sentence or two, and whether it can be undone. */
  readonly consequence: ReactNode;
  /** What the confirming button says: the act by its name, such as 'Delete the demo'. */
  readonly confirm: string;
  /** Rejects when it was not done; the reasons are then shown in the question, which stays. */
  readonly onConfirm: () => Promise<unknown>;
};

/** An act that asks once, naming what will happen. */
export const ConfirmButton = ({
  label,
  heading = label,
  consequence,
  confirm,
  onConfirm,
  ...button
}: ConfirmButtonProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const [isActing, setIsActing] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const act = async () => {
    setIsActing(true);
    setError(null);
    try {
      await onConfirm();
      setIsOpen(false);
    } catch (reason) {
      setError(reason);
    } finally {
      setIsActing(false);
    }
  };
  return (
    <>
      <Button variant="default" {...button} onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      <LazyDialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={heading}>
        <Text component="div">{consequence}</Text>
        <RefusalNotice error={error} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => setIsOpen(false)} data-autofocus>
            {uiWords.cancel}
          </Button>
          <Button color="red" loading={isActing} onClick={() => void act()}>
            {confirm}
          </Button>
        </Group>
      </LazyDialog>
    </>
  );
};

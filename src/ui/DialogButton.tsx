import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { LazyDialog } from './LazyDialog.tsx';

export type DialogButtonProps = Omit<ButtonProps, 'children'> & {
  readonly label: string;
  /** The dialog's heading; the button's label unless given. */
  readonly heading?: string;
  /** What stands in the dialog, a form for the most part; `close` when it is done. */
  readonly children: (close: () => void) => ReactNode;
};

/** A button that opens a dialog, and gets the keyboard back when that closes. */
export const DialogButton = ({ label, heading = label, children, ...button }: DialogButtonProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button variant="default" {...button} onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      <LazyDialog isOpen={isOpen} onClose={close} title={heading}>
        {children(close)}
      </LazyDialog>
    </>
  );
};

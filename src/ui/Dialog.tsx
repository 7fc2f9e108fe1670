import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { uiWords } from './ui-words.ts';

export type DialogProps = Omit<ModalProps, 'opened'> & { readonly isOpen: boolean };

/**
 * A dialog that gives the keyboard back to what opened it. It is drawn closed first and opened after, since only a change
 * from closed to open is when Mantine notes where the keyboard was.
 */
export const Dialog = ({ isOpen, ...modal }: DialogProps) => {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => setIsShown(isOpen), [isOpen]);
  return <Modal closeButtonProps={{ 'aria-label': uiWords.close }} {...modal} opened={isShown} />;
};

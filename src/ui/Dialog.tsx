import { Modal, type ModalRootProps } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import classes from './dialog.module.css';
import { uiWords } from './ui-words.ts';

export type DialogProps = Pick<ModalRootProps, 'onClose' | 'size' | 'yOffset'> & {
  readonly isOpen: boolean;
  readonly title: string;
  /** Without a head and without room at the edges; the title is then for those who listen. */
  readonly bare?: boolean;
  readonly children: ReactNode;
};

/**
 * A dialog that gives the keyboard back to what opened it. It is drawn closed first and opened after, since only a change
 * from closed to open is when Mantine notes where the keyboard was.
 */
export const Dialog = ({ isOpen, title, bare, children, ...root }: DialogProps) => {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => setIsShown(isOpen), [isOpen]);
  return (
    <Modal.Root {...root} opened={isShown}>
      <Modal.Overlay />
      <Modal.Content {...(bare ? { 'aria-label': title } : {})}>
        {!bare && (
          <div className={classes.head}>
            <Modal.Title className={classes.title}>{title}</Modal.Title>
            <Modal.CloseButton aria-label={uiWords.close} />
          </div>
        )}
        <Modal.Body className={classes.body} data-bare={bare || undefined}>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};

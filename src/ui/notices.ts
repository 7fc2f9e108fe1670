import { notifications } from '@mantine/notifications';
import { refusalsIn } from './ask.ts';
import { uiWords } from './ui-words.ts';

/** Says that something was done; goes by itself. */
export const notifyDone = (message: string): void => {
  notifications.show({ message, color: 'green', withBorder: true, closeButtonProps: { 'aria-label': uiWords.close } });
};

/** Says why something was not done; stays until it is closed. */
export const notifyRefused = (error: unknown): void => {
  notifications.show({
    title: uiWords.notDone,
    message: refusalsIn(error)
      .map(({ message }) => message)
      .join(' '),
    color: 'red',
    withBorder: true,
    autoClose: false,
    closeButtonProps: { 'aria-label': uiWords.close },
  });
};

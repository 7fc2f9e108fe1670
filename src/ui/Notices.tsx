import { CloseButton } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import classes from './notices.module.css';
import { closeNotice, type Notice, noticesInSight, onNotices } from './notices.ts';
import { uiWords } from './ui-words.ts';

/** What was just done or refused, at the foot of the window; drawn once, around all pages. */
export const Notices = () => {
  const notices = useSyncExternalStore(onNotices, noticesInSight);
  return (
    <div className={classes.notices} data-no-print>
      <div role="status">{notices.filter(({ kind }) => kind === 'done').map(drawn)}</div>
      <div role="alert">{notices.filter(({ kind }) => kind === 'refused').map(drawn)}</div>
    </div>
  );
};

const drawn = ({ id, kind, message }: Notice) => (
  <div key={id} className={classes.notice} data-kind={kind}>
    <div>
      {kind === 'refused' && <strong className={classes.title}>{uiWords.notDone}</strong>}
      {message}
    </div>
    <CloseButton aria-label={uiWords.close} onClick={() => closeNotice(id)} />
  </div>
);

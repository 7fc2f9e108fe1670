import { useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMe, useSignOut } from '#access/web/access-hooks.ts';
import { accessWords } from '#access/web/access-words.ts';
import { Face } from '#ui/Face.tsx';
import { notifyRefused } from '#ui/notices.ts';
import classes from './shell.module.css';
import { shellWords } from './shell-words.ts';

const following = { auto: 'light', light: 'dark', dark: 'auto' } as const;

/** Below the places: whose workspace this is, who is signed in, the colours, the way out. */
export const ShellFoot = () => {
  const me = useMe();
  const signOut = useSignOut();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={classes.foot}>
      {me?.seat && (
        <div className={classes.who}>
          <Face name={me.seat.name} size={34} />
          <div>
            <div className={classes.name}>{me.seat.name}</div>
            <div className={classes.role}>{accessWords.roles[me.seat.role]}</div>
          </div>
        </div>
      )}
      {me?.may.seeOutbox && (
        <Link to="/outbox" className={classes.quiet} activeProps={{ 'aria-current': 'page' }}>
          {shellWords.nav.outbox}
        </Link>
      )}
      <button type="button" className={classes.quiet} onClick={() => setColorScheme(following[colorScheme])}>
        {shellWords.scheme.choose(shellWords.scheme[colorScheme])}
      </button>
      <button type="button" className={classes.quiet} onClick={() => signOut().catch(notifyRefused)}>
        {shellWords.signOut}
      </button>
    </div>
  );
};

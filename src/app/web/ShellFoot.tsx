import { useMantineColorScheme } from '@mantine/core';
import classes from './shell.module.css';
import { shellWords } from './shell-words.ts';

const following = { auto: 'light', light: 'dark', dark: 'auto' } as const;

/** Below the places: the colours. */
export const ShellFoot = () => {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={classes.foot}>
      <button type="button" className={classes.quiet} onClick={() => setColorScheme(following[colorScheme])}>
        {shellWords.scheme.choose(shellWords.scheme[colorScheme])}
      </button>
    </div>
  );
};

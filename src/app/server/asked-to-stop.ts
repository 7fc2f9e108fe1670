import { isRunning } from '#platform/db/embedded-lock.ts';

const WATCH_MS = 300;

/**
 * Settles when this process is asked to stop: by a signal, or because what started it has ended. A second signal changes
 * nothing (npm passes on the Ctrl-C that the terminal has sent already): the first one is being followed.
 */
export const askedToStop = (): Promise<void> =>
  new Promise((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => settle());
    const starters = (process.env['ENTENTE_STARTED_BY'] ?? '')
      .split(',')
      .map(Number)
      .filter((pid) => pid > 1);
    if (starters.length === 0) return;
    const watch = setInterval(() => {
      if (starters.every(isRunning)) return;
      clearInterval(watch);
      settle();
    }, WATCH_MS);
    watch.unref();
  });

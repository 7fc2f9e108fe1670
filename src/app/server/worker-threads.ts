import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';

/** Computes something heavy by its name in heavy-worker.ts, off the event loop. */
export type OffLoop = (work: string, input: unknown) => Promise<unknown>;

const isBuilt = !import.meta.url.endsWith('.ts');

/** Started at the first need; an idle thread ends after half a minute. */
export const openWorkerThreads = (): { offLoop: OffLoop; close: () => Promise<void> } => {
  let pool: Piscina | undefined;
  const open = (): Piscina =>
    new Piscina({
      filename: fileURLToPath(new URL(isBuilt ? './heavy-worker.mjs' : './heavy-worker.ts', import.meta.url)),
      minThreads: 0,
      maxThreads: 2,
      maxQueue: 200,
      idleTimeout: 30_000,
    });
  return {
    offLoop: (work, input) => {
      pool ??= open();
      return pool.run(input, { name: work });
    },
    close: async () => pool?.destroy(),
  };
};

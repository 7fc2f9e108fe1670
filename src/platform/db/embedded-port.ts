import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Systems hand out ports above 32768 to outgoing connections, and would now and then take ours. */
const LOWEST = 15_000;
const HIGHEST = 32_000;

export const isPortFree = (port: number): Promise<boolean> =>
  new Promise((settle) => {
    const server = createServer();
    server.once('error', () => settle(false));
    server.listen(port, '127.0.0.1', () => server.close(() => settle(true)));
  });

/** A free port on loopback, below those that a system hands out by itself. */
export const findFreePort = async (): Promise<number> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No free port was found between ${LOWEST} and ${HIGHEST}.`);
};

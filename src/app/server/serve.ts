import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { isSetUp, setupLink } from '#access/server/set-up.ts';
import { startRefusal } from '#platform/db/embedded-refusal.ts';
import { migrate } from '#platform/db/migrate.ts';
import { askedToStop } from './asked-to-stop.ts';
import { type RunningServer, startServer } from './compose-server.ts';
import { type Ground, openGround } from './open-ground.ts';
import type { Settings } from './settings.ts';

/** The built pages lie beside the built server; run from its sources, the server takes those of the last build. */
const webFolder = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../../dist/web/' : '../web/', import.meta.url),
);

const findWebFolder = (): string | null => (existsSync(`${webFolder}index.html`) ? webFolder : null);

/** Serves until SIGINT or SIGTERM, or until the database is lost. @returns the exit code */
export const serveUntilStopped = async (settings: Settings, say: (line: string) => void): Promise<number> => {
  const stopped = askedToStop().then(() => 'asked');
  const log = pino({ level: settings.logLevel }, pino.destination(2));
  const ground = await openGround(settings, (line) => log.debug({ part: 'postgres' }, line));
  let server: RunningServer | undefined;
  try {
    server = await start(settings, ground, (error, where) => log.error({ where, err: error }, error.message));
    await tell(server, ground, settings, say);
    const end = await Promise.race([stopped, ground.lost.then((why) => `lost: ${why}`)]);
    if (end.startsWith('lost'))
      say(`The database ended by itself (${end.slice(6)}). Start again: nothing saved is lost.`);
    return end.startsWith('lost') ? 1 : 0;
  } finally {
    await server?.stop();
    await ground.close();
  }
};

const start = async (
  settings: Settings,
  ground: Ground,
  onError: (error: Error, where: string) => void,
): Promise<RunningServer> => {
  await migrate(ground.databaseUrl);
  try {
    return await startServer({
      databaseUrl: ground.databaseUrl,
      dataFolder: ground.dataFolder,
      host: settings.host,
      port: settings.port,
      baseUrl: settings.baseUrl,
      smtpUrl: settings.smtpUrl,
      mailFrom: settings.mailFrom,
      webFolder: findWebFolder(),
      onError,
    });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE') {
      throw startRefusal(
        `Port ${settings.port} is taken by another program, perhaps by an Entente that runs already. Stop that one, or choose another port: ENTENTE_PORT=${settings.port + 1} npm start`,
      );
    }
    if (code === 'EACCES')
      throw startRefusal(
        `Port ${settings.port} is reserved on this machine. Choose one from 1024 up with ENTENTE_PORT.`,
      );
    throw error;
  }
};

const tell = async (
  server: RunningServer,
  ground: Ground,
  settings: Settings,
  say: (line: string) => void,
): Promise<void> => {
  say(`Entente is ready at ${settings.baseUrl}`);
  if (!settings.databaseUrl) say(`Its data is in ${ground.dataFolder}`);
  if (!settings.smtpUrl)
    say('No mail server is set: mails are kept in the outbox, which the owner finds under Outbox.');
  if (!(await isSetUp(server.services))) {
    say('\nSet it up with this link. It works once, within a day:');
    say(`  ${setupLink(server.services)}`);
  }
  say('\nCtrl-C stops it.');
};

import { migrate } from '#platform/db/migrate.ts';
import { type Services, type Visit, visitAsSystem } from '#platform/context.ts';
import { inTransaction } from '#platform/db/database.ts';
import { startRefusal } from '#platform/db/embedded-refusal.ts';
import { openServices } from '../compose-services.ts';
import { type Ground, joinGround } from '../open-ground.ts';
import { readSettings, type Settings } from '../settings.ts';

export const settingsHere = (): Settings => {
  try {
    return readSettings(process.env);
  } catch (error) {
    throw startRefusal((error as Error).message);
  }
};

/** Runs a command on the database: the running server's, the one that was set, or the embedded one. */
export const onGround = async <T>(work: (ground: Ground, settings: Settings) => Promise<T>): Promise<T> => {
  const settings = settingsHere();
  const ground = await joinGround(settings);
  try {
    return await work(ground, settings);
  } finally {
    await ground.close();
  }
};

/** The same with everything behind the product's use cases opened. */
export const withServices = <T>(work: (services: Services) => Promise<T>): Promise<T> =>
  onGround(async (ground, settings) => {
    await migrate(ground.databaseUrl);
    const opened = await openServices({
      databaseUrl: ground.databaseUrl,
      dataFolder: ground.dataFolder,
      baseUrl: settings.baseUrl,
      smtpUrl: settings.smtpUrl,
      mailFrom: settings.mailFrom,
      onError: (error, where) => process.stderr.write(`${where}: ${error.message}\n`),
    });
    try {
      return await work(opened.services);
    } finally {
      await opened.close();
    }
  });

/** The workspace named, by id or name; with none named, the only one that is not a demo. */
export const visitWorkspace = async (services: Services, named: string | undefined): Promise<Visit> => {
  const all = await inTransaction(services.database, { as: 'owner' }, ({ queries }) =>
    queries.selectFrom('workspaces').select(['id', 'name', 'is_demo']).orderBy('created_at').execute(),
  );
  const fitting = named
    ? all.filter(({ id, name }) => id === named || name.toLowerCase() === named.toLowerCase())
    : all.filter(({ is_demo }) => !is_demo);
  const [found, another] = fitting;
  if (found && !another) return visitAsSystem(services, found.id, 'Command line');
  const names = all.map(({ name, id }) => `  ${name} (${id})`).join('\n');
  if (all.length === 0)
    throw startRefusal('There is no workspace yet. Start the server and open its set-up link first.');
  throw startRefusal(
    `${named ? `No single workspace is called '${named}'.` : 'Say which workspace with --workspace.'} There are:\n${names}`,
  );
};

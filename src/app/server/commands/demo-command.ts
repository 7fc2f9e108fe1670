import type { Command } from 'commander';
import type { Services } from '#platform/context.ts';
import { inTransaction } from '#platform/db/database.ts';
import { startRefusal } from '#platform/db/embedded-refusal.ts';
import { deleteDemo } from '../demo/delete-demo.ts';
import { startDemo } from '../demo/start-demo.ts';
import { withServices } from './command-ground.ts';

/** The demo's workspace, made for the owner or deleted. */
export const addDemoCommand = (program: Command): void => {
  program
    .command('demo')
    .description('Fill a workspace with the demo cast, or delete it')
    .argument('[what]', 'start or delete', 'start')
    .action((what: string) =>
      withServices(async (services) => {
        if (what !== 'start' && what !== 'delete')
          throw startRefusal(`Say 'demo start' or 'demo delete', not 'demo ${what}'.`);
        await (what === 'start' ? beginDemo(services) : endDemos(services));
      }),
    );
};

const demoIds = (services: Services): Promise<string[]> =>
  inTransaction(services.database, { as: 'owner' }, async ({ queries }) =>
    (await queries.selectFrom('workspaces').select('id').where('is_demo', '=', true).execute()).map(({ id }) => id),
  );

const beginDemo = async (services: Services): Promise<void> => {
  if ((await demoIds(services)).length > 0) throw startRefusal("There is a demo already. 'demo delete' removes it.");
  const owner = await inTransaction(services.database, { as: 'owner' }, ({ queries }) =>
    queries
      .selectFrom('seats')
      .select(['user_id', 'name', 'mail'])
      .where('is_owner', '=', true)
      .orderBy('created_at')
      .executeTakeFirst(),
  );
  if (!owner) {
    throw startRefusal(
      'Set the server up first: the demo is opened for its owner. The set-up link is in the terminal of the server.',
    );
  }
  const opened = await startDemo(services, { userId: owner.user_id, name: owner.name, mail: owner.mail });
  if (!opened.ok) throw startRefusal(opened.refusals.map(({ message }) => message).join('\n'));
  process.stderr.write(`The demo is ready. ${owner.name} finds it under Settings.\n`);
};

const endDemos = async (services: Services): Promise<void> => {
  const ids = await demoIds(services);
  if (ids.length === 0) throw startRefusal('There is no demo to delete.');
  for (const id of ids) await deleteDemo(services, id);
  process.stderr.write('The demo is deleted.\n');
};

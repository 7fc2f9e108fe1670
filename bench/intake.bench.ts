import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { openServices } from '#app/server/compose-services.ts';
import { importFile } from '#app/server/intake/import-file.ts';
import { visitAsSystem } from '#platform/context.ts';
import { inTransaction } from '#platform/db/database.ts';
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts';
import { migrate } from '#platform/db/migrate.ts';
import { createDatabase } from '#platform/testing/test-database-server.ts';

type BenchFigure = {
  readonly name: string;
  readonly figure: number;
  readonly bar: number;
  readonly unit: string;
  readonly ok: boolean;
};

const workspaceId = '00000000-0000-7000-8000-00000000beac';
const persons = 50_000;

const firstNames = [
  'Anna',
  'Boris',
  'Chiara',
  'Dmitri',
  'Elif',
  'Farid',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Katja',
  'Liam',
];
const lastNames = [
  'Adler',
  'Brandt',
  'Castillo',
  'Dufour',
  'Eriksen',
  'Fontana',
  'Gruber',
  'Hansen',
  'Ibáñez',
  'Jansen',
  'Kowalski',
  'Lund',
];
const nameOf = (number: number): string =>
  `${firstNames[number % 12]} ${lastNames[Math.floor(number / 12) % 12]}${Math.floor(number / 144).toString(36)}`;

/** An export of a personnel system: a tree of eight reports each, in day-first dates and German amounts. */
const writePeople = async (path: string): Promise<void> => {
  const file = createWriteStream(path);
  file.write('Personalnummer;Name;E-Mail;Position;Ebene;Bereich;Vorgesetzter;Seit;Budget\n');
  for (let number = 0; number < persons; number += 1) {
    const manager = number === 0 ? '' : `P-${Math.floor((number - 1) / 8)}`;
    const level = Math.min(6, Math.floor(Math.log(number * 7 + 1) / Math.log(8)) + 1);
    const day = `${String((number % 28) + 1).padStart(2, '0')}.${String((number % 12) + 1).padStart(2, '0')}.${2010 + (number % 15)}`;
    const line = `P-${number};${nameOf(number)};p${number}@aurelia.example;Title ${number % 400};${level};Bereich ${number % 40};${manager};${day};${1 + (number % 900)}.500,00\n`;
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
};

/** The most memory the process held while the work went on, in MiB. */
const watchingMemory = async <T>(work: () => Promise<T>): Promise<{ result: T; most: number }> => {
  let most = 0;
  const look = () => {
    most = Math.max(most, process.memoryUsage().rss / 1024 / 1024);
  };
  const timer = setInterval(look, 50);
  try {
    const result = await work();
    look();
    return { result, most };
  } finally {
    clearInterval(timer);
  }
};

/** 50,000 persons with their posts from a CSV file: read, checked and written, all of it counted. */
export const benchIntake = async (): Promise<BenchFigure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'entente-bench-'));
  const server = await startEmbeddedPostgres({ dataFolder: join(folder, 'database'), isDurable: false });
  try {
    const database = await createDatabase(server.url);
    await migrate(database.url);
    const opened = await openServices({
      databaseUrl: database.url,
      dataFolder: folder,
      baseUrl: 'http://127.0.0.1',
      smtpUrl: null,
      mailFrom: 'Entente <entente@example.com>',
      onError: (error, where) => console.error(`at ${where}:`, error),
    });
    try {
      await inTransaction(opened.services.database, { as: 'owner' }, ({ queries }) =>
        queries
          .insertInto('workspaces')
          .values({ id: workspaceId, name: 'Aurelia Industries', currency: 'EUR', created_at: new Date() })
          .execute(),
      );
      const path = join(folder, 'people.csv');
      await writePeople(path);
      const visit = visitAsSystem(opened.services, workspaceId, 'Bench');
      const figures: BenchFigure[] = [];
      for (const round of ['into an empty workspace', 'again, with nothing to change'] as const) {
        const steps = new Map<string, number>();
        const begun = performance.now();
        const { result, most } = await watchingMemory(() =>
          importFile(visit, path, { likeNamesDiffer: true }, ({ step }) => {
            steps.set(step, performance.now() - begun);
          }),
        );
        if (!result.ok) throw new Error(result.refusals.map(({ message }) => message).join(' '));
        const { counts } = result.value;
        if (counts.refused > 0) throw new Error(`${counts.refused} rows were refused`);
        const seconds = (performance.now() - begun) / 1000;
        console.error(
          `  ${round}: ${[...steps].map(([step, at]) => `${step} until ${(at / 1000).toFixed(1)} s`).join(', ')}`,
        );
        const rate = persons / seconds;
        figures.push(
          {
            name: `importing ${persons} persons ${round}`,
            figure: rate,
            bar: 2_000,
            unit: 'rows/s',
            ok: rate >= 2_000,
          },
          { name: `memory held while importing ${round}`, figure: most, bar: 512, unit: 'MiB', ok: most < 512 },
        );
      }
      return figures;
    } finally {
      await opened.close();
    }
  } finally {
    await server.stop();
    await rm(server.dataFolder, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { name, figure, bar, unit, ok } of await benchIntake()) {
    console.log(`${ok ? 'ok ' : 'NOT'} ${name}: ${figure.toFixed(0)} ${unit} (bar ${bar})`);
  }
}

import { z } from 'zod';

const blank = (value: unknown) => (value === '' ? undefined : value);
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(blank, schema.optional());

const environment = z.object({
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, 'begins with postgres://')),
  ENTENTE_DATA: optional(z.string()),
  ENTENTE_HOST: optional(z.string()),
  ENTENTE_PORT: optional(
    z.coerce.number('is a number').int('is a whole number').min(1, 'is 1 or more').max(65535, 'is 65535 at most'),
  ),
  ENTENTE_URL: optional(z.url({ protocol: /^https?$/, error: 'is an address such as https://entente.example.com' })),
  ENTENTE_SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, 'begins with smtp:// or smtps://')),
  ENTENTE_MAIL_FROM: optional(z.string()),
  ENTENTE_LOG: optional(z.enum(['silent', 'error', 'warn', 'info', 'debug'], 'is silent, error, warn, info or debug')),
});

export type Settings = {
  /** Null: the embedded PostgreSQL is started on the data folder. */
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  /** The address in mails; without a slash at the end. */
  readonly baseUrl: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly logLevel: string;
};

/** Reads the settings. Throws an error whose message names each wrong one and what it should be. */
export const readSettings = (variables: Readonly<Record<string, string | undefined>>): Settings => {
  const parsed = environment.safeParse(variables);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return `The setting ${name} is '${variables[name]}', but it should be one that ${message}.`;
    });
    throw new Error(faults.join('\n'));
  }
  const given = parsed.data;
  const host = given.ENTENTE_HOST ?? '127.0.0.1';
  const port = given.ENTENTE_PORT ?? 4600;
  const shownHost = host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? 'localhost' : host;
  return {
    databaseUrl: given.DATABASE_URL ?? null,
    dataFolder: given.ENTENTE_DATA ?? 'data',
    host,
    port,
    baseUrl: (given.ENTENTE_URL ?? `http://${shownHost}:${port}`).replace(/\/+$/, ''),
    smtpUrl: given.ENTENTE_SMTP_URL ?? null,
    mailFrom: given.ENTENTE_MAIL_FROM ?? 'Entente <entente@localhost>',
    logLevel: given.ENTENTE_LOG ?? 'warn',
  };
};

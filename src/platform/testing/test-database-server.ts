import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export type TestDatabase = {
  readonly url: string;
  readonly drop: () => Promise<void>;
};

const plainTemplate = "template template0 encoding 'UTF8' locale_provider icu icu_locale 'und'";

export const createDatabase = async (adminUrl: string, source = plainTemplate): Promise<TestDatabase> => {
  const name = `entente_test_${randomBytes(6).toString('hex')}`;
  await administer(adminUrl, `create database ${name} ${source}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(adminUrl, `drop database if exists ${name} with (force)`) };
};

const administer = async (adminUrl: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startServer } from '#app/server/compose-server.ts';
import { setupLink } from '#access/server/set-up.ts';
import { launchBrowser } from '#platform/testing/browser.ts';
import { createTestDatabase } from '#platform/testing/test-database.ts';

/** A reader's window: a phone or a desk, in a colour scheme. */
export type View = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
};

export const desk: View = { name: 'desk-light', width: 1440, height: 900, scheme: 'light' };
export const deskDark: View = { ...desk, name: 'desk-dark', scheme: 'dark' };
export const phone: View = { name: 'phone-light', width: 375, height: 812, scheme: 'light' };
export const phoneDark: View = { ...phone, name: 'phone-dark', scheme: 'dark' };
export const views: readonly View[] = [desk, deskDark, phone, phoneDark];

export const webFolder = process.env['ENTENTE_WEB_FOLDER'] ?? fileURLToPath(new URL('../dist/web/', import.meta.url));
const outputFolder = fileURLToPath(new URL('./output/', import.meta.url));

export const owner = { name: 'Ada Lindqvist', mail: 'ada@aurelia.example', password: 'a password for tests only' };

/** How long a step may take, in milliseconds: a crowded machine is slow, not wrong. */
const patience = 60_000;

export type Journey = {
  readonly url: string;
  /** The one-time link that a new server prints in its terminal. */
  readonly setupLink: string;
  /** A reader with a browser of their own: no cookie of anyone else. */
  reader(view: View): Promise<Page>;
  close(): Promise<void>;
};

/** A server that was never set up, on a database of its own, with the built pages and a real browser. */
export const startJourney = async (): Promise<Journey> => {
  const database = await createTestDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'entente-journey-'));
  const server = await startServer({
    databaseUrl: database.url,
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    baseUrl: '',
    smtpUrl: null,
    mailFrom: 'Entente <entente@example.com>',
    signInsPerMinute: 1000,
    publicRequestsPerMinute: 10_000,
    webFolder,
    onError: (error, where) => console.error(`at ${where}:`, error),
  });
  const browser = await launchBrowser();
  return {
    url: server.url,
    setupLink: setupLink(server.services),
    reader: async (view) => {
      const page = await (await contextFor(browser, view, server.url)).newPage();
      page.setDefaultTimeout(patience);
      return page;
    },
    async close() {
      await browser.close();
      await server.stop();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
};

const contextFor = (browser: Browser, { width, height, scheme }: View, baseURL: string): Promise<BrowserContext> =>
  browser.newContext({
    baseURL,
    viewport: { width, height },
    colorScheme: scheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });

/** Sets up a workspace through the page behind the one-time link, as a newcomer does. */
export const setUpAs = async (
  page: Page,
  journey: Journey,
  start: 'Explore the demo' | 'Start empty',
  company = 'Aurelia Industries',
): Promise<void> => {
  await page.goto(journey.setupLink);
  await page.getByLabel('Your company or team').fill(company);
  await page.getByLabel('Your name').fill(owner.name);
  await page.getByLabel('Your mail address').fill(owner.mail);
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByRole('button', { name: start }).click();
  await page.waitForURL('**/alliances');
};

export const signInAs = async (page: Page, mail: string, password: string): Promise<void> => {
  await page.goto('/sign-in');
  await page.getByLabel('Mail address').fill(mail);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/alliances');
};

/** Turns an open page into another view, as a device that is rotated or goes dark at dusk. */
export const see = async (page: Page, view: View): Promise<void> => {
  await page.setViewportSize({ width: view.width, height: view.height });
  await page.emulateMedia({ colorScheme: view.scheme });
  await page.locator(`html[data-mantine-color-scheme="${view.scheme}"]`).waitFor();
};

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What an automated checker finds against a page (WCAG 2.2 AA), each finding in a line; a mail's own frame is left out. */
export const accessibilityFindings = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(everyRule)
    .exclude('iframe')
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
  );
};

/** How far the page is wider than its window; more than nothing means that a reader must scroll sideways. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A picture of the whole page in e2e/output/, for eyes. */
export const picture = async (page: Page, name: string): Promise<void> => {
  await mkdir(outputFolder, { recursive: true });
  await page.screenshot({ path: join(outputFolder, `${name}.png`), fullPage: true });
};

/** Collects what the browser complains about: errors of scripts, refused resources. Refusals of the API are answers, not errors. */
export const complaintsOf = (page: Page): string[] => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  return complaints;
};

import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Journey, overhang, phone, setUpAs, startJourney } from './journey.ts';

// The story of the user's first hour (docs/first-hour.md), told on a phone from the first page to the answer.
let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await startJourney();
  page = await journey.reader(phone);
  await setUpAs(page, journey, 'Start empty', 'Borealis');
});
afterAll(() => journey.close());

const bringIn = async (file: string): Promise<void> => {
  await page.goto('/import');
  await page
    .locator('input[type="file"]')
    .setInputFiles(fileURLToPath(new URL(`../docs/examples/${file}`, import.meta.url)));
  await page.waitForURL(/\/import\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: 'Check it' }).click();
  const bring = page.getByRole('button', { name: /^Bring in \d/ });
  await bring.waitFor();
  expect(await overhang(page)).toBe(0);
  await bring.click();
  await page.getByRole('heading', { name: 'Brought in.' }).waitFor();
};

test('an empty workspace says what belongs in it', async () => {
  await page.goto('/alliances');
  await page.getByRole('main').getByRole('link').first().waitFor();
  expect(await overhang(page)).toBe(0);
});

test('people come in from a spreadsheet, and nothing is written before it was seen', async () => {
  await bringIn('first-hour-people.csv');
  await page.goto('/people');
  await page.getByText('Ingrid Falkenberg').first().waitFor();
});

test('alliances come in, and the list says which have no sponsor', async () => {
  await bringIn('first-hour-alliances.csv');
  await page.goto('/alliances');
  await page.getByRole('link', { name: 'Harbour Heat' }).waitFor();
  expect(await page.getByText('no sponsor').count()).toBeGreaterThan(0);
});

test('one alliance is opened, its candidates are ranked, and the first is asked for a reason', async () => {
  await page.getByRole('link', { name: 'Harbour Heat' }).click();
  await page.getByRole('link', { name: 'Choose the sponsor' }).first().click();
  await page.getByRole('button', { name: /^Ask/ }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why this person').fill('Answers for the area in which its value lands.');
  await dialog.getByRole('button', { name: 'Send the question' }).click();
  await page.getByText('The question is on its way').waitFor();
});

test('the sponsor accepts from the mail and is on record', async () => {
  await page.goto('/outbox');
  await page.getByRole('table').getByRole('link').first().click();
  const link = await page.frameLocator('iframe').locator('a[href*="/answer/"]').first().getAttribute('href');
  const sponsor = await journey.reader(phone);
  await sponsor.goto(link ?? '');
  await sponsor.getByRole('button', { name: 'Yes, I accept' }).click();
  await sponsor
    .getByRole('status')
    .filter({ hasText: /accept/i })
    .first()
    .waitFor();
  await page.goto('/alliances');
  await page.getByRole('link', { name: 'Harbour Heat' }).click();
  await page.getByText('Ensured').first().waitFor();
});

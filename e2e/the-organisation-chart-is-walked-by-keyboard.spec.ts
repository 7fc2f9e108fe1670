import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsOf, desk, type Journey, setUpAs, startJourney } from './journey.ts';

let journey: Journey;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  journey = await startJourney();
  page = await journey.reader(desk);
  complaints = complaintsOf(page);
  await setUpAs(page, journey, 'Explore the demo');
});
afterAll(() => journey.close());

const inFocus = (): Promise<string | undefined> =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['name']);

test('arrows open, walk and close the chart; Enter brings a person to the fore; the link restores it', async () => {
  await page.goto('/people/chart');
  const items = page.getByRole('treeitem');
  await items.nth(1).waitFor();
  await items.first().focus();
  const top = await inFocus();
  await page.keyboard.press('ArrowDown');
  const second = await inFocus();
  expect(second).not.toBe(top);
  await page.keyboard.press('ArrowLeft');
  expect(await inFocus()).toBe(top);
  await page.keyboard.press('ArrowLeft');
  expect(await items.count()).toBe(1);
  await page.keyboard.press('ArrowRight');
  await items.nth(1).waitFor();
  await page.keyboard.press('End');
  const last = await inFocus();
  await page.keyboard.press('Home');
  expect(await inFocus()).toBe(top);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: last }).waitFor();
  expect(page.url()).toMatch(/person=/);

  await page.goto(page.url());
  await page.getByRole('treeitem', { selected: true, name: last }).waitFor();
  expect(complaints.splice(0)).toEqual([]);
});

test('a person is entered with their post and found in the chart; what is wrong is said beside its field', async () => {
  await page.goto('/people/new');
  await page.getByLabel('Name').fill('Zoe Winter');
  await page.getByLabel('Mail address').fill('zoe.winter');
  await page.getByLabel('Title').fill('Head of Winter Sports');
  await page.getByRole('button', { name: 'Enter this person' }).click();
  await page.getByText('is not a mail address').waitFor();
  expect(await page.getByLabel('Name').inputValue()).toBe('Zoe Winter');
  await page.getByLabel('Mail address').fill('zoe.winter@aurelia.example');
  await page.getByRole('button', { name: 'Enter this person' }).click();
  await page.getByRole('heading', { level: 1, name: 'Zoe Winter' }).waitFor();
  await page.getByRole('link', { name: 'Show in the chart' }).click();
  await page.getByRole('treeitem', { selected: true, name: /Zoe Winter/ }).waitFor();
  expect(complaints.splice(0)).toEqual([]);
});

test('a person is erased once the reader has said why', async () => {
  await page.goto('/people?q=zoe+winter');
  await page.getByRole('link', { name: 'Zoe Winter' }).click();
  await page.getByRole('button', { name: 'Erase this person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Erase this person' }).click();
  await dialog.getByText('Say why').waitFor();
  await dialog.getByLabel('Why').fill('asked for it by letter');
  await dialog.getByRole('button', { name: 'Erase this person' }).click();
  await page.getByRole('heading', { level: 1, name: 'Erased person' }).waitFor();
  expect(await page.getByText('Zoe Winter').count()).toBe(0);
  expect(complaints.splice(0)).toEqual([]);
});

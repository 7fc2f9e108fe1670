import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings, desk, type Journey, overhang, phone, setUpAs, startJourney } from './journey.ts';

let journey: Journey;
let head: Page;
let allianceId: string;

beforeAll(async () => {
  journey = await startJourney();
  head = await journey.reader(desk);
  await setUpAs(head, journey, 'Explore the demo');
  const reply = await head.request.get(`${journey.url}/api/alliances?state=missing&sort=-value`);
  const { items } = (await reply.json()) as { items: readonly { readonly id: string }[] };
  allianceId = items[0]?.id ?? '';
});
afterAll(() => journey.close());

/** Where the newest mail's first link that begins like this leads, read in the outbox as its reader would see it. */
const linkInNewestMail = async (start: string): Promise<string> => {
  await head.goto('/outbox');
  await head.getByRole('table').getByRole('link').first().click();
  const link = head.frameLocator('iframe').locator(`a[href*="${start}"]`).first();
  return (await link.getAttribute('href')) ?? '';
};

test('the head of alliances asks the best candidate for a reason', async () => {
  await head.goto(`/alliances/${allianceId}`);
  await head.getByRole('link', { name: 'Choose the sponsor' }).first().click();
  await head.getByRole('button', { name: /^Ask/ }).first().click();
  const dialog = head.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Send the question' }).click();
  await expect.poll(() => dialog.getByLabel('Why this person').getAttribute('aria-invalid')).toBe('true');
  await dialog.getByLabel('Why this person').fill('Answers for the area in which most of its value lands.');
  await dialog.getByRole('button', { name: 'Send the question' }).click();
  await head.getByText('The question is on its way').waitFor();
});

test('the sponsor accepts on a phone, from the mail, without signing in', async () => {
  const sponsor = await journey.reader(phone);
  await sponsor.goto(await linkInNewestMail('/answer/'));
  const accept = sponsor.getByRole('button', { name: 'Yes, I accept' });
  await accept.waitFor();
  expect(await accessibilityFindings(sponsor)).toEqual([]);
  expect(await overhang(sponsor)).toBe(0);
  await accept.click();
  await sponsor
    .getByRole('status')
    .filter({ hasText: /accept/i })
    .first()
    .waitFor();

  await sponsor.reload();
  await sponsor.getByRole('heading', { level: 1 }).waitFor();
  await sponsor
    .getByRole('status')
    .filter({ hasText: /accept/i })
    .first()
    .waitFor();
  expect(await accept.count()).toBe(0);
});

test('the sponsor is on record, and the case with its reason can be opened', async () => {
  await head.goto(`/alliances/${allianceId}`);
  await head.getByText('Ensured').first().waitFor();
  await head.locator('a[href^="/cases/"]').first().click();
  await head.getByText('Answers for the area in which most of its value lands.').waitFor();
});

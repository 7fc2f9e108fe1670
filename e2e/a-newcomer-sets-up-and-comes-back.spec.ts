import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsOf, desk, type Journey, owner, phone, setUpAs, signInAs, startJourney } from './journey.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.close());

test('a server that was never set up says so at its sign-in', async () => {
  const page = await journey.reader(phone);
  await page.goto('/');
  await page.getByRole('heading', { name: 'Not set up yet' }).waitFor();
});

test('the set-up form keeps what was entered and says what is wrong beside the field', async () => {
  const page = await journey.reader(desk);
  await page.goto(journey.setupLink);
  await page.getByLabel('Your company or team').fill('Aurelia Industries');
  await page.getByLabel('Your name').fill(owner.name);
  await page.getByLabel('Your mail address').fill('ada at aurelia');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Start empty' }).click();
  await page.getByText('This is not a mail address').waitFor();
  await page.getByText('Use at least 12 characters').first().waitFor();
  expect(await page.getByLabel('Your company or team').inputValue()).toBe('Aurelia Industries');
  expect(await page.getByLabel('Your mail address').getAttribute('aria-invalid')).toBe('true');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('email');
});

test('a newcomer sets up with the demo, signs out, signs in again, and deletes the demo', async () => {
  const page = await journey.reader(desk);
  const complaints = complaintsOf(page);
  await setUpAs(page, journey, 'Explore the demo');
  await page.getByText('You are looking at the demo').waitFor();
  await page.goto('/members');
  await page.getByText(owner.mail).first().waitFor();
  expect(await page.getByText(owner.mail).count()).toBe(1);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
  await page.getByLabel('Mail address').fill(owner.mail);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').getByText('do not belong together').waitFor();
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/alliances');

  await page.getByRole('button', { name: 'Leave the demo' }).click();
  await expect.poll(() => page.getByText('You are looking at the demo').count(), { timeout: 20_000 }).toBe(0);
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Go there' }).click();
  await page.getByRole('button', { name: 'Delete the demo' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the demo' }).click();
  await page.getByText('The demo is deleted.').waitFor();
  expect(await page.getByText('You are looking at the demo').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('the link works once, and asks for signing in afterwards', async () => {
  const page = await journey.reader(phone);
  await page.goto(journey.setupLink);
  await page.getByRole('heading', { name: 'This link does not open anything' }).waitFor();
  await page.getByRole('link', { name: 'Go to sign-in' }).click();
  await page.waitForURL('**/sign-in');
});

test('whoever is signed out comes back to the page they wanted', async () => {
  const page = await journey.reader(phone);
  await page.goto('/members?from=a-mail');
  await page.waitForURL('**/sign-in**');
  await page.getByLabel('Mail address').fill(owner.mail);
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/members**');
  await page.getByRole('heading', { name: 'Members', level: 1 }).waitFor();
});

test('a member is invited by mail, joins, and their access is ended', async () => {
  const page = await journey.reader(desk);
  await signInAs(page, owner.mail, owner.password);
  await page.goto('/members');
  await page.getByRole('button', { name: 'Invite someone' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Ben Okafor');
  await dialog.getByLabel('Mail address').fill('ben@aurelia.example');
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await dialog.getByText('Say which person this seat belongs to').waitFor();
  await dialog.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: 'Auditor' }).click();
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await page.getByText('Ben Okafor is invited.').waitFor();

  await page.goto('/outbox');
  await page.getByRole('table').getByRole('link').first().click();
  const link = await page.frameLocator('iframe').getByRole('link').first().getAttribute('href');
  const guest = await journey.reader(phone);
  await guest.goto(link ?? '');
  await guest.getByRole('heading', { name: 'Join Aurelia Industries' }).waitFor();
  await guest.getByLabel('Password', { exact: true }).fill('another password for tests');
  await guest.getByRole('button', { name: 'Join' }).click();
  await guest.waitForURL('**/alliances');

  await page.goto('/members');
  await page.getByRole('button', { name: 'End access' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Left the company');
  await page.getByRole('dialog').getByRole('button', { name: 'End the access' }).click();
  await page.getByText('The access is ended.').waitFor();
  // The seat is gone; that the invitation was accepted stays.
  await expect.poll(() => page.getByText('ben@aurelia.example').count(), { timeout: 20_000 }).toBe(1);
});

test('the keyboard alone reaches the content and finds a place', async () => {
  const page = await journey.reader(desk);
  await signInAs(page, owner.mail, owner.password);
  await page.goto('/members');
  await page.getByRole('heading', { name: 'Members', level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('settings');
  await page.getByRole('option', { name: 'Go to Settings' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
});

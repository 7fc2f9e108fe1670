import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  accessibilityFindings,
  complaintsOf,
  desk,
  deskDark,
  type Journey,
  overhang,
  phone,
  phoneDark,
  picture,
  see,
  setUpAs,
  startJourney,
  type View,
  views,
} from './journey.ts';

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

/** The first id that a list answers with, so that the page of one thing can be opened. */
const firstOf = async (list: string): Promise<string> => {
  const reply = await page.request.get(`${journey.url}${list}`);
  const { items } = (await reply.json()) as { items: readonly { readonly id: string }[] };
  return items[0]?.id ?? 'none';
};

const fixed = (path: string) => async () => path;
const pages: readonly { readonly name: string; readonly path: () => Promise<string> }[] = [
  { name: 'alliances', path: fixed('/alliances') },
  { name: 'alliance-new', path: fixed('/alliances/new') },
  { name: 'alliance', path: async () => `/alliances/${await firstOf('/api/alliances')}` },
  { name: 'alliance-edit', path: async () => `/alliances/${await firstOf('/api/alliances')}/edit` },
  { name: 'selection', path: async () => `/alliances/${await firstOf('/api/alliances?sponsor=none')}/selection` },
  {
    name: 'case',
    path: async () =>
      `/cases/${await firstOf(`/api/alliances/${await firstOf('/api/alliances?state=nominated')}/cases`)}`,
  },
  { name: 'people', path: fixed('/people') },
  { name: 'person-new', path: fixed('/people/new') },
  { name: 'person', path: async () => `/people/${await firstOf('/api/persons')}` },
  { name: 'chart', path: fixed('/people/chart') },
  { name: 'organisations', path: fixed('/organisations') },
  { name: 'organisation', path: async () => `/organisations/${await firstOf('/api/organisations')}` },
  { name: 'areas', path: fixed('/areas') },
  { name: 'import', path: fixed('/import') },
  { name: 'policy', path: fixed('/policy') },
  { name: 'members', path: fixed('/members') },
  { name: 'settings', path: fixed('/settings') },
  { name: 'outbox', path: fixed('/outbox') },
  { name: 'nowhere', path: fixed('/nowhere') },
  { name: 'sign-in', path: fixed('/sign-in') },
  { name: 'forgotten', path: fixed('/forgotten') },
  { name: 'setup-used', path: async () => new URL(journey.setupLink).pathname },
  { name: 'join-wrong', path: fixed('/join/wrong') },
  { name: 'answer-wrong', path: fixed('/answer/wrong') },
];

/** All four views are pictured; two opposite ones are checked, in turn, since a check takes longer than all else. */
const checkedViews = (index: number): readonly View[] => (index % 2 === 0 ? [desk, phoneDark] : [deskDark, phone]);

for (const [index, { name, path }] of pages.entries()) {
  test(`${name}: at both widths and in both schemes, nothing against it`, async () => {
    await see(page, desk);
    await page.goto(await path());
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
    const findings: string[] = [];
    for (const view of views) {
      await see(page, view);
      await picture(page, `${name}-${view.name}`);
      const sideways = await overhang(page);
      if (sideways > 0) findings.push(`${view.name}: ${sideways} px wider than the window`);
      if (!checkedViews(index).includes(view)) continue;
      for (const finding of await accessibilityFindings(page)) findings.push(`${view.name}: ${finding}`);
    }
    expect(findings).toEqual([]);
    expect(complaints.splice(0)).toEqual([]);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  });
}

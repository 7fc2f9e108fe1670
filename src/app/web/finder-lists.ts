import { listPersons } from '#people/people-contract.ts';
import { listAlliances } from '#portfolio/portfolio-contract.ts';
import { ask } from '#ui/ask.ts';
import { shellWords } from './shell-words.ts';

export type Find = { readonly key: string; readonly label: string; readonly hint?: string; readonly href: string };
export type FindGroup = { readonly label: string; readonly finds: readonly Find[] };

const { finder: words, nav } = shellWords;

const acts: readonly Find[] = [
  { key: 'new-alliance', label: words.registerAlliance, href: '/alliances/new' },
  { key: 'new-person', label: words.enterPerson, href: '/people/new' },
  { key: 'chart', label: words.openChart, href: '/people/chart' },
  { key: 'import', label: words.bringIn, href: '/import' },
  { key: 'policy', label: words.changePolicy, href: '/policy' },
  { key: 'members', label: words.inviteMember, href: '/members' },
  { key: 'alliances', label: words.goTo(nav.alliances), href: '/alliances' },
  { key: 'people', label: words.goTo(nav.people), href: '/people' },
  { key: 'organisations', label: words.goTo(nav.organisations), href: '/organisations' },
  { key: 'areas', label: words.goTo(nav.areas), href: '/areas' },
  { key: 'settings', label: words.goTo(nav.settings), href: '/settings' },
];

/** The acts whose words hold every word that was typed. */
export const fittingActs = (text: string): FindGroup => {
  const typed = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ label }: Find): boolean => typed.every((word) => label.toLocaleLowerCase().includes(word));
  return { label: words.acts, finds: acts.filter(fits) };
};

const most = 6;

/** Alliances and persons by a part of their name; what the reader may not see is not found. */
export const findOnRecord = async (text: string, signal: AbortSignal): Promise<readonly FindGroup[]> => {
  const [alliances, persons] = await Promise.all([
    ask(listAlliances, { query: { q: text, limit: most }, signal }),
    ask(listPersons, { query: { q: text, limit: most }, signal }),
  ]);
  return [
    {
      label: words.alliances,
      finds: alliances.items.map(({ id, name, partners }) => ({
        key: id,
        label: name,
        hint: partners.map((partner) => partner.name).join(', '),
        href: `/alliances/${id}`,
      })),
    },
    {
      label: words.people,
      finds: persons.items.map(({ id, name, post, organisation }) => ({
        key: id,
        label: name,
        hint: [post?.title, organisation.name].filter(Boolean).join(' · '),
        href: `/people/${id}`,
      })),
    },
  ];
};

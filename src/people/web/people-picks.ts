import { listAreas } from '#people/area-contract.ts';
import { listOrganisations } from '#people/organisation-contract.ts';
import { listPersons } from '#people/people-contract.ts';
import { ask } from '#ui/ask.ts';
import type { Pick } from '#ui/PickField.tsx';
import { peopleWords } from './people-words.ts';

const few = 12;

/** Look-ups for a PickField: by a part of the name, best first. */
export const pickOnePerson = {
  key: 'one person',
  find: async (text: string): Promise<readonly Pick[]> => {
    const { items } = await ask(listPersons, { query: { q: text.trim() || undefined, limit: few } });
    return items.map(({ id, name, post, organisation }) => ({
      id,
      name,
      hint: [post?.title, organisation.name].filter(Boolean).join(' · '),
    }));
  },
};

export const pickOrganisation = {
  key: 'organisation',
  find: async (text: string): Promise<readonly Pick[]> => {
    const { items } = await ask(listOrganisations, { query: { q: text.trim() || undefined, limit: few } });
    return items.map(({ id, name, kind }) => ({ id, name, hint: peopleWords.organisationKinds[kind] }));
  },
};

/** Areas of one organisation; none while no organisation is chosen. */
export const pickAreaOf = (organisationId: string | undefined) => ({
  key: `area of ${organisationId ?? 'none'}`,
  find: async (text: string): Promise<readonly Pick[]> => {
    if (!organisationId) return [];
    const { areas } = await ask(listAreas, { query: { organisationId } });
    const names = new Map(areas.map(({ id, name }) => [id, name]));
    const wanted = text.trim().toLocaleLowerCase();
    return areas
      .filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
      .slice(0, few)
      .map(({ id, name, parentId }) => ({ id, name, hint: parentId ? (names.get(parentId) ?? null) : null }));
  },
});

import { listAreas } from '#people/area-contract.ts';
import { listOrganisations } from '#people/organisation-contract.ts';
import { listPersons } from '#people/people-contract.ts';
import { ask } from '#ui/ask.ts';
import type { Pick } from '#ui/PickField.tsx';

const most = 12;

/** Partners and candidate partners by a part of their name. */
export const pickPartner = {
  key: 'partners',
  find: async (text: string): Promise<readonly Pick[]> => {
    const q = text.trim() || undefined;
    const [partners, candidates] = await Promise.all([
      ask(listOrganisations, { query: { q, kind: 'partner', limit: most } }),
      ask(listOrganisations, { query: { q, kind: 'candidate', limit: most } }),
    ]);
    return [...partners.items, ...candidates.items].map(({ id, name, country }) => ({ id, name, hint: country }));
  },
};

/** Business areas of our own company; `hint` says what they are part of. */
export const pickArea = {
  key: 'areas',
  find: async (text: string): Promise<readonly Pick[]> => {
    const { areas } = await ask(listAreas, { query: {} });
    const typed = text.trim().toLocaleLowerCase();
    return areas
      .filter(({ name }) => name.toLocaleLowerCase().includes(typed))
      .slice(0, 50)
      .map(({ id, name, parentId }) => ({ id, name, hint: areas.find((area) => area.id === parentId)?.name }));
  },
};

/** Persons of one side: of our own company, or of the partners given. */
export const pickManager = (side: 'ours' | 'theirs', partnerIds: readonly string[]) => ({
  key: `managers of ${side === 'ours' ? side : partnerIds.join()}`,
  find: async (text: string): Promise<readonly Pick[]> => {
    const q = text.trim() || undefined;
    const organisationIds = side === 'ours' ? await ownOrganisationIds() : partnerIds;
    const lists = await Promise.all(
      organisationIds.map((organisationId) => ask(listPersons, { query: { q, organisationId, limit: most } })),
    );
    return lists
      .flatMap(({ items }) => items)
      .map(({ id, name, post, organisation }) => ({
        id,
        name,
        hint: [post?.title, organisation.name].filter(Boolean).join(' · '),
      }));
  },
});

const ownOrganisationIds = async (): Promise<string[]> => {
  const { items } = await ask(listOrganisations, { query: { kind: 'own', limit: 5 } });
  return items.map(({ id }) => id);
};

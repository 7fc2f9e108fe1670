import { listOrganisations } from '#people/organisation-contract.ts';
import { listPersons } from '#people/people-contract.ts';
import { ask } from '#ui/ask.ts';
import type { Pick } from '#ui/PickField.tsx';

const findIn = async (organisationIds: readonly string[], text: string): Promise<readonly Pick[]> => {
  const lists = await Promise.all(
    organisationIds.map((organisationId) =>
      ask(listPersons, { query: { q: text.trim() || undefined, organisationId, limit: 12 } }),
    ),
  );
  return lists
    .flatMap(({ items }) => items)
    .map(({ id, name, post, organisation }) => ({
      id,
      name,
      hint: [post?.title, organisation.name].filter(Boolean).join(' · '),
    }));
};

/** Persons of our own company. */
export const pickExecutive = {
  key: 'executives',
  find: async (text: string): Promise<readonly Pick[]> => {
    const own = await ask(listOrganisations, { query: { kind: 'own', limit: 5 } });
    return findIn(
      own.items.map(({ id }) => id),
      text,
    );
  },
};

/** Persons of the partners given. */
export const pickCounterpart = (partnerIds: readonly string[]) => ({
  key: `counterparts of ${partnerIds.join()}`,
  find: (text: string): Promise<readonly Pick[]> => findIn(partnerIds, text),
});

import { listPersons } from '#people/people-contract.ts';
import { ask } from '#ui/ask.ts';

/** Looks up persons on record for a PickField. */
export const pickPerson = {
  key: 'persons',
  find: async (text: string) => {
    const { items } = await ask(listPersons, { query: { q: text.trim() || undefined, limit: 12 } });
    return items.map(({ id, name, post, organisation }) => ({
      id,
      name,
      hint: [post?.title, organisation.name].filter(Boolean).join(' · '),
    }));
  },
};

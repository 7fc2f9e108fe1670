import type { CastPerson, CastStay } from '#seed/cast.ts';
import { hrExport } from './organisation-rows.ts';
import { million, type Rows, type Story } from './story-keys.ts';

const ownKey = ({ cast }: Story): string => cast.organisations.find(({ kind }) => kind === 'own')?.key ?? '';

/** 'Signe Thorvaldsdóttir' becomes 'signe.thorvaldsdottir'. */
const mailName = (name: string): string =>
  name
    .replace(/ø/gi, 'o')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .trim()
    .replace(/ +/g, '.');

const mailDomain = (story: Story, organisation: string): string =>
  organisation === ownKey(story) ? story.cast.mailDomain : `${organisation}.example`;

/** Persons whom a partner sees on the shared half: those who sponsor or manage an alliance that is under way. */
export const sharedPersons = (story: Story): ReadonlySet<string> =>
  new Set(
    story.cast.alliances
      .filter(({ phase }) => isShared(phase))
      .flatMap(({ managers, theirManagers, sponsors, counterparts }) =>
        [managers, theirManagers, sponsors, counterparts].flatMap((terms) => (terms ?? []).map(({ person }) => person)),
      ),
  );

/** From planning on both sides work on one page; before that nothing is shared. */
export const isShared = (phase: string): boolean => !['strategy', 'selection', 'negotiation'].includes(phase);

export const personRows = (story: Story): Rows<'persons'> => {
  const shared = sharedPersons(story);
  return story.cast.persons.map(({ key, name, organisation }, place) => ({
    workspace_id: story.workspaceId,
    id: story.person(key),
    external_id: `P-${1001 + place}`,
    organisation_id: story.organisation(organisation),
    name,
    mail: `${mailName(name)}@${mailDomain(story, organisation)}`,
    source: organisation === ownKey(story) ? hrExport : 'Entered by their alliance manager',
    visibility: shared.has(key) ? 'shared' : 'internal',
    created_at: story.time.instant(-900),
  }));
};

type Spell = CastStay & { readonly person: CastPerson; readonly post: string; readonly to?: number };

/** Every stay with its end: where it says so itself, else where the next one in the career begins. */
export const spellsOf = (person: CastPerson): Spell[] =>
  person.career.map((stay, place) => {
    const end = stay.to ?? person.career[place - 1]?.from;
    return { person, ...stay, ...(end === undefined ? {} : { to: end }) };
  });

const holderAt = (spells: readonly Spell[], post: string, month: number): string | null =>
  spells.find((spell) => spell.post === post && spell.from <= month && month < (spell.to ?? Number.POSITIVE_INFINITY))
    ?.person.key ?? null;

export const positionRows = (story: Story): Rows<'positions'> => {
  const { cast, time, workspaceId, currency, newId } = story;
  const posts = new Map(cast.posts.map((post) => [post.key, post]));
  const spells = cast.persons.flatMap(spellsOf);
  return spells.map(({ person, post: key, from, to }, place) => {
    const post = posts.get(key);
    if (!post) throw new Error(`${person.name} holds a post that the cast does not have: '${key}'`);
    const isPresent = to === undefined;
    const above = post.under === undefined ? null : holderAt(spells, post.under, isPresent ? 0 : from);
    return {
      workspace_id: workspaceId,
      id: newId(),
      external_id: `POS-${1001 + place}`,
      person_id: story.person(person.key),
      organisation_id: story.organisation(person.organisation),
      area_id: post.area === undefined ? null : story.area(post.area),
      title: post.title,
      function: post.function ?? (post.level === 1 ? 'chiefExecutive' : 'other'),
      level: post.level,
      reports_to: above === null || above === person.key ? null : story.person(above),
      budget: isPresent && post.budget !== undefined ? million(post.budget) : null,
      budget_currency: isPresent && post.budget !== undefined ? currency : null,
      from_day: time.month(from),
      to_day: to === undefined ? null : time.month(to),
      source: person.organisation === ownKey(story) ? hrExport : 'Entered by their alliance manager',
      recorded_at: time.instant(-900),
    };
  });
};

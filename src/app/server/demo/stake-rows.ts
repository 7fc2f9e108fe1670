import { seededRandom } from '#kernel/random.ts';
import type { CastAlliance } from '#seed/cast.ts';
import { latestPost } from './influence-rows.ts';
import type { Rows, Story } from './story-keys.ts';

/** Above this level everybody's objectives of the year are on file. */
const filedDownToLevel = 3;
/** Some objectives are still being written: a fact to find out. */
const shareOnFile = 0.85;

type Rating = { readonly person: string; readonly rating: number; readonly source: string };

/**
 * How far each alliance is in people's own objectives: what the cast tells, and for the other senior people what their
 * objectives say, which is little when their area earns from the alliance and nothing when it does not.
 */
export const stakeRows = (story: Story): Rows<'stake_ratings'> => {
  const random = seededRandom(story.cast.seed + 2);
  return story.cast.alliances.flatMap((alliance) =>
    [...toldRatings(alliance), ...filedRatings(story, alliance, random)].map(({ person, rating, source }) => ({
      workspace_id: story.workspaceId,
      alliance_id: story.alliance(alliance.key),
      person_id: story.person(person),
      rating,
      source,
      rated_on: story.time.month(Math.max(-4, alliance.registered)),
    })),
  );
};

const toldRatings = ({ stakes = {} }: CastAlliance): Rating[] =>
  Object.entries(stakes).map(([person, [rating, source]]) => ({ person, rating, source }));

const filedRatings = (story: Story, alliance: CastAlliance, random: () => number): Rating[] => {
  const earning = areasAbove(story, Object.keys(alliance.values));
  return story.cast.persons.flatMap(({ key, organisation }) => {
    const post = latestPost(story, key);
    if (organisation !== ownKey(story) || !post || filedDownToLevel < post.level) return [];
    if (alliance.stakes?.[key] || shareOnFile < random()) return [];
    const isEarning = post.area !== undefined && earning.has(post.area);
    return [{ person: key, rating: isEarning ? 25 : 0, source: 'the objectives on file for this year' }];
  });
};

const ownKey = ({ cast }: Story): string | undefined => cast.organisations.find(({ kind }) => kind === 'own')?.key;

/** The areas named and all above them. */
const areasAbove = ({ cast }: Story, named: readonly string[]): ReadonlySet<string> => {
  const above = new Set<string>();
  for (const start of named) {
    let key: string | undefined = start;
    while (key !== undefined) {
      above.add(key);
      key = cast.areas.find((area) => area.key === key)?.under;
    }
  }
  return above;
};

import { addDays } from '#kernel/date-only.ts';
import { type Random, seededRandom } from '#kernel/random.ts';
import type { CastPost } from '#seed/cast.ts';
import { million, type Rows, type Story } from './story-keys.ts';

/** The post that somebody holds or, having left, held last. */
export const latestPost = ({ cast }: Story, key: string): CastPost | null => {
  const stay = cast.persons.find((one) => one.key === key)?.career[0];
  return cast.posts.find((post) => post.key === stay?.post) ?? null;
};

/** What comes with the post. */
export const decisionRightRows = (story: Story): Rows<'decision_rights'> =>
  story.cast.persons.flatMap(({ key }) => {
    const list = latestPost(story, key)?.rights;
    return (list === undefined ? [] : (story.cast.rights[list] ?? [])).map(([decision, upTo]) => ({
      workspace_id: story.workspaceId,
      id: story.newId(),
      person_id: story.person(key),
      decision,
      up_to: upTo === null ? null : million(upTo),
      currency: upTo === null ? null : story.currency,
      source: 'Table of authorities',
      recorded_at: story.time.instant(-400),
    }));
  });

const answersEach = 4;

/** Four answers of everybody asked: whom do you turn to? Those whom many turn to are drawn more often. */
export const adviceTieRows = (story: Story): Rows<'advice_ties'> => {
  const { cast, time, workspaceId, person } = story;
  const random = seededRandom(cast.seed + 1);
  const asked = Object.keys(cast.soughtOut);
  return asked.flatMap((from) =>
    drawDistinct(
      random,
      asked.filter((to) => to !== from),
      (to) => cast.soughtOut[to] ?? 0,
      answersEach,
    ).map((to) => ({
      workspace_id: workspaceId,
      from_person_id: person(from),
      to_person_id: person(to),
      weight: random() < 0.25 ? 2 : 1,
      source: 'Survey: whom do you turn to for advice?',
      observed_on: addDays(time.month(-7), 13),
    })),
  );
};

const drawDistinct = (
  random: Random,
  among: readonly string[],
  weightOf: (key: string) => number,
  count: number,
): string[] => {
  const left = [...among];
  const drawn: string[] = [];
  while (drawn.length < count && left.length > 0) {
    let rest = random() * left.reduce((sum, key) => sum + weightOf(key), 0);
    const place = left.findIndex((key) => {
      rest -= weightOf(key);
      return rest <= 0;
    });
    drawn.push(...left.splice(place < 0 ? 0 : place, 1));
  }
  return drawn;
};

/** The moves that the cast tells of were announced so many days ago. */
export const movesAnnounced = -20;

export const announcedMoveRows = ({ cast, time, workspaceId, newId, person }: Story): Rows<'announced_moves'> =>
  cast.moves.map((move) => ({
    workspace_id: workspaceId,
    id: newId(),
    person_id: person(move.person),
    on_day: time.month(move.on),
    probability: move.probability,
    source: move.source,
    recorded_at: time.instant(movesAnnounced),
  }));

export const capacityRows = ({ cast, time, workspaceId, person }: Story): Rows<'capacity_ratings'> =>
  Object.entries(cast.capacities).map(([key, [rating, source, most]]) => ({
    workspace_id: workspaceId,
    person_id: person(key),
    rating,
    most: most ?? null,
    source,
    rated_on: time.month(-3),
  }));

export const conflictRows = (story: Story): Rows<'conflicts_of_interest'> =>
  story.cast.conflicts.map(({ person, organisation, reason, source, from }) => ({
    workspace_id: story.workspaceId,
    id: story.newId(),
    person_id: story.person(person),
    organisation_id: story.organisation(organisation),
    reason,
    source,
    from_day: story.time.month(from),
    to_day: null,
  }));

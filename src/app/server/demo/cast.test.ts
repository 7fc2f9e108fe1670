import { describe, expect, it } from 'vitest';
import { describeAlliance } from '#alliances/domain/alliance.ts';
import { newId } from '#platform/new-id.ts';
import { aureliaCast } from '#seed/aurelia/aurelia-cast.ts';
import { brookCast } from '#seed/brook/brook-cast.ts';
import type { Cast } from '#seed/cast.ts';
import { phaseDays } from './alliance-rows.ts';
import { adviceTieRows } from './influence-rows.ts';
import { resultRows } from './organisation-rows.ts';
import { personRows, positionRows, spellsOf } from './person-rows.ts';
import { tellAppointments, tellOtherNominations } from './sponsorship-rows.ts';
import { historyOf } from './story-history.ts';
import { openStory } from './story-keys.ts';
import { storyTime } from './story-time.ts';

const storyAt = (cast: Cast, now: string) =>
  openStory(cast, storyTime(new Date(now)), { workspaceId: newId(), currency: 'EUR', visitor: null, newId });

/** Days on which a month more or less easily goes wrong. */
const days = [
  '2026-11-24T10:00:00Z',
  '2027-01-01T00:00:00Z',
  '2027-01-31T23:59:59Z',
  '2028-02-29T12:00:00Z',
  '2031-12-31T08:00:00Z',
];

describe.each([
  ['Aurelia Industries', aureliaCast],
  ['Brook & Ferrante', brookCast],
])('the cast of %s', (_, cast) => {
  it('names everybody once, and uses every key that it has', () => {
    for (const items of [cast.persons, cast.organisations, cast.areas, cast.alliances]) {
      expect(new Set(items.map(({ name }) => name)).size).toBe(items.length);
      expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
    }
    const mails = personRows(storyAt(cast, '2026-11-24T10:00:00Z')).map(({ mail }) => mail);
    expect(new Set(mails).size).toBe(mails.length);
    for (const mail of mails) expect(mail).toMatch(/^[a-z]+(\.[a-z]+)+@[a-z-]+\.example$/);
  });

  it('moves everybody from post to post without an overlap', () => {
    for (const spell of cast.persons.flatMap(spellsOf)) {
      expect([spell.person.key, spell.post, spell.from < (spell.to ?? 1)]).toEqual([
        spell.person.key,
        spell.post,
        true,
      ]);
    }
  });

  it('gives a post of level 1 to 3 to one person at a time', () => {
    const senior = new Set(cast.posts.filter(({ level }) => level <= 3).map(({ key }) => key));
    const spells = cast.persons.flatMap(spellsOf).filter(({ post }) => senior.has(post));
    const clashes = spells.flatMap((one) =>
      spells
        .filter((other) => other.post === one.post && other.person.key < one.person.key)
        .filter((other) => one.from < (other.to ?? 999) && other.from < (one.to ?? 999))
        .map((other) => `${one.post}: ${one.person.key} and ${other.person.key}`),
    );
    expect(clashes).toEqual([]);
  });

  it('describes alliances that the register would accept', () => {
    const story = storyAt(cast, '2026-11-24T10:00:00Z');
    const organisations = cast.organisations.map(({ key, name, kind }) => ({
      id: story.organisation(key),
      name,
      kind,
    }));
    for (const alliance of cast.alliances) {
      const described = describeAlliance(
        {
          name: alliance.name,
          externalId: null,
          purpose: alliance.purpose,
          tier: alliance.tier,
          startsOn: story.time.month(alliance.starts),
          endsOn: story.time.month(alliance.ends),
          currency: 'EUR',
          partnerIds: alliance.partners.map(story.organisation),
          values: Object.entries(alliance.values).map(([key, amount]) => ({ areaId: story.area(key), amount })),
          decisions: alliance.decisions.map(([decision, amount]) => ({ decision, amount })),
          objectives: alliance.objectives.map((sentence) => ({ id: null, sentence })),
        },
        {
          organisations,
          areaIds: cast.areas.map(({ key }) => story.area(key)),
          externalIdTakenBy: null,
          objectiveIds: [],
        },
      );
      expect([alliance.key, described.ok ? [] : described.refusals]).toEqual([alliance.key, []]);
    }
  });

  it('takes the counterpart and their manager from a partner of the alliance, and our people from the company', () => {
    const organisationOf = new Map(cast.persons.map(({ key, organisation }) => [key, organisation]));
    const own = cast.organisations.find(({ kind }) => kind === 'own')?.key;
    for (const {
      key,
      partners,
      sponsors = [],
      managers,
      counterparts = [],
      theirManagers = [],
      nominations = [],
    } of cast.alliances) {
      for (const { person } of [...sponsors, ...managers, ...nominations]) {
        expect([key, person, organisationOf.get(person)]).toEqual([key, person, own]);
      }
      for (const { person } of [...counterparts, ...theirManagers]) {
        expect([key, person, partners.includes(organisationOf.get(person) ?? '')]).toEqual([key, person, true]);
      }
    }
  });

  it.each(days)('tells nothing of the past as still to come, on %s', (now) => {
    const story = storyAt(cast, now);
    const appointments = tellAppointments(story);
    const nominations = [...appointments.flatMap(({ nomination }) => nomination ?? []), ...tellOtherNominations(story)];
    for (const { at, event } of historyOf(story, nominations, appointments)) {
      expect([event.type, at <= story.time.now]).toEqual([event.type, true]);
    }
    for (const { term, asked, ended, reminded, talked } of nominations) {
      expect(term.from < term.to).toBe(true);
      for (const later of [ended?.on, reminded, talked?.on]) if (later) expect(asked <= later).toBe(true);
    }
    for (const { from, to } of appointments) if (to) expect(from < to).toBe(true);
    for (const alliance of cast.alliances) {
      const told = phaseDays(story, alliance).map(({ day }) => day);
      expect([alliance.key, told]).toEqual([alliance.key, [...told].sort()]);
      expect([alliance.key, (told.at(-1) ?? '') <= story.time.today]).toEqual([alliance.key, true]);
    }
  });
});

it('tells the same story each time', () => {
  const [one, other] = [storyAt(aureliaCast, days[0] ?? ''), storyAt(aureliaCast, days[0] ?? '')];
  const posts = (story: typeof one) =>
    positionRows(story).map(({ title, from_day, to_day, level }) => [title, from_day, to_day, level]);
  expect(posts(one)).toEqual(posts(other));
  expect(resultRows(one).map(({ amount }) => amount)).toEqual(resultRows(other).map(({ amount }) => amount));
  expect(adviceTieRows(one).map(({ weight }) => weight)).toEqual(adviceTieRows(other).map(({ weight }) => weight));
});

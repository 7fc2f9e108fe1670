import type { Actor } from '#kernel/actor.ts';
import type { Happening } from '#platform/ledger/ledger.ts';
import { phaseDays } from './alliance-rows.ts';
import { policySaved, type ToldAppointment, type ToldNomination } from './sponsorship-rows.ts';
import type { Story } from './story-keys.ts';
import { instantOn } from './story-time.ts';

const actorOf = (story: Story, person: string, role: Actor['role']): Actor => ({
  seatId: null,
  userId: null,
  name: story.nameOf(person),
  role,
  side: 'ours',
  isOwner: false,
  personId: story.person(person),
});

/** What the ledger of such a company would hold: a few entries for each alliance, nomination and appointment. */
export const historyOf = (
  story: Story,
  nominations: readonly ToldNomination[],
  appointments: readonly ToldAppointment[],
): Happening[] => {
  const head = actorOf(story, story.cast.headOfAlliances, 'headOfAlliances');
  return [
    ...policyHistory(story, head),
    ...story.cast.alliances.flatMap((alliance) => allianceHistory(story, head, alliance)),
    ...nominations.flatMap((nomination) => nominationHistory(story, head, nomination)),
    ...appointments.flatMap((appointment) => appointmentHistory(story, head, appointment)),
  ].sort((one, other) => one.at.getTime() - other.at.getTime());
};

const policyHistory = ({ time, workspaceId }: Story, actor: Actor): Happening[] => [
  {
    at: instantOn(time.month(policySaved.months), 9, time.now),
    actor,
    event: {
      type: 'sponsorship.policySaved',
      subjects: [{ kind: 'workspace', id: workspaceId }],
      detail: { version: policySaved.version, reason: policySaved.reason },
    },
  },
];

const allianceHistory = (story: Story, actor: Actor, alliance: Story['cast']['alliances'][number]): Happening[] => {
  const { time } = story;
  const subjects = [{ kind: 'alliance', id: story.alliance(alliance.key) }] as const;
  const days = phaseDays(story, alliance);
  return [
    ...days.map(({ phase, day }, step): Happening => {
      const at = instantOn(day, 10, time.now);
      const from = days[step - 1]?.phase;
      return from === undefined
        ? {
            at,
            actor,
            event: {
              type: 'alliance.registered',
              subjects,
              detail: { name: alliance.name, tier: alliance.tier, phase },
            },
          }
        : { at, actor, event: { type: 'alliance.phaseMoved', subjects, detail: { kind: 'forward', from, to: phase } } };
    }),
    ...(alliance.archetype
      ? [
          {
            at: instantOn(time.month(alliance.archetype.set), 9, time.now),
            actor,
            event: {
              type: 'sponsorship.archetypeChosen',
              subjects,
              detail: { before: null, after: alliance.archetype.profile, reason: alliance.archetype.reason },
            },
          },
        ]
      : []),
  ];
};

/** How each end was chosen by the one who was asked; the others came from elsewhere. */
const choices: { readonly [end: string]: string } = { accepted: 'accept', declined: 'decline' };

const nominationHistory = (story: Story, head: Actor, told: ToldNomination): Happening[] => {
  const { id, alliance, person, reason, term, asked, talked, ended } = told;
  const subjects = [
    { kind: 'alliance', id: story.alliance(alliance.key) },
    { kind: 'person', id: story.person(person) },
    { kind: 'nomination', id },
  ] as const;
  const nominee = actorOf(story, person, 'executiveSponsor');
  const asker = ended || !story.visitor ? head : { ...head, ...story.visitor, personId: null };
  const entries: Happening[] = [
    {
      at: asked,
      actor: asker,
      event: { type: 'sponsorship.nominated', subjects, detail: { reason, termFrom: term.from, termTo: term.to } },
    },
  ];
  if (talked) {
    entries.push({
      at: talked.on,
      actor: nominee,
      event: { type: 'sponsorship.answered', subjects, detail: { choice: 'talkFirst', remark: talked.remark } },
    });
  }
  if (ended) {
    const choice = choices[ended.kind];
    const type = choice === undefined ? `sponsorship.${ended.kind}` : 'sponsorship.answered';
    entries.push({ at: ended.on, actor: nominee, event: { type, subjects, detail: { choice, remark: ended.remark } } });
  }
  return entries;
};

const appointmentHistory = (story: Story, actor: Actor, told: ToldAppointment): Happening[] => {
  const { id, alliance, side, term, from, to, appointed } = told;
  const subjects = [
    { kind: 'alliance', id: story.alliance(alliance.key) },
    { kind: 'person', id: story.person(term.person) },
    { kind: 'appointment', id },
  ] as const;
  const type = side === 'theirs' ? 'sponsorship.counterpartNamed' : 'sponsorship.appointed';
  const entries: Happening[] = [{ at: appointed, actor, event: { type, subjects, detail: { from, to } } }];
  if (term.ended && to) {
    entries.push({
      at: instantOn(to, 9, story.time.now),
      actor,
      event: { type: 'sponsorship.appointmentEnded', subjects, detail: { on: to, reason: term.ended } },
    });
  }
  return entries;
};

import { Text } from '@mantine/core';
import type { AppointmentSummary, NominationSummary } from '#sponsorship/sponsorship-contract.ts';
import { dateInWords } from '#ui/DateText.tsx';
import { TextLink } from '#ui/links.tsx';
import classes from './sponsor-timeline.module.css';
import { sponsorshipWords } from './sponsorship-words.ts';

const { card: words, nominationStates } = sponsorshipWords;

type SponsorTimelineProps = {
  readonly appointments: readonly AppointmentSummary[];
  readonly nominations: readonly NominationSummary[];
};

/** Who sponsored before, and who was asked and did not take it on; newest first. */
export const SponsorTimeline = ({ appointments, nominations }: SponsorTimelineProps) => {
  const past = appointments.filter(({ isInForce, to }) => !isInForce && to !== null);
  const closed = nominations.filter(({ state }) => state === 'declined' || state === 'withdrawn' || state === 'lapsed');
  if (past.length + closed.length === 0) return null;
  const lines = [
    ...past.map((one) => ({ key: one.id, at: one.from, line: <Term appointment={one} /> })),
    ...closed.map((one) => ({ key: one.id, at: one.nominatedAt, line: <Asked nomination={one} /> })),
  ].toSorted((one, other) => (one.at < other.at ? 1 : -1));
  return (
    <>
      <Text fw={600} size="sm" mt="lg" component="h3" mb={4}>
        {words.history}
      </Text>
      <ol className={classes.line}>
        {lines.map(({ key, line }) => (
          <li key={key}>{line}</li>
        ))}
      </ol>
    </>
  );
};

const Term = ({ appointment: { person, side, kind, from, to, ended } }: { appointment: AppointmentSummary }) => (
  <Text size="sm" component="span">
    <TextLink size="sm" to="/people/$personId" params={{ personId: person.id }}>
      {person.name}
    </TextLink>
    {` · ${side === 'ours' ? words.ours : words.theirs}${kind === 'interim' ? ` · ${words.interim}` : ''} · ${words.term(dateInWords(from), dateInWords(to ?? from))}`}
    {ended ? ` · ${ended.reason}` : ''}
  </Text>
);

const Asked = ({ nomination: { person, state, nominatedAt, ended } }: { nomination: NominationSummary }) => (
  <Text size="sm" component="span" c="dimmed">
    {`${words.asked(person.name, dateInWords(nominatedAt))} · ${nominationStates[state]}${ended?.remark ? `: ${ended.remark}` : ''}`}
  </Text>
);

import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type AppointmentSummary, listSponsorshipsOfPerson } from '#sponsorship/sponsorship-contract.ts';
import { reading } from '#ui/asking.ts';
import { dateInWords } from '#ui/DateText.tsx';
import { TextLink } from '#ui/links.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { Section } from '#ui/Section.tsx';
import { OpenNominationCard } from './OpenNominationCard.tsx';
import classes from './sponsor-timeline.module.css';
import { sponsorshipWords } from './sponsorship-words.ts';

const { ofPerson: words, card } = sponsorshipWords;

/** A person's sponsorships over time, and what waits for their answer. */
export const SponsorshipsOfPersonCard = ({ personId }: { personId: string }) => {
  const { data, error } = useQuery(reading(listSponsorshipsOfPerson, { params: { personId } }));
  const waiting = data?.nominations.filter(({ state }) => state === 'open' || state === 'talking') ?? [];
  return (
    <Section title={words.title}>
      <RefusalNotice error={error} />
      {!data && !error && <Skeleton height={60} />}
      {data && data.appointments.length + waiting.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.none}
        </Text>
      )}
      {data && <Terms title={words.now} appointments={data.appointments.filter(({ isInForce }) => isInForce)} />}
      {data && <Terms title={words.earlier} appointments={data.appointments.filter(({ isInForce }) => !isInForce)} />}
      {waiting.map((nomination) => (
        <div key={nomination.id}>
          <TextLink to="/alliances/$allianceId" params={{ allianceId: nomination.alliance.id }}>
            {nomination.alliance.name}
          </TextLink>
          <OpenNominationCard nomination={nomination} />
        </div>
      ))}
    </Section>
  );
};

const Terms = ({ title, appointments }: { title: string; appointments: readonly AppointmentSummary[] }) =>
  appointments.length === 0 ? null : (
    <>
      <Text size="sm" fw={600} component="h3" mt="sm" mb={4}>
        {title}
      </Text>
      <ol className={classes.line}>
        {appointments.map(({ id, alliance, from, to, kind }) => (
          <li key={id}>
            <TextLink size="sm" to="/alliances/$allianceId" params={{ allianceId: alliance.id }}>
              {alliance.name}
            </TextLink>
            <Text size="sm" c="dimmed" component="span">
              {` · ${to ? card.term(dateInWords(from), dateInWords(to)) : card.from(dateInWords(from))}${kind === 'interim' ? ` · ${card.interim}` : ''}`}
            </Text>
          </li>
        ))}
      </ol>
    </>
  );

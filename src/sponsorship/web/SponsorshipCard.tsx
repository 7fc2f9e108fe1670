import { Alert, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '#kernel/endpoint.ts';
import { showAlliance } from '#alliances/alliances-contract.ts';
import { type AppointmentSummary, showSponsorship } from '#sponsorship/sponsorship-contract.ts';
import { reading } from '#ui/asking.ts';
import { dateInWords } from '#ui/DateText.tsx';
import { DialogButton } from '#ui/DialogButton.tsx';
import { Face } from '#ui/Face.tsx';
import { ButtonLink, TextLink } from '#ui/links.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { Section } from '#ui/Section.tsx';
import { EndAppointmentForm } from './EndAppointmentForm.tsx';
import { NameCounterpartForm } from './NameCounterpartForm.tsx';
import { OpenNominationCard } from './OpenNominationCard.tsx';
import { SponsorshipStateBadge } from './SponsorshipStateBadge.tsx';
import { SponsorTimeline } from './SponsorTimeline.tsx';
import { sponsorshipWords } from './sponsorship-words.ts';
import classes from './sponsorship-card.module.css';

const { card: words } = sponsorshipWords;

type Sponsorship = ReplyOf<typeof showSponsorship>;

/** The pair of sponsors of one alliance: who they are, how it stands, and what to do next. */
export const SponsorshipCard = ({ allianceId }: { allianceId: string }) => {
  const { data, error } = useQuery(reading(showSponsorship, { params: { allianceId } }));
  if (!data) {
    return (
      <Section title={words.title} raised>
        <RefusalNotice error={error} />
        {!error && <Skeleton height={140} />}
      </Section>
    );
  }
  return <Pair allianceId={allianceId} sponsorship={data} />;
};

const Pair = ({ allianceId, sponsorship }: { allianceId: string; sponsorship: Sponsorship }) => {
  const { state, why, sponsor, counterpart, successor, openNomination, cases, may } = sponsorship;
  const { data: alliance } = useQuery(reading(showAlliance, { params: { allianceId } }));
  return (
    <Section title={words.title} raised actions={<SponsorshipStateBadge state={state} />}>
      <Text mb="md">{why}</Text>
      <div className={classes.pair}>
        <Half title={words.ours} appointment={sponsor}>
          {may.nominate === true && !openNomination && !successor && (
            <ButtonLink
              size="compact-sm"
              variant={sponsor ? 'default' : 'filled'}
              to="/alliances/$allianceId/selection"
              params={{ allianceId }}
            >
              {sponsor ? words.chooseNext : words.choose}
            </ButtonLink>
          )}
        </Half>
        <Half title={words.theirs} appointment={counterpart}>
          {may.nameCounterpart === true && !counterpart && alliance && (
            <DialogButton label={words.nameCounterpart} size="compact-sm">
              {(close) => (
                <NameCounterpartForm
                  allianceId={allianceId}
                  partnerIds={alliance.partners.map(({ id }) => id)}
                  onDone={close}
                />
              )}
            </DialogButton>
          )}
        </Half>
      </div>
      {typeof may.nominate === 'string' && !sponsor && !openNomination && (
        <Text size="sm" c="dimmed" mt="sm">
          {may.nominate}
        </Text>
      )}
      {successor && (
        <Alert color="petrol" mt="md">
          {words.successor(successor.person.name, dateInWords(successor.from))}
        </Alert>
      )}
      {openNomination && <OpenNominationCard nomination={openNomination} />}
      {cases.length > 0 && (
        <>
          <Text fw={600} size="sm" mt="lg" component="h3" mb={4}>
            {words.cases}
          </Text>
          <ul className={classes.cases}>
            {cases.map(({ id, person, rank, of, decidedAt }) => (
              <li key={id}>
                <TextLink size="sm" to="/cases/$caseId" params={{ caseId: id }}>
                  {words.caseOf(person.name, rank, of)}
                </TextLink>{' '}
                <Text size="sm" c="dimmed" component="span">
                  {dateInWords(decidedAt)}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
      <SponsorTimeline appointments={sponsorship.appointments} nominations={sponsorship.nominations} />
    </Section>
  );
};

type HalfProps = {
  readonly title: string;
  readonly appointment: AppointmentSummary | null;
  readonly children: React.ReactNode;
};

const Half = ({ title, appointment, children }: HalfProps) => (
  <div className={classes.half}>
    <Face name={appointment?.person.name} size={48} />
    <div>
      <Text size="xs" c="dimmed" component="h3" m={0} fw={600}>
        {title}
      </Text>
      {appointment ? (
        <>
          <TextLink to="/people/$personId" params={{ personId: appointment.person.id }} fw={600}>
            {appointment.person.name}
          </TextLink>
          <Text size="sm">
            {[
              appointment.kind === 'interim' ? words.interim : null,
              appointment.person.title,
              appointment.person.organisation,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          <Text size="sm" c="dimmed">
            {appointment.to
              ? words.term(dateInWords(appointment.from), dateInWords(appointment.to))
              : words.from(dateInWords(appointment.from))}
            {appointment.deputy ? ` · ${words.deputy(appointment.deputy.name)}` : ''}
          </Text>
        </>
      ) : (
        <Text c="dimmed">{words.nobody}</Text>
      )}
      <Group gap="xs" mt={6} data-no-print>
        {children}
        {appointment?.may.end === true && (
          <DialogButton
            label={words.end}
            heading={words.endHeading(appointment.person.name)}
            size="compact-sm"
            variant="subtle"
          >
            {(close) => <EndAppointmentForm appointmentId={appointment.id} onDone={close} />}
          </DialogButton>
        )}
      </Group>
    </div>
  </div>
);

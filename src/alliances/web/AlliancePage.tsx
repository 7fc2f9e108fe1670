import { Skeleton, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { addDays } from '#kernel/date-only.ts';
import { dateInWords } from '#ui/DateText.tsx';
import { DialogButton } from '#ui/DialogButton.tsx';
import { ButtonLink, TextLink } from '#ui/links.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { Section } from '#ui/Section.tsx';
import { AllianceFactsList } from './AllianceFactsList.tsx';
import { alliancesWords } from './alliances-words.ts';
import { useAlliance } from './alliances-hooks.ts';
import { ManagerList } from './ManagerList.tsx';
import { MovePhaseForm } from './MovePhaseForm.tsx';
import { PhaseTimeline } from './PhaseTimeline.tsx';

const { page: words, stepper, tiers, partners: partnersInWords } = alliancesWords;

export type AlliancePageProps = {
  /** What later capabilities say about the alliance, such as who sponsors it. */
  readonly sponsorship?: (allianceId: string) => ReactNode;
};

/** One alliance: what it is, where it stands, who manages it. */
export const AlliancePage = ({ sponsorship }: AlliancePageProps) => {
  const { allianceId } = useParams({ from: '/alliances/$allianceId' });
  const { data: alliance, error } = useAlliance(allianceId);
  const above = <TextLink to="/alliances">{words.all}</TextLink>;
  if (!alliance) {
    return (
      <>
        <PageHeader title={error ? words.all : '…'} above={above} />
        <RefusalNotice error={error} />
        {!error && <Skeleton height={320} />}
      </>
    );
  }
  const { name, phase, tier, partners, startsOn, endsOn, may } = alliance;
  return (
    <>
      <PageHeader
        title={name}
        above={above}
        lead={[
          partnersInWords(partners.map((partner) => partner.name)),
          tiers[tier],
          words.until(dateInWords(startsOn), dateInWords(addDays(endsOn, -1))),
        ].join(' · ')}
        actions={
          <>
            {may.movePhase === true && (
              <DialogButton label={stepper.move} heading={stepper.heading}>
                {(close) => <MovePhaseForm alliance={alliance} onDone={close} />}
              </DialogButton>
            )}
            {may.edit === true && (
              <ButtonLink variant="default" to="/alliances/$allianceId/edit" params={{ allianceId }}>
                {words.edit}
              </ButtonLink>
            )}
          </>
        }
      />
      <PhaseTimeline phase={phase} />
      {sponsorship?.(allianceId)}
      <AllianceFactsList alliance={alliance} />
      <Section title={words.managers}>
        <ManagerList alliance={alliance} />
      </Section>
      {typeof may.edit === 'string' && (
        <Text size="sm" c="dimmed">
          {may.edit}
        </Text>
      )}
    </>
  );
};

import { Text } from '@mantine/core';
import type { RankingResult } from '#sponsorship/domain/ranking.ts';
import { DialogButton } from '#ui/DialogButton.tsx';
import { TextLink } from '#ui/links.tsx';
import { Section } from '#ui/Section.tsx';
import { RateStakeForm } from './RateStakeForm.tsx';
import { sponsorshipWords } from './sponsorship-words.ts';

const { findOut: words, facts, rate } = sponsorshipWords;
const most = 5;

type FindOutNextListProps = { readonly result: RankingResult; readonly allianceId: string; readonly mayRate: boolean };

/** The facts not on record that could change who is first, each with the way to enter it. */
export const FindOutNextList = ({ result, allianceId, mayRate }: FindOutNextListProps) => {
  const { findOutNext, ranked } = result;
  const named = (id: string | null): string | null => ranked.find((candidate) => candidate.id === id)?.name ?? null;
  if (findOutNext.length === 0) {
    return (
      <Section title={words.title} raised>
        <Text size="sm">{words.none}</Text>
      </Section>
    );
  }
  return (
    <Section title={words.title} lead={words.lead} raised>
      <ul>
        {findOutNext.slice(0, most).map(({ fact, about, candidateId, criterion, couldWin }) => {
          const of = named(candidateId);
          return (
            <li key={`${fact} ${candidateId}`}>
              <Text size="sm">
                {words.line(facts[fact] ?? fact, of, named(couldWin) ?? '')}{' '}
                {criterion === 'stake' && candidateId && of && mayRate ? (
                  <DialogButton label={words.rate} heading={rate.title(of)} size="compact-xs" variant="subtle">
                    {(close) => <RateStakeForm allianceId={allianceId} personId={candidateId} onDone={close} />}
                  </DialogButton>
                ) : candidateId ? (
                  <TextLink size="sm" to="/people/$personId" params={{ personId: candidateId }}>
                    {words.open}
                  </TextLink>
                ) : (
                  about === 'alliance' && (
                    <TextLink size="sm" to="/alliances/$allianceId" params={{ allianceId }}>
                      {words.open}
                    </TextLink>
                  )
                )}
              </Text>
            </li>
          );
        })}
      </ul>
    </Section>
  );
};

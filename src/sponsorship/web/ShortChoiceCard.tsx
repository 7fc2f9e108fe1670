import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RankedCandidate, RankingResult } from '#sponsorship/domain/ranking.ts';
import { Face } from '#ui/Face.tsx';
import { Section } from '#ui/Section.tsx';
import { sponsorshipWords } from './sponsorship-words.ts';
import classes from './short-choice-card.module.css';

const { short: words } = sponsorshipWords;
const deciding = ['valueToArea', 'longevity', 'stake', 'capacity'] as const;

type ShortChoiceCardProps = {
  readonly result: RankingResult;
  readonly act: (candidate: RankedCandidate) => ReactNode;
};

/** With one or two executives the choice is one short question, not a table (M10). */
export const ShortChoiceCard = ({ result, act }: ShortChoiceCardProps) => (
  <Section title={words.title(result.ranked.length)} lead={words.lead}>
    <div className={classes.pair}>
      {result.ranked.map((candidate) => (
        <div key={candidate.id} className={classes.one}>
          <Group gap="sm">
            <Face name={candidate.name} size={40} />
            <Text fw={600} size="lg">
              {candidate.name}
            </Text>
          </Group>
          <ul className={classes.facts}>
            {candidate.scores
              .filter(({ criterion }) => (deciding as readonly string[]).includes(criterion))
              .flatMap(({ parts }) => parts.slice(0, 1))
              .map(({ name, evidence }) => (
                <li key={name}>{evidence}</li>
              ))}
          </ul>
          {act(candidate)}
        </div>
      ))}
    </div>
  </Section>
);

import { Text } from '@mantine/core';
import { criteria } from '#sponsorship/domain/criterion.ts';
import type { RankedCandidate, RankingResult } from '#sponsorship/domain/ranking.ts';
import { Section } from '#ui/Section.tsx';
import { StackedBar } from '#ui/StackedBar.tsx';
import { criterionName, percent } from './score-in-words.ts';
import { sponsorshipWords } from './sponsorship-words.ts';

const { verdict: words } = sponsorshipWords;

/** How far the first place depends on the weights, in words, and what one would have to believe to prefer another. */
export const VerdictCard = ({ result }: { result: RankingResult }) => {
  const { verdict, flip, ranked } = result;
  const named = (id: string): string => ranked.find((candidate) => candidate.id === id)?.name ?? '';
  const first = ranked[0];
  if (!first) return null;
  const finalists = verdict.finalists.flatMap((id) => ranked.find((candidate) => candidate.id === id) ?? []);
  return (
    <Section title={words.title} raised>
      <Text fw={600}>{sentence(result, first.name)}</Text>
      <Text size="sm" mt={4}>
        {words.share(percent(verdict.firstRank))}{' '}
        {flip
          ? words.flip(criterionName(flip.criterion), percent(flip.from), percent(flip.to), named(flip.rival))
          : words.noFlip}
      </Text>
      {verdict.word !== 'clear' && finalists.map((finalist) => <Belief key={finalist.id} candidate={finalist} />)}
    </Section>
  );
};

const sentence = ({ verdict }: RankingResult, name: string): string => {
  if (verdict.word === 'clear') return words.clear(name);
  if (verdict.word === 'open') return words.open;
  return verdict.criterion ? words.depends(name, criterionName(verdict.criterion)) : words.dependsOpen(name);
};

const Belief = ({ candidate }: { candidate: RankedCandidate }) => {
  const { name, firstRank, centralWeights } = candidate;
  if (!centralWeights) return null;
  return (
    <div>
      <Text size="sm" mt="sm" mb={4}>
        {words.believe(name)} ({percent(firstRank)})
      </Text>
      <StackedBar
        segments={criteria.map((criterion) => ({
          label: criterionName(criterion),
          value: centralWeights[criterion] * 100,
        }))}
        height={10}
      />
    </div>
  );
};

import { Button, Group, Table, Text } from '@mantine/core';
import {
  compareCandidates,
  type Comparison,
  type WhatWouldHaveToChange,
  whyNot,
} from '#sponsorship/domain/compare-candidates.ts';
import type { RankingResult } from '#sponsorship/domain/ranking.ts';
import { Section } from '#ui/Section.tsx';
import { criterionName, percent, points } from './score-in-words.ts';
import { sponsorshipWords } from './sponsorship-words.ts';

const { comparison: words } = sponsorshipWords;

export type ComparisonCardProps = {
  readonly result: RankingResult;
  readonly one: string;
  /** Without one: compared with the first. */
  readonly other: string | undefined;
  readonly onClose: () => void;
};

/** Two candidates side by side with what would turn the result; or the rule that keeps one of them out. */
export const ComparisonCard = ({ result, one, other, onClose }: ComparisonCardProps) => {
  const comparison = other ? compareCandidates(result, one, other) : whyNot(result, one);
  const name = (id: string): string =>
    [...result.ranked, ...result.filtered].find((candidate) => candidate.id === id)?.name ?? '';
  const title =
    comparison.kind === 'compared' ? words.title(name(comparison.ahead), name(comparison.behind)) : words.whyNot;
  return (
    <Section
      title={title}
      raised
      actions={
        <Button variant="subtle" size="compact-sm" aria-label={words.close} onClick={onClose}>
          ×
        </Button>
      }
    >
      <Answer comparison={comparison} name={name} />
    </Section>
  );
};

type Named = { readonly name: (id: string) => string };

const Answer = ({ comparison, name }: Named & { comparison: Comparison }) => {
  if (comparison.kind === 'unknown') return <Text>{words.unknown}</Text>;
  if (comparison.kind === 'filtered') {
    return (
      <>
        <Text fw={600}>{words.filtered(comparison.name)}</Text>
        <ul>
          {comparison.refusals.map(({ rule, message }) => (
            <li key={rule}>{message}</li>
          ))}
        </ul>
      </>
    );
  }
  const { ahead, behind, lead, differences, changes } = comparison;
  return (
    <>
      <Text>{lead < 0.05 ? words.level : words.lead(name(ahead), points(lead), name(behind))}</Text>
      <Table mt="sm" fz="sm" withRowBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.criterion}</Table.Th>
            <Table.Th ta="end">{name(ahead)}</Table.Th>
            <Table.Th ta="end">{name(behind)}</Table.Th>
            <Table.Th ta="end">{words.difference}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differences.map((difference) => (
            <Table.Tr key={difference.criterion}>
              <Table.Td>{criterionName(difference.criterion)}</Table.Td>
              <Table.Td ta="end">{points(difference.one)}</Table.Td>
              <Table.Td ta="end">{points(difference.other)}</Table.Td>
              <Table.Td ta="end">
                {difference.points > 0 ? '+' : ''}
                {points(difference.points)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" fw={600} mt="md">
        {words.changes(name(behind))}
      </Text>
      <Changes changes={changes} />
    </>
  );
};

const Changes = ({ changes }: { changes: readonly WhatWouldHaveToChange[] }) => {
  if (changes.length === 0) return <Text size="sm">{words.nothing}</Text>;
  return (
    <Group component="ul" gap={4} style={{ flexDirection: 'column', alignItems: 'flex-start' }} my={4} pl="lg">
      {changes.slice(0, 5).map((change) => (
        <Text component="li" size="sm" key={`${change.kind} ${change.criterion}`}>
          {change.kind === 'value'
            ? words.value(criterionName(change.criterion), points(change.from), points(change.to))
            : words.weight(criterionName(change.criterion), percent(change.from), percent(change.to))}
        </Text>
      ))}
    </Group>
  );
};

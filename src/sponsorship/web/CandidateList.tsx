import { Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { RankedCandidate, RankingResult } from '#sponsorship/domain/ranking.ts';
import { criteria } from '#sponsorship/domain/criterion.ts';
import { Face } from '#ui/Face.tsx';
import { TextLink } from '#ui/links.tsx';
import { BarLegend, StackedBar } from '#ui/StackedBar.tsx';
import { CandidateCard } from './CandidateCard.tsx';
import classes from './candidate-list.module.css';
import { criterionName, criterionNames, percent, points } from './score-in-words.ts';
import { sponsorshipWords } from './sponsorship-words.ts';

const { selection: words } = sponsorshipWords;
const pageSize = 12;

export type CandidateListProps = {
  readonly result: RankingResult;
  /** Ids of candidates whose score is opened. */
  readonly opened: readonly string[];
  readonly onOpen: (id: string) => void;
  readonly onCompare?: (id: string) => void;
  readonly act?: (candidate: RankedCandidate) => ReactNode;
  /** What can be entered about a candidate whose score is open. */
  readonly enter?: (candidate: RankedCandidate) => ReactNode;
};

/** The candidates in rank order, each a bar of what every criterion adds; a score opens into its parts. */
export const CandidateList = ({ result, opened, onOpen, onCompare, act, enter }: CandidateListProps) => {
  const [shown, setShown] = useState(pageSize);
  const visible = result.ranked.slice(0, shown);
  const left = result.ranked.length - visible.length;
  return (
    <>
      <BarLegend labels={criterionNames} />
      <ol className={classes.list}>
        {visible.map((candidate) => (
          <li key={candidate.id} className={classes.row} data-first={candidate.rank === 1 || undefined}>
            <CandidateRow
              candidate={candidate}
              isOpen={opened.includes(candidate.id)}
              onOpen={() => onOpen(candidate.id)}
              onCompare={candidate.rank > 1 && onCompare ? () => onCompare(candidate.id) : undefined}
              act={act?.(candidate)}
            />
            {opened.includes(candidate.id) && (
              <>
                <CandidateCard candidate={candidate} weights={result.weights} />
                {enter?.(candidate)}
              </>
            )}
          </li>
        ))}
      </ol>
      {left > 0 && (
        <Button variant="default" mt="md" onClick={() => setShown(shown + 50)}>
          {words.showMore(Math.min(50, left))}
        </Button>
      )}
    </>
  );
};

type CandidateRowProps = {
  readonly candidate: RankedCandidate;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onCompare?: () => void;
  readonly act: ReactNode;
};

const CandidateRow = ({ candidate, isOpen, onOpen, onCompare, act }: CandidateRowProps) => {
  const { id, name, rank, score, range, contributions, firstRank, note } = candidate;
  const isRange = range[1] - range[0] > 0.05;
  return (
    <div className={classes.grid}>
      <span className={classes.rank}>
        <span className="visually-hidden">{words.rank} </span>
        {rank}
      </span>
      <span className={classes.who}>
        <Face name={name} size={32} />
        <span>
          <TextLink to="/people/$personId" params={{ personId: id }} fw={600}>
            {name}
          </TextLink>
          {note && (
            <Text size="xs" c="dimmed" component="span" display="block">
              {note}
            </Text>
          )}
        </span>
      </span>
      <span className={classes.bar}>
        <StackedBar
          segments={criteria.map((criterion) => ({ label: criterionName(criterion), value: contributions[criterion] }))}
          range={isRange ? range : undefined}
          digits={1}
          height={18}
        />
        {isRange && (
          <Text size="xs" c="dimmed">
            {words.range(points(range[0]), points(range[1]))}
          </Text>
        )}
      </span>
      <span className={classes.score}>
        <strong>{points(score)}</strong>
        <Text size="xs" c="dimmed" component="span" display="block" title={words.firstShare(percent(firstRank))}>
          {words.first} {percent(firstRank)}
        </Text>
      </span>
      <span className={classes.acts} data-no-print>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={isOpen}
          aria-label={words.whyOf(name)}
          onClick={onOpen}
        >
          {isOpen ? words.hide : words.why}
        </Button>
        {onCompare && (
          <Button size="compact-sm" variant="subtle" aria-label={words.compareWith(name)} onClick={onCompare}>
            {words.compare}
          </Button>
        )}
        {act}
      </span>
    </div>
  );
};

import { Text } from '@mantine/core';
import type { RankedCandidate } from '#sponsorship/domain/ranking.ts';
import type { ByCriterion } from '#sponsorship/domain/criterion.ts';
import classes from './candidate-card.module.css';
import { criterionName, percent, points } from './score-in-words.ts';
import { sponsorshipWords } from './sponsorship-words.ts';

const { parts: words, partNames, criteriaMeaning } = sponsorshipWords;

/** The two halves of clout are shown apart, each on its own scale; other parts speak through their evidence. */
const scaled: readonly string[] = ['authority', 'network'];

/** A score opened: each criterion with its parts, and each part with the facts behind it. */
export const CandidateCard = ({ candidate, weights }: { candidate: RankedCandidate; weights: ByCriterion }) => (
  <dl className={classes.scores}>
    {candidate.scores.map(({ criterion, value, interval, parts }) => (
      <div key={criterion} className={classes.score}>
        <dt>
          <span className={classes.name} title={criteriaMeaning[criterion]}>
            {criterionName(criterion)}
          </span>
          <span className={classes.value}>
            {value === null ? `${points(interval[0])} – ${points(interval[1])}` : points(value)}
          </span>
          <Text size="xs" c="dimmed" component="span" display="block">
            {words.contribution(points(candidate.contributions[criterion]), percent(weights[criterion]))}
          </Text>
        </dt>
        <dd>
          <ul className={classes.parts}>
            {parts.map((part) => (
              <li key={part.name} data-missing={part.value === null || undefined}>
                <strong>
                  {partNames[part.name] ?? part.name}
                  {part.value !== null && scaled.includes(part.name) ? ` ${points(part.value)}` : ''}:
                </strong>{' '}
                {part.evidence}
              </li>
            ))}
          </ul>
        </dd>
      </div>
    ))}
  </dl>
);

import { Text } from '@mantine/core';
import type { DateOnly } from '#kernel/date-only.ts';
import { timeInPost } from '#people/domain/time-in-post.ts';
import type { PositionView } from '#people/position-contract.ts';
import { dateInWords } from '#ui/DateText.tsx';
import { peopleWords } from './people-words.ts';
import classes from './post-timeline.module.css';

const { person: words } = peopleWords;

export type TimeInPostChartProps = { readonly position: PositionView; readonly today: DateOnly };

/** Time in post against typical, as a sentence and a bar with a mark: a fact, never a forecast. */
export const TimeInPostChart = ({ position, today }: TimeInPostChartProps) => {
  const time = timeInPost(position, today);
  if (!time) return <Text size="sm">{words.notBegun(dateInWords(position.from))}</Text>;
  const { years, typicalYears, isRunning } = time;
  const most = Math.max(years, typicalYears, 1) * 1.05;
  const sentence = isRunning ? words.inPost : words.wasInPost;
  return (
    <>
      {isRunning && (
        <div className={classes.measure} aria-hidden="true">
          <span className={classes.typical} style={{ width: `${(100 * typicalYears) / most}%` }} />
          <span className={classes.so} style={{ width: `${(100 * years) / most}%` }} />
        </div>
      )}
      <Text size="sm">
        {sentence(peopleWords.years(years), peopleWords.years(typicalYears), words.typicalOf[position.function])}
      </Text>
    </>
  );
};

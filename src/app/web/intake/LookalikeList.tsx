import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { chooseLookalikes, type LookalikeView, listLookalikes } from '#app/server/intake/intake-contract.ts';
import { reading, useAct } from '#ui/asking.ts';
import { Section } from '#ui/Section.tsx';
import classes from './lookalike-list.module.css';
import { intakeWords } from './intake-words.ts';

const { lookalikes: words } = intakeWords;

/** Pairs of names that look alike: proposed, never merged unless somebody says so. */
export const LookalikeList = ({ importId, undecided }: { importId: string; undecided: number }) => {
  const { data } = useQuery(reading(listLookalikes, { params: { importId } }));
  const choose = useAct(chooseLookalikes);
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={words.title} lead={undecided > 0 ? words.lead(undecided) : words.decided}>
      <ul className={classes.list}>
        {data.items.map((pair) => (
          <li key={pair.pair}>
            <Pair
              pair={pair}
              onChoose={(choice) =>
                choose.mutate({ params: { importId }, body: { choices: [{ pair: pair.pair, choice }] } })
              }
            />
          </li>
        ))}
      </ul>
      {undecided > 0 && (
        <Button
          variant="default"
          mt="md"
          loading={choose.isPending}
          onClick={() => choose.mutate({ params: { importId }, body: { choices: [], others: 'different' } })}
        >
          {words.allDifferent}
        </Button>
      )}
    </Section>
  );
};

type PairProps = { readonly pair: LookalikeView; readonly onChoose: (choice: 'same' | 'different') => void };

const Pair = ({ pair: { name, otherName, row, otherRow, why, choice }, onChoose }: PairProps) => (
  <Group justify="space-between" gap="sm">
    <div>
      <Text fw={600}>{words.pair(name, otherName)}</Text>
      <Text size="sm" c="dimmed">
        {[words.row(row), otherRow === null ? null : words.row(otherRow), why].filter(Boolean).join(' · ')}
      </Text>
    </div>
    <SegmentedControl
      aria-label={words.pair(name, otherName)}
      value={choice ?? ''}
      onChange={(value) => onChoose(value as 'same' | 'different')}
      data={[
        { value: 'same', label: words.same },
        { value: 'different', label: words.different },
      ]}
    />
  </Group>
);

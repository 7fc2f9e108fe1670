import { Button, Group, Slider, Text } from '@mantine/core';
import { type ByCriterion, type Criterion, criteria } from '#sponsorship/domain/criterion.ts';
import { Section } from '#ui/Section.tsx';
import { criterionName, percent } from './score-in-words.ts';
import { sponsorshipWords } from './sponsorship-words.ts';
import classes from './swing-form.module.css';

const { swings: words, criteriaMeaning } = sponsorshipWords;

export type SwingFormProps = {
  readonly swings: ByCriterion;
  readonly weights: ByCriterion;
  readonly isChanged: boolean;
  readonly onChange: (swings: ByCriterion) => void;
  readonly onReset: () => void;
};

/** A slider a criterion. The ranking is done anew in the browser, with the function that the server ranks with. */
export const SwingForm = ({ swings, weights, isChanged, onChange, onReset }: SwingFormProps) => (
  <Section title={words.title} lead={words.lead} raised>
    <div className={classes.sliders}>
      {criteria.map((criterion: Criterion) => (
        <div key={criterion}>
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <Text size="sm" fw={500} id={`swing-${criterion}`} title={criteriaMeaning[criterion]}>
              {criterionName(criterion)}
            </Text>
            <Text size="xs" c="dimmed">
              {words.share(percent(weights[criterion]))}
            </Text>
          </Group>
          <Slider
            min={0}
            max={150}
            value={Math.round(swings[criterion])}
            label={(value) => value}
            thumbLabel={criterionName(criterion)}
            onChange={(value) => onChange({ ...swings, [criterion]: value })}
          />
        </div>
      ))}
    </div>
    <Button variant="default" size="compact-sm" mt="md" disabled={!isChanged} onClick={onReset}>
      {words.reset}
    </Button>
  </Section>
);

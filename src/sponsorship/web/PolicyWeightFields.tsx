import { Fieldset, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { criteria } from '#sponsorship/domain/criterion.ts';
import type { ProfileName } from '#sponsorship/domain/sponsorship-policy.ts';
import type { FormOf } from '#ui/use-send-form.ts';
import type { PolicyValues } from './PolicyForm.tsx';
import classes from './policy-form.module.css';
import { sponsorshipWords } from './sponsorship-words.ts';

const { policy: words, profiles, profilesMeaning, criteria: criterionWords, criteriaMeaning } = sponsorshipWords;
const profileNames = Object.keys(profiles) as ProfileName[];

/** The archetype in force, and the weights and the spell that each archetype brings. */
export const PolicyWeightFields = ({ form }: { form: FormOf<PolicyValues> }) => {
  const { profile } = form.getValues().settings;
  return (
    <>
      <Fieldset legend={words.archetype} className={classes.group}>
        <Radio.Group aria-label={words.archetype} {...form.getInputProps('settings.profile')}>
          <Stack gap="sm">
            {profileNames.map((name) => (
              <Radio key={name} value={name} label={profiles[name]} description={profilesMeaning[name]} />
            ))}
          </Stack>
        </Radio.Group>
      </Fieldset>
      <Fieldset legend={`${words.weights} · ${profiles[profile]}`} className={classes.group}>
        <Text size="sm" c="dimmed" mb="sm">
          {words.weightsLead}
        </Text>
        <div className={classes.fields}>
          {criteria.map((criterion) => (
            <NumberInput
              key={`${profile} ${criterion}`}
              label={criterionWords[criterion]}
              description={criteriaMeaning[criterion]}
              min={0}
              max={100}
              {...form.getInputProps(`settings.profiles.${profile}.swings.${criterion}`)}
            />
          ))}
          <NumberInput
            key={`${profile} kept`}
            label={words.kept}
            min={0}
            max={1}
            step={0.05}
            {...form.getInputProps(`settings.profiles.${profile}.kept`)}
          />
          <NumberInput
            label={words.founder}
            min={0}
            max={10}
            step={0.1}
            {...form.getInputProps('settings.founderLedLongevityFactor')}
          />
        </div>
      </Fieldset>
    </>
  );
};

import { Fieldset, NativeSelect, NumberInput } from '@mantine/core';
import type { SpellKind, Tier } from '#sponsorship/domain/sponsorship-policy.ts';
import type { FormOf } from '#ui/use-send-form.ts';
import type { PolicyValues } from './PolicyForm.tsx';
import classes from './policy-form.module.css';
import { sponsorshipWords } from './sponsorship-words.ts';

const { policy: words, tiers } = sponsorshipWords;
const levels = words.levels.map((label, value) => ({ value: String(value), label })).slice(1);

/** Who may be chosen, and how long people are expected to stay. */
export const PolicyRuleFields = ({ form }: { form: FormOf<PolicyValues> }) => {
  const { settings } = form.getValues();
  return (
    <>
      <Fieldset legend={words.limits} className={classes.group}>
        <div className={classes.fields}>
          {(Object.keys(tiers) as Tier[]).map((tier) => (
            <NativeSelect
              key={tier}
              label={words.level(tiers[tier])}
              data={levels}
              value={String(settings.minimumLevel[tier])}
              onChange={(event) =>
                form.setFieldValue(`settings.minimumLevel.${tier}`, Number(event.currentTarget.value))
              }
            />
          ))}
          <NumberInput label={words.warn} min={1} max={100} {...form.getInputProps('settings.limits.warn')} />
          <NumberInput label={words.stop} min={1} max={100} {...form.getInputProps('settings.limits.stop')} />
          <NativeSelect
            label={words.line}
            data={Object.entries(words.lines).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('settings.lineManagerRule')}
          />
          <NumberInput
            label={words.reference}
            min={1}
            thousandSeparator=" "
            suffix={` ${settings.referenceValue.currency}`}
            {...form.getInputProps('settings.referenceValue.amount')}
          />
        </div>
      </Fieldset>
      <Fieldset legend={words.spells} className={classes.group}>
        <div className={classes.fields}>
          {(Object.keys(words.spellKinds) as SpellKind[]).flatMap((kind) =>
            (['mean', 'shape'] as const).map((part) => (
              <NumberInput
                key={`${kind} ${part}`}
                label={`${words.spellKinds[kind]}: ${words[part].toLowerCase()}`}
                min={0.1}
                max={60}
                step={0.1}
                {...form.getInputProps(`settings.spells.${kind}.${part}`)}
              />
            )),
          )}
          <NativeSelect
            label={words.usual}
            data={Object.entries(words.spellKinds).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('settings.usualSpell')}
          />
          <NumberInput
            label={words.exitRate}
            min={0}
            max={1}
            step={0.01}
            {...form.getInputProps('settings.exitRate')}
          />
        </div>
      </Fieldset>
    </>
  );
};

import { Button, CloseButton, Input } from '@mantine/core';
import { PickField } from '#ui/PickField.tsx';
import type { FormOf } from '#ui/use-send-form.ts';
import classes from './alliance-form.module.css';
import type { AllianceFormValues } from './alliance-form-values.ts';
import { alliancesWords } from './alliances-words.ts';
import { pickPartner } from './pick-party.ts';

const { form: words } = alliancesWords;

/** One partner or several; a refusal concerns them together. */
export const PartnersForm = ({ form }: { readonly form: FormOf<AllianceFormValues> }) => {
  const { partnerIds } = form.values;
  const { error } = form.getInputProps('partnerIds');
  return (
    <fieldset className={`${classes.wide} ${classes.set}`}>
      <legend>{words.partners}</legend>
      {partnerIds.map((pick, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own until something is picked
        <div key={`${pick?.id ?? 'empty'}-${place}`} className={classes.line}>
          <PickField
            label={words.partner(place + 1)}
            lookUp={pickPartner}
            {...form.getInputProps(`partnerIds.${place}`)}
            error={place === 0 ? Boolean(error) : undefined}
          />
          {partnerIds.length > 1 && (
            <CloseButton
              aria-label={words.removePartner(place + 1)}
              onClick={() => form.removeListItem('partnerIds', place)}
            />
          )}
        </div>
      ))}
      {error && <Input.Error role="alert">{error}</Input.Error>}
      <div>
        <Button variant="default" size="xs" onClick={() => form.insertListItem('partnerIds', null)}>
          {words.addPartner}
        </Button>
      </div>
    </fieldset>
  );
};

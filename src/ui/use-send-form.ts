import type { useForm } from '@mantine/form';
import { type FormEvent, useState } from 'react';
import type { Refusal } from '#kernel/decision.ts';
import type { Endpoint } from '#kernel/endpoint.ts';
import type { Asked } from './ask.ts';
import { type ActOptions, useAct } from './asking.ts';
import { fieldErrors } from './field-errors.ts';

/** What useForm gives; its package names this type only where an older way of finding modules is used. */
export type FormOf<Values extends Record<string, unknown>> = ReturnType<typeof useForm<Values>>;

export type SendFormOptions<E extends Endpoint, Values> = Omit<ActOptions<E>, 'showsRefusals'> & {
  /** The request that the form's values make. */
  readonly asked: (values: Values) => Asked<E>;
};

/**
 * Sends a Mantine form: what the server refuses comes back beside its field, the rest in `refusals` for a RefusalNotice above
 * the form; what was entered stays, and the keyboard goes to the first field at fault.
 */
export const useSendForm = <const E extends Endpoint, Values extends Record<string, unknown>>(
  form: FormOf<Values>,
  endpoint: E,
  { asked, ...options }: SendFormOptions<E, Values>,
) => {
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const act = useAct(endpoint, { ...options, showsRefusals: true });
  const focus = (errors: Record<string, unknown>) => {
    const first = Object.keys(errors)[0];
    if (first) form.getInputNode(first)?.focus();
  };
  const send = (values: Values) => {
    setRefusals([]);
    act.mutate(asked(values), {
      onError: (error) => {
        const { fields, rest } = fieldErrors(form.getValues(), error);
        form.setErrors(fields);
        setRefusals(rest);
        focus(fields);
      },
    });
  };
  return {
    onSubmit: (event: FormEvent<HTMLFormElement>) => form.onSubmit(send, focus)(event),
    isSending: act.isPending,
    refusals,
  };
};

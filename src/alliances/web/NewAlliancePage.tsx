import { Skeleton } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { registerAlliance } from '#alliances/alliances-contract.ts';
import { ButtonLink } from '#ui/links.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { AllianceForm } from './AllianceForm.tsx';
import { type AllianceFormValues, bodyOf, newAllianceValues } from './alliance-form-values.ts';
import { useWorkspaceCurrency } from './alliances-hooks.ts';
import { alliancesWords } from './alliances-words.ts';

const { form: words } = alliancesWords;

export const NewAlliancePage = () => {
  const currency = useWorkspaceCurrency();
  return (
    <>
      <PageHeader title={words.newTitle} lead={words.newLead} />
      {currency === undefined ? <Skeleton height={480} /> : <NewAllianceForm currency={currency} />}
    </>
  );
};

const NewAllianceForm = ({ currency }: { readonly currency: string }) => {
  const navigate = useNavigate();
  const form = useForm<AllianceFormValues>({
    mode: 'controlled',
    initialValues: newAllianceValues(currency),
  });
  const sending = useSendForm(form, registerAlliance, {
    asked: (values) => ({ body: { ...bodyOf(values), phase: values.phase } }),
    done: () => words.registered(form.getValues().name),
    onDone: ({ id }) => navigate({ to: '/alliances/$allianceId', params: { allianceId: id } }),
  });
  const cancel = (
    <ButtonLink variant="default" to="/alliances">
      {words.cancel}
    </ButtonLink>
  );
  return <AllianceForm form={form} sending={sending} isNew submit={words.register} cancel={cancel} />;
};

import { Skeleton } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type AllianceView, editAlliance } from '#alliances/alliances-contract.ts';
import { ButtonLink, TextLink } from '#ui/links.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { AllianceForm } from './AllianceForm.tsx';
import { type AllianceFormValues, bodyOf, valuesOfAlliance } from './alliance-form-values.ts';
import { useAlliance } from './alliances-hooks.ts';
import { alliancesWords } from './alliances-words.ts';

const { form: words, page } = alliancesWords;

export const EditAlliancePage = () => {
  const { allianceId } = useParams({ from: '/alliances/$allianceId/edit' });
  const { data: alliance, error } = useAlliance(allianceId);
  if (!alliance) {
    return (
      <>
        <PageHeader title={error ? page.all : '…'} above={<TextLink to="/alliances">{page.all}</TextLink>} />
        <RefusalNotice error={error} />
        {!error && <Skeleton height={480} />}
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={words.editTitle(alliance.name)}
        above={
          <TextLink to="/alliances/$allianceId" params={{ allianceId }}>
            {alliance.name}
          </TextLink>
        }
      />
      <EditAllianceForm alliance={alliance} />
    </>
  );
};

const EditAllianceForm = ({ alliance }: { readonly alliance: AllianceView }) => {
  const navigate = useNavigate();
  const params = { allianceId: alliance.id };
  const form = useForm<AllianceFormValues>({
    mode: 'controlled',
    initialValues: valuesOfAlliance(alliance),
  });
  const sending = useSendForm(form, editAlliance, {
    asked: (values) => ({ params, body: bodyOf(values) }),
    done: () => words.saved(form.getValues().name),
    onDone: () => navigate({ to: '/alliances/$allianceId', params }),
  });
  const cancel = (
    <ButtonLink variant="default" to="/alliances/$allianceId" params={params}>
      {words.cancel}
    </ButtonLink>
  );
  return <AllianceForm form={form} sending={sending} isNew={false} submit={words.save} cancel={cancel} />;
};

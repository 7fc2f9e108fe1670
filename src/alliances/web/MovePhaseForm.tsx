import { NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type AllianceView, moveAlliancePhase } from '#alliances/alliances-contract.ts';
import { type Phase, phases, phasesFrom } from '#alliances/domain/alliance-phase.ts';
import { FormFoot } from '#ui/FormFoot.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { alliancesWords } from './alliances-words.ts';

const { move: words, phases: names } = alliancesWords;

export type MovePhaseFormProps = { readonly alliance: AllianceView; readonly onDone: () => void };

export const MovePhaseForm = ({ alliance, onDone }: MovePhaseFormProps) => {
  const here = phases.indexOf(alliance.phase);
  const isOnward = (phase: Phase): boolean => phases.indexOf(phase) > here;
  const choices = [...phasesFrom(alliance.phase)].sort((one, other) => Number(isOnward(other)) - Number(isOnward(one)));
  const form = useForm({ mode: 'controlled', initialValues: { phase: choices[0] ?? alliance.phase, reason: '' } });
  const { onSubmit, isSending, refusals } = useSendForm(form, moveAlliancePhase, {
    asked: (body) => ({ params: { allianceId: alliance.id }, body }),
    done: words.done,
    onDone,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <NativeSelect
          label={words.to}
          data={choices.map((phase) => ({
            value: phase,
            label: isOnward(phase) ? words.onward(names[phase]) : words.back(names[phase]),
          }))}
          {...form.getInputProps('phase')}
        />
        {form.values.phase === 'selection' && isOnward('selection') && <Text size="sm">{words.sponsorFirst}</Text>}
        <Textarea
          label={words.reason}
          description={words.reasonHint}
          autosize
          minRows={2}
          {...form.getInputProps('reason')}
        />
        <FormFoot label={words.send} isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

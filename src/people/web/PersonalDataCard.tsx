import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { erasePerson, exportPerson, type PersonView } from '#people/people-contract.ts';
import { useAct } from '#ui/asking.ts';
import { DialogButton } from '#ui/DialogButton.tsx';
import { FormFoot } from '#ui/FormFoot.tsx';
import { Section } from '#ui/Section.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { peopleWords } from './people-words.ts';

const { person: words } = peopleWords;

/** Taking out, and erasing, all that is kept about one person. */
export const PersonalDataCard = ({ person }: { readonly person: PersonView }) => {
  const takeOut = useAct(exportPerson, {
    done: words.exported,
    onDone: (content) => saveAsFile(words.exportFile(person.name), content),
  });
  const { may } = person;
  return (
    <Section title={words.dataTitle} lead={words.dataLead}>
      <Group gap="sm">
        <Button
          variant="default"
          disabled={may.export !== true}
          loading={takeOut.isPending}
          onClick={() => takeOut.mutate({ params: { personId: person.id } })}
        >
          {words.export}
        </Button>
        {may.erase === true && (
          <DialogButton label={words.erase} color="red" variant="outline">
            {(close) => <ErasePersonForm personId={person.id} onDone={close} />}
          </DialogButton>
        )}
      </Group>
      {[may.export, person.erased ? true : may.erase].map(
        (reason) =>
          typeof reason === 'string' && (
            <Text key={reason} size="sm" c="dimmed" mt="xs">
              {reason}
            </Text>
          ),
      )}
    </Section>
  );
};

/** The reply as a file on the reader's own machine. */
const saveAsFile = (name: string, content: unknown): void => {
  const address = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

const ErasePersonForm = ({ personId, onDone }: { readonly personId: string; readonly onDone: () => void }) => {
  const form = useForm({ mode: 'controlled', initialValues: { reason: '' } });
  const { onSubmit, isSending, refusals } = useSendForm(form, erasePerson, {
    asked: (values) => ({ params: { personId }, body: values }),
    done: ({ ledgerDetailsErased, mailsDeleted }) => words.erasedDone(ledgerDetailsErased, mailsDeleted),
    onDone,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Text>{words.eraseConsequence}</Text>
        <Textarea
          label={words.eraseReason}
          description={words.eraseReasonHint}
          autosize
          minRows={2}
          required
          {...form.getInputProps('reason')}
        />
        <FormFoot label={words.erase} color="red" isSending={isSending} refusals={refusals} />
      </Stack>
    </form>
  );
};

import { Alert, Group, Text } from '@mantine/core';
import type { NominationSummary } from '#sponsorship/sponsorship-contract.ts';
import { dateInWords } from '#ui/DateText.tsx';
import { DialogButton } from '#ui/DialogButton.tsx';
import { AnswerNominationForm } from './AnswerNominationForm.tsx';
import { sponsorshipWords } from './sponsorship-words.ts';
import { WithdrawNominationForm } from './WithdrawNominationForm.tsx';

const { card: words, nominationStates } = sponsorshipWords;

/** Somebody was asked and has not decided yet. */
export const OpenNominationCard = ({ nomination }: { nomination: NominationSummary }) => {
  const { id, person, state, nominatedAt, expiresAt, remindedAt, talks, reason, may } = nomination;
  return (
    <Alert
      color="petrol"
      mt="md"
      title={`${words.asked(person.name, dateInWords(nominatedAt))} · ${nominationStates[state]}`}
    >
      <Text size="sm">{reason}</Text>
      {talks.map(({ askedAt, remark }) => (
        <Text size="sm" key={askedAt} mt={4}>
          {dateInWords(askedAt)}: {remark || nominationStates.talking}
        </Text>
      ))}
      <Text size="sm" c="dimmed" mt={4}>
        {words.answerBy(dateInWords(expiresAt))} {remindedAt ? words.reminded(dateInWords(remindedAt)) : ''}
      </Text>
      <Group gap="xs" mt="xs" data-no-print>
        {may.answer === true && (
          <DialogButton label={words.answerIt} size="compact-sm" variant="filled">
            {(close) => <AnswerNominationForm nominationId={id} onDone={close} />}
          </DialogButton>
        )}
        {may.withdraw === true && (
          <DialogButton label={words.withdraw} heading={words.withdrawHeading(person.name)} size="compact-sm">
            {(close) => <WithdrawNominationForm nominationId={id} onDone={close} />}
          </DialogButton>
        )}
      </Group>
    </Alert>
  );
};

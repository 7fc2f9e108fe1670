import { Button, Group, SegmentedControl, Skeleton, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import {
  type AnswerChoice,
  answerByLink,
  type NominationQuestion,
  showAnswerPage,
} from '#sponsorship/sponsorship-contract.ts';
import { reading } from '#ui/asking.ts';
import { dateInWords } from '#ui/DateText.tsx';
import { LonePage } from '#ui/LonePage.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { useSendForm } from '#ui/use-send-form.ts';
import { sponsorshipWords } from './sponsorship-words.ts';

const { answer: words } = sponsorshipWords;
const choices: readonly AnswerChoice[] = ['accept', 'talkFirst', 'decline'];

/** What the link in the mail opens: the question, and one button that answers. Opening it changes nothing. */
export const AnswerPage = () => {
  const { token } = useParams({ from: '/answer/$token' });
  const { data, error } = useQuery(reading(showAnswerPage, { params: { token } }));
  if (error) {
    return (
      <LonePage title={words.choose}>
        <RefusalNotice error={error} />
      </LonePage>
    );
  }
  if (!data) {
    return (
      <LonePage title={words.choose}>
        <Skeleton height={320} />
      </LonePage>
    );
  }
  return (
    <LonePage title={words.title(data.personName)} lead={words.asks(data.askedBy, data.company)} wide>
      <Question question={data} />
      {data.mayAnswer ? (
        <AnswerForm token={token} until={data.expiresAt} />
      ) : (
        <Text fw={600} mt="lg" role="status">
          {data.standing}
        </Text>
      )}
    </LonePage>
  );
};

const Question = ({ question }: { question: NominationQuestion }) => (
  <Stack gap="lg">
    <div>
      <Text fw={600} size="lg" component="h2" m={0}>
        {question.allianceName}
      </Text>
      <Text size="sm" c="dimmed">
        {[
          question.partners.length > 0 ? words.with(question.partners.join(', ')) : null,
          words.term(dateInWords(question.term.from), dateInWords(question.term.to)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {question.purpose && <Text mt="xs">{question.purpose}</Text>}
    </div>
    <Lines title={words.objectives} lines={question.objectives} />
    <div>
      <Text fw={600} component="h2" m={0} size="md">
        {words.inTheirWords(question.askedBy)}
      </Text>
      <Text
        component="blockquote"
        m={0}
        mt={4}
        pl="md"
        style={{ borderInlineStart: '3px solid var(--ui-line-strong)' }}
      >
        {question.reason}
      </Text>
    </div>
    <Lines title={words.why} lines={question.evidence} />
    <Lines
      title={words.asked}
      lines={[...question.asked, ...(question.deputyName ? [words.deputy(question.deputyName)] : [])]}
    />
  </Stack>
);

const Lines = ({ title, lines }: { title: string; lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <div>
      <Text fw={600} component="h2" m={0} size="md">
        {title}
      </Text>
      <ul style={{ margin: '0.25rem 0 0', paddingInlineStart: '1.2rem' }}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );

const AnswerForm = ({ token, until }: { token: string; until: string }) => {
  const { choice } = useSearch({ from: '/answer/$token' });
  const form = useForm({
    mode: 'controlled',
    initialValues: { choice: choice ?? 'accept', remark: '' },
  });
  const { onSubmit, isSending, refusals } = useSendForm(form, answerByLink, {
    asked: (body) => ({ params: { token }, body }),
    done: ({ standing }) => standing,
  });
  const chosen = form.getValues().choice;
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack mt="xl">
        <Text fw={600} component="h2" m={0} size="md" id="your-answer">
          {words.choose}
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby="your-answer"
          data={choices.map((value) => ({ value, label: words[value] }))}
          {...form.getInputProps('choice')}
        />
        <Text size="sm">{words.chosen[chosen]}</Text>
        <Textarea
          label={words.remark}
          description={words.remarkHint}
          autosize
          minRows={2}
          {...form.getInputProps('remark')}
        />
        <RefusalNotice refusals={refusals} />
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {words.until(dateInWords(until))}
          </Text>
          <Button type="submit" loading={isSending} size="md">
            {words.confirm[chosen]}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

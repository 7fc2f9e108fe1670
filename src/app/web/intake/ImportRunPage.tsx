import { Alert, Button, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import {
  applyImport,
  checkImport,
  discardImport,
  downloadRefused,
  getImport,
  type ImportPageReply,
  undoImport,
} from '#app/server/intake/intake-contract.ts';
import { addressOf, ask } from '#ui/ask.ts';
import { reading, useAct } from '#ui/asking.ts';
import { ConfirmButton } from '#ui/ConfirmButton.tsx';
import { dateInWords } from '#ui/DateText.tsx';
import { DownloadMenu } from '#ui/DownloadMenu.tsx';
import { ButtonLink, TextLink } from '#ui/links.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { ProgressNote } from '#ui/ProgressNote.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { Section } from '#ui/Section.tsx';
import { ChangeList } from './ChangeList.tsx';
import { countsInWords } from './counts-in-words.ts';
import { ImportStateBadge } from './ImportStateBadge.tsx';
import { intakeWords } from './intake-words.ts';
import { LookalikeList } from './LookalikeList.tsx';
import { RefusedRowList } from './RefusedRowList.tsx';
import { SheetMappingForm } from './SheetMappingForm.tsx';

const { page: words } = intakeWords;
const pauseInMilliseconds = 700;

/** One import on its way: what the columns mean, what would happen, bringing it in, taking it back. */
export const ImportRunPage = () => {
  const { importId } = useParams({ from: '/import/$importId' });
  const { data, error } = useQuery({
    ...reading(getImport, { params: { importId } }),
    refetchInterval: ({ state }) => (state.data?.state === 'working' ? pauseInMilliseconds : false),
  });
  const above = <TextLink to="/import">{words.all}</TextLink>;
  if (!data) {
    return (
      <>
        <PageHeader title={intakeWords.title} above={above} />
        <RefusalNotice error={error} />
        {!error && <Skeleton height={320} />}
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={data.fileName}
        above={above}
        beside={<ImportStateBadge state={data.state} />}
        lead={`${words.readBy(data.uploadedBy, dateInWords(data.uploadedAt))}. ${data.reading}`}
      />
      <RunNote data={data} />
      {data.state === 'working' ? null : <Steps data={data} />}
    </>
  );
};

const labels = { check: words.checking, apply: words.applying, undo: words.undoing };

const RunNote = ({ data: { state, run } }: { data: ImportPageReply }) => {
  if (!run) return null;
  if (state === 'working') {
    return (
      <ProgressNote
        label={labels[run.act]}
        done={run.done}
        total={run.total}
        {...(run.isStalled ? { note: words.stalled } : {})}
      />
    );
  }
  if (run.outcome === 'refused' || run.outcome === 'failed') {
    return (
      <Alert color="brick" mb="md">
        {run.message}
      </Alert>
    );
  }
  return null;
};

const Steps = ({ data }: { data: ImportPageReply }) => {
  const { id, state, sheets, may } = data;
  const isOpen = state === 'staged' || state === 'checked';
  return (
    <>
      {state === 'applied' && <Done data={data} />}
      {state === 'undone' && <Text mb="md">{words.undone}</Text>}
      {isOpen && (
        <Section title={words.columns} lead={words.columnsLead}>
          {sheets.map((sheet) => (
            <SheetMappingForm
              key={`${sheet.number} ${sheet.kind}`}
              importId={id}
              sheet={sheet}
              mayMap={may.map === true}
            />
          ))}
          <CheckButton data={data} />
        </Section>
      )}
      {(state === 'checked' || state === 'applied') && <Outcome data={data} />}
      {isOpen && may.discard === true && <Discard importId={id} />}
    </>
  );
};

const CheckButton = ({ data: { id, state, may } }: { data: ImportPageReply }) => {
  const check = useAct(checkImport);
  return (
    <Group mt="md">
      <Button
        loading={check.isPending}
        disabled={may.check !== true}
        variant={state === 'checked' ? 'default' : 'filled'}
        onClick={() => check.mutate({ params: { importId: id } })}
      >
        {state === 'checked' ? words.checkAgain : words.checkIt}
      </Button>
      {typeof may.check === 'string' && (
        <Text size="sm" c="dimmed">
          {may.check}
        </Text>
      )}
    </Group>
  );
};

const Outcome = ({ data }: { data: ImportPageReply }) => {
  const { id, state, counts, sheets, undecided, may } = data;
  const apply = useAct(applyImport);
  const refused = counts?.refused ?? 0;
  const ready = { new: counts?.new ?? 0, changed: counts?.changed ?? 0, unchanged: 0, refused: 0 };
  const isChecked = state === 'checked';
  return (
    <>
      <Section title={isChecked ? words.check : words.done} lead={isChecked ? words.checkLead : undefined}>
        <Text fw={600} size="lg" role="status">
          {counts ? countsInWords(counts) : ''}
        </Text>
        <ul>
          {sheets.flatMap(({ number, name, notices }) =>
            notices.map(({ sentence, count }) => (
              <li key={`${number} ${sentence}`}>
                <Text size="sm">{`${sheets.length > 1 ? `${name}: ` : ''}${sentence}${count > 1 ? ` (${count})` : ''}`}</Text>
              </li>
            )),
          )}
        </ul>
        <ChangeList importId={id} changes={data.changes} />
      </Section>
      {refused > 0 && (
        <Section
          title={intakeWords.refusals.title}
          lead={intakeWords.refusals.lead}
          actions={
            <DownloadMenu
              hrefOf={(format) => addressOf(downloadRefused, { params: { importId: id }, query: { format } })}
            />
          }
        >
          <RefusedRowList importId={id} />
        </Section>
      )}
      {isChecked && <LookalikeList importId={id} undecided={undecided} />}
      {isChecked && (
        <Section title={words.bring}>
          {ready.new + ready.changed === 0 ? (
            <Text>{words.nothing}</Text>
          ) : (
            <Button
              loading={apply.isPending}
              disabled={may.apply !== true}
              onClick={() => apply.mutate({ params: { importId: id } })}
            >
              {words.apply(countsInWords(ready))}
            </Button>
          )}
          {typeof may.apply === 'string' && (
            <Text size="sm" c="dimmed" mt="xs">
              {may.apply}
            </Text>
          )}
        </Section>
      )}
    </>
  );
};

const Done = ({ data: { id, may } }: { data: ImportPageReply }) => (
  <Group mb="lg">
    <ButtonLink to="/alliances">{words.seeAlliances}</ButtonLink>
    <ButtonLink variant="default" to="/people">
      {words.seePeople}
    </ButtonLink>
    {may.undo === true ? (
      <ConfirmButton
        variant="subtle"
        label={words.undo}
        consequence={words.undoWhat}
        confirm={words.undo}
        onConfirm={() => ask(undoImport, { params: { importId: id } }).then(() => window.location.reload())}
      />
    ) : (
      <Text size="sm" c="dimmed">
        {may.undo}
      </Text>
    )}
  </Group>
);

const Discard = ({ importId }: { importId: string }) => {
  const navigate = useNavigate();
  const discard = useAct(discardImport, { onDone: () => navigate({ to: '/import' }), showsRefusals: true });
  return (
    <ConfirmButton
      variant="subtle"
      label={words.discard}
      consequence={words.discardWhat}
      confirm={words.discard}
      onConfirm={() => discard.mutateAsync({ params: { importId } })}
    />
  );
};

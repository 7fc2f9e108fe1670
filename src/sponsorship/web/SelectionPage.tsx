import { Alert, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ReplyOf } from '#kernel/endpoint.ts';
import { type ByCriterion, byCriterion, criteria } from '#sponsorship/domain/criterion.ts';
import { preparedFrom, type RankedCandidate, rerank } from '#sponsorship/domain/ranking.ts';
import { listCandidates } from '#sponsorship/sponsorship-candidates-contract.ts';
import { reading } from '#ui/asking.ts';
import { DialogButton } from '#ui/DialogButton.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { ButtonLink, TextLink } from '#ui/links.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { PickField } from '#ui/PickField.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { Section } from '#ui/Section.tsx';
import { CandidateList } from './CandidateList.tsx';
import { ChooseArchetypeForm } from './ChooseArchetypeForm.tsx';
import { ComparisonCard } from './ComparisonCard.tsx';
import { FilteredList } from './FilteredList.tsx';
import { FindOutNextList } from './FindOutNextList.tsx';
import { NominateForm } from './NominateForm.tsx';
import { pickExecutive } from './pick-executive.ts';
import { RateStakeForm } from './RateStakeForm.tsx';
import { ShortChoiceCard } from './ShortChoiceCard.tsx';
import { SwingForm } from './SwingForm.tsx';
import classes from './selection-page.module.css';
import { sponsorshipWords } from './sponsorship-words.ts';
import { VetoForm } from './VetoForm.tsx';
import { VerdictCard } from './VerdictCard.tsx';

const { selection: words, comparison, nominate, profiles, override, rate, veto } = sponsorshipWords;

type Candidates = ReplyOf<typeof listCandidates>;

/** Swings as they stand in the address: 100.90.80.60.50.40, in the order of the criteria. */
const swingsIn = (text: string | undefined): ByCriterion | null => {
  const numbers = text?.split('.').map(Number) ?? [];
  if (numbers.length !== criteria.length || numbers.some((number) => !(number >= 0))) return null;
  return byCriterion((criterion) => numbers[criteria.indexOf(criterion)] ?? 0);
};

/** Choosing the sponsor of one alliance: the ranking with its reasons, and the question to the one chosen. */
export const SelectionPage = () => {
  const { allianceId } = useParams({ from: '/alliances/$allianceId/selection' });
  const { also } = useSearch({ from: '/alliances/$allianceId/selection' });
  const { data, error } = useQuery(reading(listCandidates, { params: { allianceId }, query: { also } }));
  return (
    <>
      <PageHeader
        title={words.title}
        lead={data ? words.lead(data.alliance.name) : undefined}
        above={
          <TextLink to="/alliances/$allianceId" params={{ allianceId }}>
            {words.back}
          </TextLink>
        }
      />
      <RefusalNotice error={error} />
      {!data && !error && <Skeleton height={420} aria-label={words.loading} />}
      {data && <Selection key={data.policy.version} data={data} />}
    </>
  );
};

const Selection = ({ data }: { data: Candidates }) => {
  const { openNomination, leftOut, mode } = data;
  if (mode === 'none' && data.ranking.filtered.length === 0) {
    return <EmptyState sentence={words.empty} action={<ButtonLink to="/import">{words.emptyAct}</ButtonLink>} />;
  }
  return (
    <>
      {openNomination && (
        <Alert color="amber" mb="md">
          {words.alreadyOpen(openNomination.personName)}
        </Alert>
      )}
      {mode === 'short' ? <ShortSelection data={data} /> : <FullSelection data={data} />}
      <FilteredList filtered={data.ranking.filtered} />
      {leftOut > 0 && (
        <Text size="sm" c="dimmed">
          {words.leftOut(leftOut)}
        </Text>
      )}
    </>
  );
};

/** The way to ask somebody, where that is possible now. */
const useAskButton = (
  { alliance, may, openNomination, proposedTerm }: Candidates,
  first: RankedCandidate | undefined,
) => {
  const navigate = useNavigate();
  const toAlliance = () => navigate({ to: '/alliances/$allianceId', params: { allianceId: alliance.id } });
  if (may.nominate !== true || openNomination) return () => null;
  return (candidate: RankedCandidate) => (
    <DialogButton
      label={words.ask}
      heading={nominate.title(candidate.name)}
      aria-label={words.askName(candidate.name)}
      size="compact-sm"
      variant={candidate.rank === 1 ? 'filled' : 'default'}
    >
      {(close) => (
        <NominateForm
          allianceId={alliance.id}
          personId={candidate.id}
          firstName={candidate.rank > 1 && first ? first.name : null}
          term={proposedTerm}
          onDone={() => {
            close();
            void toAlliance();
          }}
        />
      )}
    </DialogButton>
  );
};

const ShortSelection = ({ data }: { data: Candidates }) => {
  const act = useAskButton(data, data.ranking.ranked[0]);
  return <ShortChoiceCard result={data.ranking} act={act} />;
};

const FullSelection = ({ data }: { data: Candidates }) => {
  const { alliance, may, ranking } = data;
  const search = useSearch({ from: '/alliances/$allianceId/selection' });
  const navigate = useNavigate({ from: '/alliances/$allianceId/selection' });
  const prepared = useMemo(() => preparedFrom(ranking), [ranking]);
  const chosen = swingsIn(search.swings);
  const swings = chosen ?? ranking.swings;
  const result = useMemo(() => rerank(prepared, swings), [prepared, swings]);
  const act = useAskButton(data, result.ranked[0]);
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false });
  const opened = search.open?.split('.') ?? [];
  const toggle = (id: string) => {
    const next = opened.includes(id) ? opened.filter((one) => one !== id) : [...opened, id];
    set({ open: next.length > 0 ? next.join('.') : undefined });
  };
  return (
    <>
      <Basis data={data} />
      <div className={classes.top}>
        <VerdictCard result={result} />
        <SwingForm
          swings={swings}
          weights={result.weights}
          isChanged={chosen !== null}
          onChange={(next) => set({ swings: criteria.map((criterion) => Math.round(next[criterion])).join('.') })}
          onReset={() => set({ swings: undefined })}
        />
      </div>
      {search.compare && (
        <ComparisonCard
          result={result}
          one={search.compare}
          other={undefined}
          onClose={() => set({ compare: undefined, also: undefined })}
        />
      )}
      <Section title={words.candidates} lead={words.count(result.ranked.length)}>
        <CandidateList
          result={result}
          opened={opened}
          onOpen={toggle}
          onCompare={(id) => set({ compare: id })}
          act={act}
          enter={({ id, name }) =>
            may.rate === true && <EnterFacts allianceId={alliance.id} personId={id} name={name} />
          }
        />
      </Section>
      {typeof may.nominate === 'string' && (
        <Text size="sm" c="dimmed">
          {may.nominate}
        </Text>
      )}
      <FindOutNextList result={result} allianceId={alliance.id} mayRate={may.rate === true} />
      <Section title={comparison.whyNot} lead={comparison.whyNotHint} raised>
        <PickField
          label={comparison.choose}
          lookUp={pickExecutive}
          onChange={(pick) => pick && set({ compare: pick.id, also: pick.id })}
        />
      </Section>
    </>
  );
};

type EnterFactsProps = { readonly allianceId: string; readonly personId: string; readonly name: string };

/** What only people know: the stake of a candidate, and an objection of the partner. */
const EnterFacts = ({ allianceId, personId, name }: EnterFactsProps) => (
  <Group gap="xs" mt="xs" data-no-print>
    <DialogButton label={rate.act} heading={rate.title(name)} size="compact-sm">
      {(close) => <RateStakeForm allianceId={allianceId} personId={personId} onDone={close} />}
    </DialogButton>
    <DialogButton label={veto.act} heading={veto.title(name)} size="compact-sm">
      {(close) => <VetoForm allianceId={allianceId} personId={personId} onDone={close} />}
    </DialogButton>
  </Group>
);

/** Under which policy this was weighed, and the exception for this alliance. */
const Basis = ({ data }: { data: Candidates }) => {
  const { alliance, policy, override: exception, may } = data;
  return (
    <Text size="sm" c="dimmed" mb="sm" component="div">
      {exception
        ? words.overrideOf(profiles[exception.archetype], exception.setBy, exception.reason)
        : words.basis(profiles[policy.settings.profile], policy.version)}{' '}
      <TextLink size="sm" to="/policy" data-no-print>
        {words.policy}
      </TextLink>{' '}
      {may.override === true && (
        <DialogButton label={words.override} heading={override.title} size="compact-xs" variant="subtle">
          {(close) => (
            <ChooseArchetypeForm allianceId={alliance.id} present={exception?.archetype ?? null} onDone={close} />
          )}
        </DialogButton>
      )}
    </Text>
  );
};

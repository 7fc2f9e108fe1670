import { NativeSelect } from '@mantine/core';
import { type Tier, tiers } from '#alliances/domain/alliance.ts';
import { type Phase, phases } from '#alliances/domain/alliance-phase.ts';
import { statesByUrgency } from '#portfolio/domain/alliance-view.ts';
import type { AllianceItem } from '#portfolio/portfolio-contract.ts';
import type { SponsorshipState } from '#sponsorship/domain/sponsorship-state.ts';
import { type AllianceSearch, isAllPastStrategy, pastStrategy } from './alliance-search.ts';
import { portfolioWords } from './portfolio-words.ts';

const { filters: words, phases: phaseNames, tiers: tierNames, states: stateNames } = portfolioWords;

export type AllianceFilterFormProps = {
  readonly search: AllianceSearch;
  readonly onChange: (change: AllianceSearch) => void;
  /** Where the names of chosen people and partners are found: a link knows only their ids. */
  readonly rows: readonly AllianceItem[];
};

/** The fields that narrow the list; each one's choice goes into the link at once. */
export const AllianceFilterForm = ({ search, onChange, rows }: AllianceFilterFormProps) => {
  const { phase, tier, state, sponsor, manager, partner } = search;
  const people = rows.flatMap(({ sponsors, manager: managing }) => [sponsors.ours, sponsors.theirs, managing]);
  const partners = rows.flatMap((row) => row.partners);
  return (
    <>
      <NativeSelect
        label={words.phase}
        value={isAllPastStrategy(phase) ? 'past' : only(phase)}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onChange({ phase: chosen === 'past' ? pastStrategy : some(chosen as Phase) });
        }}
        data={[
          { value: '', label: words.anyPhase },
          { value: 'past', label: words.pastStrategy },
          ...phases.map((one) => ({ value: one, label: phaseNames[one] })),
          ...(only(phase) === 'several' && !isAllPastStrategy(phase) ? [several] : []),
        ]}
      />
      <NativeSelect
        label={words.state}
        value={only(state)}
        onChange={(event) => onChange({ state: some(event.currentTarget.value as SponsorshipState) })}
        data={[
          { value: '', label: words.anyState },
          ...statesByUrgency.map((one) => ({ value: one, label: stateNames[one] })),
          ...(only(state) === 'several' ? [several] : []),
        ]}
      />
      <NativeSelect
        label={words.tier}
        value={only(tier)}
        onChange={(event) => onChange({ tier: some(event.currentTarget.value as Tier) })}
        data={[
          { value: '', label: words.anyTier },
          ...tiers.map((one) => ({ value: one, label: tierNames[one] })),
          ...(only(tier) === 'several' ? [several] : []),
        ]}
      />
      <NativeSelect
        label={words.sponsor}
        value={sponsor ?? ''}
        onChange={(event) => onChange({ sponsor: event.currentTarget.value || undefined })}
        data={[{ value: '', label: words.anybody }, { value: 'none', label: words.none }, ...chosenOf(sponsor, people)]}
      />
      <NativeSelect
        label={words.manager}
        value={manager ?? ''}
        onChange={(event) => onChange({ manager: event.currentTarget.value || undefined })}
        data={[{ value: '', label: words.anybody }, { value: 'none', label: words.none }, ...chosenOf(manager, people)]}
      />
      {partner && (
        <NativeSelect
          label={words.partner}
          value={partner}
          onChange={(event) => onChange({ partner: event.currentTarget.value || undefined })}
          data={[{ value: '', label: words.anyPartner }, ...chosenOf(partner, partners)]}
        />
      )}
    </>
  );
};

const several = { value: 'several', label: words.several, disabled: true };

/** What a field shows for a list: nothing, the one value, or that there are several. */
const only = (values: readonly string[] | undefined): string =>
  values === undefined || values.length === 0 ? '' : values.length === 1 ? (values[0] ?? '') : 'several';

const some = <T extends string>(value: T | ''): T[] | undefined => (value === '' ? undefined : [value]);

type Named = { readonly id: string; readonly name: string } | null;

const chosenOf = (id: string | undefined, known: readonly Named[]): { value: string; label: string }[] =>
  id === undefined || id === 'none'
    ? []
    : [{ value: id, label: known.find((one) => one?.id === id)?.name ?? words.thisOne }];

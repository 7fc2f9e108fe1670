import { Text } from '@mantine/core';
import { addDays } from '#kernel/date-only.ts';
import type { AllianceItem } from '#portfolio/portfolio-contract.ts';
import { SponsorshipStateBadge } from '#sponsorship/web/SponsorshipStateBadge.tsx';
import type { Column } from '#ui/DataTable.tsx';
import { DateText, dateInWords } from '#ui/DateText.tsx';
import { TextLink } from '#ui/links.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { portfolioWords } from './portfolio-words.ts';
import { SponsorPairCard } from './SponsorPairCard.tsx';

const { columns: labels, phases, tiers, nobody, since } = portfolioWords;

/** One row an alliance; on a phone the same cells make a card. */
export const allianceColumns: readonly Column<AllianceItem>[] = [
  {
    key: 'alliance',
    label: labels.alliance,
    width: '22%',
    sort: 'name',
    cell: ({ id, name, partners }) => (
      <>
        <TextLink to="/alliances/$allianceId" params={{ allianceId: id }} fw={600}>
          {name}
        </TextLink>
        <Text size="sm" c="dimmed">
          {partners.map((partner) => partner.name).join(', ')}
        </Text>
      </>
    ),
  },
  {
    key: 'sponsors',
    label: labels.sponsors,
    width: '24%',
    cell: ({ sponsors }) => <SponsorPairCard sponsors={sponsors} />,
  },
  {
    key: 'state',
    label: labels.state,
    cell: ({ state, stateSince }) => (
      <SponsorshipStateBadge state={state} title={stateSince ? since(dateInWords(stateSince)) : undefined} />
    ),
  },
  {
    key: 'phase',
    label: labels.phase,
    sort: 'phase',
    cell: ({ phase, tier }) => (
      <>
        {phases[phase]}
        <Text size="sm" c="dimmed">
          {tiers[tier]}
        </Text>
      </>
    ),
  },
  {
    key: 'manager',
    width: '13%',
    label: labels.manager,
    cell: ({ manager }) =>
      manager?.name ?? (
        <Text component="span" size="sm" c="dimmed" fs="italic">
          {nobody}
        </Text>
      ),
  },
  {
    key: 'value',
    label: labels.value,
    sort: 'value',
    align: 'end',
    cell: ({ yearlyValue, currency }) => <MoneyText money={{ amount: yearlyValue, currency }} compact />,
  },
  { key: 'end', label: labels.end, sort: 'end', cell: ({ endsOn }) => <DateText at={addDays(endsOn, -1)} /> },
];

import { useQuery } from '@tanstack/react-query';
import { getMe } from '#access/access-contract.ts';
import { listDecisionWords, showAlliance } from '#alliances/alliances-contract.ts';
import { reading } from '#ui/asking.ts';

export const useAlliance = (allianceId: string) => useQuery(reading(showAlliance, { params: { allianceId } }));

/** How decisions are named on record, to be offered while one is typed. */
export const useDecisionWords = (): string[] => useQuery(reading(listDecisionWords)).data?.decisions ?? [];

/** The currency in which the workspace reckons; undefined while it is not known yet. */
export const useWorkspaceCurrency = (): string | undefined => {
  const { data, isError } = useQuery({ ...reading(getMe), staleTime: 60_000 });
  return data || isError ? (data?.workspace?.currency ?? 'EUR') : undefined;
};

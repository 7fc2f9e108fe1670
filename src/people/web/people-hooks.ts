import { useQuery } from '@tanstack/react-query';
import { listOrganisations } from '#people/organisation-contract.ts';
import { reading } from '#ui/asking.ts';
import type { DownloadFormat } from '#ui/DownloadMenu.tsx';
import type { Pick } from '#ui/PickField.tsx';

/** Our own company, when exactly one is on record: what a form can fill in by itself. */
export const useOwnOrganisation = (): Pick | undefined => {
  const { data } = useQuery(reading(listOrganisations, { query: { kind: 'own', limit: 2 } }));
  const [only, another] = data?.items ?? [];
  return only && !another ? { id: only.id, name: only.name } : undefined;
};

/** Where a whole list is to be had as a file that can be imported again. */
export const exportOf =
  (kind: 'persons' | 'organisations' | 'areas') =>
  (format: DownloadFormat): string =>
    `/api/export/${kind}?format=${format}`;

import { Select, type SelectProps } from '@mantine/core';
import { roles } from '#access/access-contract.ts';
import { accessWords } from './access-words.ts';

type SeatRole = (typeof roles)[number];

/** The roles with what each may do under the field. */
export const RoleSelect = ({ value, ...field }: Omit<SelectProps, 'data' | 'value'> & { value?: SeatRole }) => (
  <Select
    label={accessWords.fields.role}
    description={value ? accessWords.rolesExplained[value] : undefined}
    inputWrapperOrder={['label', 'input', 'description', 'error']}
    data={roles.map((role) => ({ value: role, label: accessWords.roles[role] }))}
    allowDeselect={false}
    {...field}
    value={value ?? null}
  />
);

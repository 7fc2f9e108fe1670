import { Text } from '@mantine/core';
import type { z } from 'zod';
import { type invitationSchema, revokeInvitation } from '#access/access-contract.ts';
import { useAct } from '#ui/asking.ts';
import { ConfirmButton } from '#ui/ConfirmButton.tsx';
import { DataTable } from '#ui/DataTable.tsx';
import { DateText, dateInWords } from '#ui/DateText.tsx';
import { StateBadge, type Tone } from '#ui/StateBadge.tsx';
import { accessWords } from './access-words.ts';
import { NameAndMail } from './MemberList.tsx';

const { members: words, roles } = accessWords;

type Invitation = z.output<typeof invitationSchema>;
type InvitationListProps = { readonly invitations: readonly Invitation[] | undefined; readonly mayChange: boolean };

const tones: Record<Invitation['state'], Tone> = { open: 'info', accepted: 'good', revoked: 'quiet', expired: 'warn' };

export const InvitationList = ({ invitations, mayChange }: InvitationListProps) => {
  const revoke = useAct(revokeInvitation, { done: words.revoked, showsRefusals: true });
  return (
    <DataTable
      caption={words.invitationsTitle}
      rows={invitations}
      rowKey={({ id }) => id}
      skeletonRows={2}
      empty={<Text c="dimmed">{words.noInvitations}</Text>}
      columns={[
        { key: 'name', label: words.columns.name, cell: (invitation) => <NameAndMail {...invitation} /> },
        { key: 'role', label: words.columns.role, cell: ({ role }) => roles[role] },
        { key: 'person', label: words.columns.person, cell: ({ personName }) => personName ?? '–' },
        { key: 'invitedAt', label: words.columns.invitedAt, cell: ({ invitedAt }) => <DateText at={invitedAt} /> },
        {
          key: 'state',
          label: words.columns.state,
          cell: ({ state, expiresAt }) => (
            <StateBadge
              tone={tones[state]}
              label={state === 'open' ? words.until(dateInWords(expiresAt)) : words.states[state]}
            />
          ),
        },
        ...(mayChange
          ? [
              {
                key: 'acts',
                label: words.columns.acts,
                cell: ({ id, name, mail, state }: Invitation) =>
                  state === 'open' && (
                    <ConfirmButton
                      size="xs"
                      label={words.revoke}
                      heading={words.revokeHeading(name)}
                      consequence={words.revokeSays(mail)}
                      confirm={words.revoke}
                      onConfirm={() => revoke.mutateAsync({ params: { invitationId: id } })}
                    />
                  ),
              },
            ]
          : []),
      ]}
    />
  );
};

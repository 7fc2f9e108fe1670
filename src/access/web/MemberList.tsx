import { Group, Text } from '@mantine/core';
import { DataTable } from '#ui/DataTable.tsx';
import { DateText } from '#ui/DateText.tsx';
import { DialogButton } from '#ui/DialogButton.tsx';
import { Face } from '#ui/Face.tsx';
import { StateBadge } from '#ui/StateBadge.tsx';
import { accessWords } from './access-words.ts';
import { ChangeSeatForm, EndSeatForm, type Member } from './SeatForm.tsx';

const { members: words, roles } = accessWords;

type MemberListProps = { readonly members: readonly Member[] | undefined; readonly mayChange: boolean };

export const MemberList = ({ members, mayChange }: MemberListProps) => (
  <DataTable
    caption={words.membersTitle}
    rows={members}
    rowKey={({ seatId }) => seatId}
    skeletonRows={3}
    columns={[
      { key: 'name', label: words.columns.name, cell: (member) => <NameAndMail {...member} /> },
      { key: 'role', label: words.columns.role, cell: (member) => <RoleOf {...member} /> },
      { key: 'person', label: words.columns.person, cell: ({ personName }) => personName ?? '–' },
      { key: 'since', label: words.columns.since, cell: ({ since }) => <DateText at={since} /> },
      ...(mayChange
        ? [{ key: 'acts', label: words.columns.acts, cell: (member: Member) => <SeatActs member={member} /> }]
        : []),
    ]}
  />
);

export const NameAndMail = ({ name, mail }: { name: string; mail: string }) => (
  <Group gap="sm" wrap="nowrap">
    <Face name={name} size={34} />
    <div style={{ minWidth: 0 }}>
      <Text fw={600}>{name}</Text>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {mail}
      </Text>
    </div>
  </Group>
);

const RoleOf = ({ role, isOwner }: Member) => (
  <Group gap="xs">
    {roles[role]}
    {isOwner && <StateBadge label={words.owner} tone="info" />}
  </Group>
);

const SeatActs = ({ member }: { member: Member }) => (
  <Group gap="xs">
    <DialogButton label={words.change} heading={words.changeHeading(member.name)} size="xs">
      {(close) => <ChangeSeatForm member={member} onDone={close} />}
    </DialogButton>
    {!member.isOwner && (
      <DialogButton label={words.end} heading={words.endHeading(member.name)} size="xs">
        {(close) => <EndSeatForm member={member} onDone={close} />}
      </DialogButton>
    )}
  </Group>
);

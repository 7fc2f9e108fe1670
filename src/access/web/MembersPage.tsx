import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listMembers } from '#access/access-contract.ts';
import { reading } from '#ui/asking.ts';
import { DialogButton } from '#ui/DialogButton.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalNotice } from '#ui/RefusalNotice.tsx';
import { Section } from '#ui/Section.tsx';
import { accessWords } from './access-words.ts';
import { InvitationList } from './InvitationList.tsx';
import { InviteForm } from './InviteForm.tsx';
import { MemberList } from './MemberList.tsx';

const { members: words } = accessWords;

export const MembersPage = () => {
  const { data, error } = useQuery(reading(listMembers));
  const mayInvite = data?.may.invite;
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={
          mayInvite === true && (
            <DialogButton label={words.invite} heading={words.inviteHeading} variant="filled">
              {(close) => <InviteForm onDone={close} />}
            </DialogButton>
          )
        }
      />
      <RefusalNotice error={error} />
      {typeof mayInvite === 'string' && (
        <Text c="dimmed" mb="lg">
          {mayInvite}
        </Text>
      )}
      {!error && (
        <>
          <Section title={words.membersTitle}>
            <MemberList members={data?.members} mayChange={mayInvite === true} />
          </Section>
          <Section title={words.invitationsTitle}>
            <InvitationList invitations={data?.invitations} mayChange={mayInvite === true} />
          </Section>
        </>
      )}
    </>
  );
};

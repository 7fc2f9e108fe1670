import { Button, Group, Text } from '@mantine/core';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Section } from '#ui/Section.tsx';
import { StateBadge } from '#ui/StateBadge.tsx';
import { useEnterWorkspace, useMe, useStartDemo } from './access-hooks.ts';
import { accessWords } from './access-words.ts';
import { DemoActs } from './DemoBanner.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import classes from './settings-page.module.css';
import { WorkspaceForm } from './WorkspaceForm.tsx';

const { settings: words } = accessWords;

export const SettingsPage = () => {
  const me = useMe();
  const startDemo = useStartDemo();
  return (
    <>
      <PageHeader title={words.title} />
      {me?.workspace && (
        <Section title={words.workspaceTitle} raised>
          <WorkspaceForm key={me.workspace.id} workspace={me.workspace} mayChange={me.may.administer} />
        </Section>
      )}
      {me && me.workspaces.length > 1 && <WorkspaceList here={me.workspace?.id} workspaces={me.workspaces} />}
      {me?.may.administer && (
        <Section title={words.demoTitle} lead={words.demoSays} raised>
          {me.workspace?.isDemo ? (
            <DemoActs />
          ) : (
            <Button variant="default" loading={startDemo.isPending} onClick={() => startDemo.mutate({})}>
              {words.startDemo}
            </Button>
          )}
        </Section>
      )}
      <Section title={words.passwordTitle} raised>
        <PasswordForm mail={me?.seat?.mail} />
      </Section>
    </>
  );
};

type Workspace = { readonly id: string; readonly name: string; readonly isDemo: boolean };
type WorkspaceListProps = { readonly here: string | undefined; readonly workspaces: readonly Workspace[] };

const WorkspaceList = ({ here, workspaces }: WorkspaceListProps) => {
  const enter = useEnterWorkspace();
  return (
    <Section title={words.workspacesTitle} raised>
      <ul className={classes.workspaces}>
        {workspaces.map(({ id, name, isDemo }) => (
          <li key={id}>
            <Group gap="xs">
              <Text fw={600}>{name}</Text>
              {isDemo && <StateBadge label={words.demoBadge} tone="info" />}
            </Group>
            {id === here ? (
              <Text size="sm" c="dimmed">
                {words.here}
              </Text>
            ) : (
              <Button variant="default" size="xs" onClick={() => enter.mutate({ body: { workspaceId: id } })}>
                {words.enter}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};

import { Button, Group } from '@mantine/core';
import { deleteDemo } from '#access/access-contract.ts';
import { useAct } from '#ui/asking.ts';
import { ConfirmButton } from '#ui/ConfirmButton.tsx';
import { useLeaveDemo, useMe, useStartAfresh } from './access-hooks.ts';
import { accessWords } from './access-words.ts';
import classes from './demo-banner.module.css';

const { demo: words } = accessWords;

/** Out of the demo in one click, or away with it in two. */
export const DemoActs = () => {
  const me = useMe();
  const startAfresh = useStartAfresh();
  const leave = useLeaveDemo();
  const remove = useAct(deleteDemo, {
    done: words.deleted,
    showsRefusals: true,
    onDone: () => startAfresh('/alliances'),
  });
  return (
    <Group gap="xs">
      <Button variant="default" size="xs" loading={leave.isPending} onClick={() => leave.mutate({})}>
        {words.leave}
      </Button>
      {me?.seat?.isOwner && (
        <ConfirmButton
          size="xs"
          label={words.delete}
          heading={words.deleteHeading}
          consequence={words.deleteSays}
          confirm={words.delete}
          onConfirm={() => remove.mutateAsync({})}
        />
      )}
    </Group>
  );
};

/** Above every page of a demo workspace. */
export const DemoBanner = () => {
  const me = useMe();
  if (!me?.workspace?.isDemo) return null;
  return (
    <aside className={classes.banner} data-no-print>
      <span>{words.banner}</span>
      <DemoActs />
    </aside>
  );
};

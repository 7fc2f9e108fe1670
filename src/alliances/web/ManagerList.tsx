import { Group, Stack, Text } from '@mantine/core';
import type { AllianceView, ManagerTermView } from '#alliances/alliances-contract.ts';
import { addDays } from '#kernel/date-only.ts';
import { dateInWords } from '#ui/DateText.tsx';
import { DialogButton } from '#ui/DialogButton.tsx';
import { Face } from '#ui/Face.tsx';
import { TextLink } from '#ui/links.tsx';
import { alliancesWords } from './alliances-words.ts';
import { EndManagerForm } from './EndManagerForm.tsx';
import classes from './manager-list.module.css';
import { SetManagerForm } from './SetManagerForm.tsx';

const { page: words, sides } = alliancesWords;

/** Who manages the alliance day to day, side by side. */
export const ManagerList = ({ alliance }: { readonly alliance: AllianceView }) => (
  <div className={classes.sides}>
    <ManagerOfSide alliance={alliance} side="ours" may={alliance.may.setOurManager} />
    <ManagerOfSide alliance={alliance} side="theirs" may={alliance.may.setTheirManager} />
  </div>
);

type ManagerOfSideProps = {
  readonly alliance: AllianceView;
  readonly side: 'ours' | 'theirs';
  readonly may: true | string;
};

const ManagerOfSide = ({ alliance, side, may }: ManagerOfSideProps) => {
  const terms = alliance.managers.filter((term) => term.side === side);
  const now = terms.find(({ when }) => when === 'now');
  const others = terms.filter(({ when }) => when !== 'now');
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {sides[side]}
      </Text>
      <Group gap="sm" wrap="nowrap">
        <Face name={now?.person.name} />
        {now ? (
          <div>
            <TextLink to="/people/$personId" params={{ personId: now.person.id }}>
              {now.person.name}
            </TextLink>
            <Text size="sm" c="dimmed">
              {whenInWords(now)}
            </Text>
          </div>
        ) : (
          <Text>{words.nobodyManages}</Text>
        )}
      </Group>
      {others.length > 0 && (
        <ul className={classes.terms} aria-label={words.earlier}>
          {others.map((term) => (
            <li key={term.id}>
              {term.person.name}, {whenInWords(term)}
            </li>
          ))}
        </ul>
      )}
      {may === true && (
        <Group gap="xs" data-no-print>
          <DialogButton label={words.changeManager} heading={words.setManager(sides[side])} size="xs">
            {(close) => <SetManagerForm alliance={alliance} side={side} onDone={close} />}
          </DialogButton>
          {now && (
            <DialogButton label={words.endTerm} heading={words.endTermOf(now.person.name)} size="xs">
              {(close) => <EndManagerForm alliance={alliance} term={now} onDone={close} />}
            </DialogButton>
          )}
        </Group>
      )}
    </Stack>
  );
};

const whenInWords = ({ from, to, when }: ManagerTermView): string =>
  to === null
    ? (when === 'later' ? words.from : words.since)(dateInWords(from))
    : words.until(dateInWords(from), dateInWords(addDays(to, -1)));

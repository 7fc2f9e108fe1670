import { Text } from '@mantine/core';
import { type DateOnly, yearsBetween } from '#kernel/date-only.ts';
import type { PersonView } from '#people/people-contract.ts';
import type { PositionView } from '#people/position-contract.ts';
import { DateText } from '#ui/DateText.tsx';
import { DialogButton } from '#ui/DialogButton.tsx';
import { TextLink } from '#ui/links.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { EndPositionForm } from './EndPositionForm.tsx';
import { PositionForm } from './PositionForm.tsx';
import { peopleWords } from './people-words.ts';
import classes from './post-timeline.module.css';
import { TimeInPostChart } from './TimeInPostChart.tsx';

const { person: words, post: postWords } = peopleWords;

/** Where a day lies between the first post and the end of the axis, in percent. */
type Scale = { readonly first: DateOnly; readonly last: DateOnly; readonly at: (day: DateOnly) => number };

const scaleOf = (positions: readonly PositionView[], today: DateOnly): Scale => {
  const days = positions.flatMap(({ from, to }) => [from, ...(to ? [to] : [])]);
  const first = days.reduce((one, other) => (other < one ? other : one), today);
  const last = days.reduce((one, other) => (other > one ? other : one), today);
  const span = yearsBetween(first, last) || 1;
  return { first, last, at: (day) => (100 * yearsBetween(first, day)) / span };
};

/** A person's posts, newest first, each with its place in time and its time in post against typical. */
export const PostTimeline = ({ person }: { readonly person: PersonView }) => {
  const { positions, today } = person;
  const scale = scaleOf(positions, today);
  return (
    <>
      <Axis scale={scale} />
      <ol className={classes.posts}>
        {positions.map((position) => (
          <li key={position.id} className={classes.post}>
            <div className={classes.track} aria-hidden="true">
              <span
                className={classes.bar}
                data-running={isRunning(position, today) || undefined}
                style={{
                  left: `${scale.at(position.from)}%`,
                  width: `${scale.at(position.to ?? scale.last) - scale.at(position.from)}%`,
                }}
              />
            </div>
            <Post person={person} position={position} />
          </li>
        ))}
      </ol>
      <Text size="sm" c="dimmed">
        {words.typicalSource}
      </Text>
    </>
  );
};

const isRunning = ({ from, to }: PositionView, today: DateOnly): boolean =>
  from <= today && (to === null || today < to);

const Axis = ({ scale }: { readonly scale: Scale }) => {
  const first = Number(scale.first.slice(0, 4));
  const last = Number(scale.last.slice(0, 4));
  const step = Math.max(1, Math.ceil((last - first) / 5));
  const between = Array.from({ length: 5 }, (_, index) => first + (index + 1) * step);
  const ticks = between.filter(
    (year) => year < last && scale.at(`${year}-01-01`) > 8 && scale.at(`${year}-01-01`) < 90,
  );
  return (
    <div className={classes.axis} role="img" aria-label={words.timelineLabel(first, last)}>
      <span style={{ left: 0 }}>{first}</span>
      {ticks.map((year) => (
        <span key={year} style={{ left: `${scale.at(`${year}-01-01`)}%` }}>
          {year}
        </span>
      ))}
      <span style={{ left: '100%' }}>{last}</span>
    </div>
  );
};

type PostProps = { readonly person: PersonView; readonly position: PositionView };

const Post = ({ person, position }: PostProps) => (
  <>
    <div className={classes.head}>
      <Text component="h3" fw={600} m={0}>
        {position.title}
      </Text>
      <Text size="sm" c="dimmed" component="span">
        <DateText at={position.from} /> – {position.to ? <DateText at={position.to} /> : postWords.toNow}
      </Text>
    </div>
    <Text size="sm">
      {[peopleWords.level(position.level), position.area?.name, position.organisation.name].filter(Boolean).join(' · ')}
    </Text>
    <TimeInPostChart position={position} today={person.today} />
    <dl className={classes.facts}>
      {position.reportsTo && (
        <>
          <dt>{words.reportsTo}</dt>
          <dd>
            <TextLink to="/people/$personId" params={{ personId: position.reportsTo.id }}>
              {position.reportsTo.name}
            </TextLink>
          </dd>
        </>
      )}
      {position.budget && (
        <>
          <dt>{words.budget}</dt>
          <dd>
            <MoneyText money={position.budget} />
          </dd>
        </>
      )}
      <dt>{words.source}</dt>
      <dd>{position.source}</dd>
    </dl>
    {person.may.edit === true && <Acts person={person} position={position} />}
  </>
);

const Acts = ({ person, position }: PostProps) => (
  <div className={classes.acts} data-no-print style={{ marginTop: '0.5rem' }}>
    <DialogButton
      size="compact-sm"
      label={postWords.correct}
      heading={postWords.correctNamed(position.title)}
      aria-label={postWords.correctNamed(position.title)}
    >
      {(close) => <PositionForm person={person} position={position} onDone={close} />}
    </DialogButton>
    {position.to === null && (
      <DialogButton
        size="compact-sm"
        label={postWords.end}
        heading={postWords.endNamed(position.title)}
        aria-label={postWords.endNamed(position.title)}
      >
        {(close) => <EndPositionForm positionId={position.id} today={person.today} onDone={close} />}
      </DialogButton>
    )}
  </div>
);

import { type Phase, phases } from '#alliances/domain/alliance-phase.ts';
import { alliancesWords } from './alliances-words.ts';
import classes from './phase-timeline.module.css';

const { phases: names, stepper: words } = alliancesWords;

/** The seven phases in a row, the present one marked; on a phone only the present one is named. */
export const PhaseTimeline = ({ phase }: { readonly phase: Phase }) => {
  const here = phases.indexOf(phase);
  return (
    <div className={classes.frame}>
      <p className={classes.short}>{words.now(names[phase], here + 1, phases.length)}</p>
      <ol className={classes.steps} aria-label={words.label}>
        {phases.map((one, place) => (
          <li
            key={one}
            className={classes.step}
            data-when={place < here ? 'past' : place === here ? 'now' : 'later'}
            aria-current={place === here ? 'step' : undefined}
          >
            <span className={classes.name}>{names[one]}</span>
          </li>
        ))}
      </ol>
    </div>
  );
};

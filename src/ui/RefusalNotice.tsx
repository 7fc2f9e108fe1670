import type { Refusal } from '#kernel/decision.ts';
import { refusalsIn } from './ask.ts';
import classes from './refusal-notice.module.css';
import { uiWords } from './ui-words.ts';

export type RefusalNoticeProps = {
  readonly title?: string;
  /** Refusals themselves, or whatever a request threw; nothing is shown for none. */
  readonly refusals?: readonly Refusal[];
  readonly error?: unknown;
};

/** Every reason why something was not done, told at once to those who look and those who listen. */
export const RefusalNotice = ({ title = uiWords.notDone, refusals, error }: RefusalNoticeProps) => {
  const reasons = refusals ?? refusalsIn(error);
  if (reasons.length === 0) return null;
  return (
    <div role="alert" className={classes.notice}>
      <p className={classes.title}>{title}</p>
      {reasons.length === 1 ? (
        <p className={classes.reason}>{reasons[0]?.message}</p>
      ) : (
        <ul className={classes.list}>
          {reasons.map(({ rule, field, message }) => (
            <li key={`${rule}-${field ?? ''}-${message}`}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
};

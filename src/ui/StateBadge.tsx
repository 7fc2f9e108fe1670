import classes from './state-badge.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'quiet';

export type StateBadgeProps = {
  readonly label: string;
  readonly tone?: Tone;
  /** Why it stands so, shown on hovering; say it elsewhere too when it matters. */
  readonly title?: string;
};

/** A state by its word; tone adds a shape and a colour, so that neither alone carries the meaning. */
export const StateBadge = ({ label, tone = 'quiet', title }: StateBadgeProps) => (
  <span className={classes.badge} data-tone={tone} title={title}>
    <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" className={classes.shape}>
      {shapes[tone]}
    </svg>
    {label}
  </span>
);

const shapes = {
  good: <circle cx="5" cy="5" r="4" />,
  warn: <path d="M5 1 9.5 9H.5z" />,
  bad: <path d="M5 .5 9.5 5 5 9.5.5 5z" />,
  info: <rect x="1.5" y="1.5" width="7" height="7" rx="1" />,
  quiet: <circle cx="5" cy="5" r="3.2" fill="none" stroke="currentColor" strokeWidth="1.6" />,
};

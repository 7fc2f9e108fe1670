import classes from './stacked-bar.module.css';
import { uiWords } from './ui-words.ts';

export type Segment = {
  readonly label: string;
  readonly value: number;
  /** 1 to 6: the same label has the same colour in every bar. By default its place in the list. */
  readonly series?: number;
};

export type StackedBarProps = {
  readonly segments: readonly Segment[];
  /** What the whole width stands for. */
  readonly max?: number;
  /** Where a total is known only between two bounds: drawn as a whisker. */
  readonly range?: readonly [low: number, high: number];
  readonly digits?: number;
  readonly height?: number;
};

const inDigits = (value: number, digits: number): string =>
  new Intl.NumberFormat(undefined, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);

/** The bar in words, as those hear it who do not see it: every part, then the sum. */
export const barInWords = ({ segments, range, digits = 0 }: StackedBarProps): string =>
  [
    ...segments.map(({ label, value }) => uiWords.partOf(label, inDigits(value, digits))),
    uiWords.total(
      inDigits(
        segments.reduce((sum, { value }) => sum + value, 0),
        digits,
      ),
    ),
    ...(range ? [uiWords.between(inDigits(range[0], digits), inDigits(range[1], digits))] : []),
  ].join(', ');

/** Parts of a whole laid end to end; hovering a part names it. */
export const StackedBar = (props: StackedBarProps) => {
  const { segments, max = 100, range, digits = 0, height = 16 } = props;
  const share = (value: number): number => (Math.max(0, value) / max) * 100;
  const starts = segments.map((_, index) => share(segments.slice(0, index).reduce((sum, { value }) => sum + value, 0)));
  return (
    <svg
      role="img"
      aria-label={barInWords(props)}
      className={classes.bar}
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      height={height}
    >
      <rect className={classes.ground} width="100" height={height} />
      {segments.map(({ label, value, series }, index) => (
        <rect
          key={label}
          className={classes.part}
          data-series={series ?? index + 1}
          x={starts[index]}
          width={share(value)}
          height={height}
        >
          <title>{uiWords.partOf(label, inDigits(value, digits))}</title>
        </rect>
      ))}
      {range && range[1] > range[0] && (
        <rect
          className={classes.range}
          x={share(range[0])}
          width={share(range[1]) - share(range[0])}
          y={height / 2 - 1}
          height="2"
        />
      )}
    </svg>
  );
};

export type BarLegendProps = { readonly labels: readonly string[] };

/** Which colour is which: once above a column of bars. */
export const BarLegend = ({ labels }: BarLegendProps) => (
  <ul className={classes.legend}>
    {labels.map((label, index) => (
      <li key={label}>
        <svg width="12" height="12" aria-hidden="true">
          <rect className={classes.part} data-series={index + 1} width="12" height="12" rx="2" />
        </svg>
        {label}
      </li>
    ))}
  </ul>
);

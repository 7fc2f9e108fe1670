import type { AllianceItem } from '#portfolio/portfolio-contract.ts';
import { FacePair } from '#ui/Face.tsx';
import { portfolioWords as words } from './portfolio-words.ts';
import classes from './sponsor-pair-card.module.css';

/** Two faces turned to each other, with a gap where one is missing, and their names. */
export const SponsorPairCard = ({ sponsors: { ours, theirs } }: Pick<AllianceItem, 'sponsors'>) => (
  <span className={classes.pair}>
    <span aria-hidden="true">
      <FacePair left={ours?.name ?? null} right={theirs?.name ?? null} />
    </span>
    <span className={classes.names}>
      <span className={ours ? undefined : classes.gap}>{ours?.name ?? words.noSponsor}</span>
      <span className={theirs ? classes.other : classes.gap}>{theirs?.name ?? words.noCounterpart}</span>
    </span>
  </span>
);

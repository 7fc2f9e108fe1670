import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { showPortfolioSummary } from '#portfolio/portfolio-contract.ts';
import { reading } from '#ui/asking.ts';
import { TextLink } from '#ui/links.tsx';
import classes from './attention-list.module.css';
import { portfolioWords } from './portfolio-words.ts';

/** What needs attention, worst first, each sentence a link to the alliances it speaks of. */
export const AttentionList = () => {
  const { data } = useQuery(reading(showPortfolioSummary));
  if (!data) return <Skeleton height={56} mb="lg" />;
  if (data.alliances === 0) return null;
  if (data.sentences.length === 0) return <p className={classes.calm}>{portfolioWords.calm(data.alliances)}</p>;
  return (
    <section aria-label={portfolioWords.attentionTitle} className={classes.frame}>
      <ul className={classes.list}>
        {data.sentences.map(({ kind, count, view }) => (
          <li key={kind} data-kind={kind}>
            <TextLink to="/alliances" search={view} className={classes.sentence}>
              {portfolioWords.sentences[kind](count)}
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
};
